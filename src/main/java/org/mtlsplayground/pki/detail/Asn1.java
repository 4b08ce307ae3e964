package org.mtlsplayground.pki.detail;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.mtlsplayground.pki.detail.Malformed.Reason;

/**
 * Reads any DER or BER as a tree (X.690): certificates, requests, CRLs, key stores, single extensions. Knows nothing of
 * what the values mean.
 */
public final class Asn1 {
    /** So deep values may lie in each other. */
    public static final int MAX_DEPTH = 64;

    /** So many values in a row are shown; what follows is one malformed node. */
    public static final int MAX_CHILDREN = 20_000;

    private Asn1() {}

    /**
     * The values in these bytes: of a certificate one. Never throws: where the bytes can't be read further, the last node is
     * {@linkplain Asn1Node#malformed() malformed} and covers the rest. Cheap whatever the size, since each node reads its
     * children when asked.
     *
     * @param encoded is not copied and must not change
     */
    public static List<Asn1Node> parse(byte[] encoded) {
        return values(encoded, 0, encoded.length, 0, false);
    }

    /**
     * A node and all below it, in the order of the bytes.
     *
     * @param limit so many at most
     */
    public static List<Asn1Node> flatten(Asn1Node node, int limit) {
        List<Asn1Node> all = new ArrayList<>();
        Deque<Asn1Node> open = new ArrayDeque<>(List.of(node));
        while (!open.isEmpty() && all.size() < limit) {
            Asn1Node next = open.pop();
            all.add(next);
            List<Asn1Node> children = next.children();
            for (int i = children.size() - 1; i >= 0; i--) {
                open.push(children.get(i));
            }
        }
        return all;
    }

    static List<Asn1Node> values(byte[] bytes, int from, int end, int depth, boolean encapsulated) {
        List<Asn1Node> nodes = new ArrayList<>();
        int at = from;
        try {
            while (at < end) {
                if (nodes.size() == MAX_CHILDREN) {
                    throw new MalformedException(Reason.TOO_MANY, at);
                }
                if (depth >= MAX_DEPTH) {
                    throw new MalformedException(Reason.TOO_DEEP, at);
                }
                Asn1Header header = Asn1Header.read(bytes, at, end, depth);
                nodes.add(new Asn1Node(bytes, at, header, depth, encapsulated));
                at += header.total();
            }
        } catch (MalformedException e) {
            nodes.add(new Asn1Node(bytes, at, end, depth, encapsulated, e.malformed()));
        }
        return List.copyOf(nodes);
    }
}
