package org.mtlsplayground.pki.detail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mtlsplayground.pki.detail.Malformed.Reason;

/** Takes the values within a constructed one, in their order, each of the kind that the standard has there. */
final class Elements {
    private final List<Asn1Node> nodes;
    private final int end;
    private int position;

    private Elements(Asn1Node parent) {
        nodes = parent.constructed() ? parent.children() : parent.forced();
        end = parent.contentEnd();
    }

    /** Those of a SEQUENCE. */
    static Elements of(Asn1Node sequence) throws MalformedException {
        require(sequence, Asn1Types.SEQUENCE);
        return in(sequence);
    }

    /** Those of any constructed value: for implicit tags. */
    static Elements in(Asn1Node parent) throws MalformedException {
        if (!parent.constructed()) {
            throw new MalformedException(Reason.UNEXPECTED_TAG, parent.offset(), "SEQUENCE");
        }
        return new Elements(parent);
    }

    /** The one value within an OCTET STRING, BIT STRING or explicit tag, whatever it is. */
    static Asn1Node only(Asn1Node parent) throws MalformedException {
        Elements elements = new Elements(parent);
        Asn1Node node = elements.next("");
        elements.end();
        return node;
    }

    static Asn1Node require(Asn1Node node, int universalTag) throws MalformedException {
        if (node.malformed().isPresent()) {
            Malformed at = node.malformed().get();
            throw new MalformedException(at.reason(), at.offset(), Asn1Types.name(universalTag));
        }
        if (!node.isUniversal(universalTag)) {
            throw new MalformedException(Reason.UNEXPECTED_TAG, node.offset(), Asn1Types.name(universalTag));
        }
        boolean sequence = universalTag == Asn1Types.SEQUENCE || universalTag == Asn1Types.SET;
        if (node.constructed() != sequence) {
            throw new MalformedException(Reason.UNEXPECTED_TAG, node.offset(), Asn1Types.name(universalTag));
        }
        return node;
    }

    boolean hasNext() {
        return position < nodes.size();
    }

    /** Whatever comes next. */
    Asn1Node next(String expected) throws MalformedException {
        if (!hasNext()) {
            throw new MalformedException(Reason.MISSING, end, expected);
        }
        Asn1Node node = nodes.get(position++);
        if (node.malformed().isPresent()) {
            Malformed at = node.malformed().get();
            throw new MalformedException(at.reason(), at.offset(), expected);
        }
        return node;
    }

    Asn1Node next(int universalTag) throws MalformedException {
        return require(next(Asn1Types.name(universalTag)), universalTag);
    }

    Optional<Asn1Node> optional(int universalTag) {
        return hasNext() && nodes.get(position).isUniversal(universalTag)
                ? Optional.of(nodes.get(position++))
                : Optional.empty();
    }

    Optional<Asn1Node> optionalContext(int tag) {
        return hasNext() && nodes.get(position).isContext(tag) ? Optional.of(nodes.get(position++)) : Optional.empty();
    }

    /** The rest, all sound. */
    List<Asn1Node> rest() throws MalformedException {
        List<Asn1Node> rest = new ArrayList<>();
        while (hasNext()) {
            rest.add(next(""));
        }
        return rest;
    }

    void end() throws MalformedException {
        if (hasNext()) {
            // A broken one has its own reason.
            throw new MalformedException(Reason.TRAILING, next("").offset());
        }
    }
}
