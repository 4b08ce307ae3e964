package org.mtlsplayground.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.codepoint.CodePoints;
import org.mtlsplayground.text.Explanations;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.transcript.DerivedSecret;
import org.mtlsplayground.ui.common.Hint;
import org.mtlsplayground.ui.inspector.KeySchedule.Box;
import org.mtlsplayground.ui.inspector.KeySchedule.Kind;

/** What is said about the secrets of a connection; never their values. */
final class KeyWords {
    private static final Pattern GENERATION = Pattern.compile("(.+_)(\\d+)");

    private final KeyFacts facts;

    KeyWords(KeyFacts facts) {
        this.facts = facts;
    }

    /** The id without its generation, as titles and explanations have it. */
    private static String topic(String id) {
        Matcher matcher = GENERATION.matcher(id);
        return matcher.matches() ? matcher.group(1) : id;
    }

    static String title(Box box) {
        if (box.kind() == Kind.NOTHING) {
            return Messages.get("keys.zeros");
        }
        Matcher matcher = GENERATION.matcher(box.id());
        if (!matcher.matches()) {
            return Messages.get("keys.title." + box.id());
        }
        String title = Messages.get("keys.title." + topic(box.id()));
        return matcher.group(2).equals("0") ? title : Messages.get("keys.updated", title, matcher.group(2));
    }

    /**
     * How it came about, as the RFCs call it: a shared secret by a group, a step of TLS 1.3 by an extraction, all else by a
     * label of its own.
     */
    String label(Box box) {
        if (box.secret().isPresent() && box.kind() == Kind.INPUT && !box.id().equals(DerivedSecret.PSK)) {
            return facts.group().map(CodePoints::group).orElse("");
        }
        return box.secret()
                .map(secret -> box.kind() == Kind.STAGE && isStep(secret.label()) ? "HKDF-Extract" : secret.label())
                .orElse("");
    }

    /** The label of a step of TLS 1.3 is that of what leads to it, and stands beside the arrow. */
    private static boolean isStep(String label) {
        return label.isEmpty() || label.equals("derived");
    }

    /** A few words below the title: where it came from, or that it is not known. */
    String remark(Box box) {
        if (box.kind() == Kind.NOTHING) {
            return Messages.get(box.row() == 0 ? "keys.zeros.psk" : "keys.zeros.nothing");
        }
        if (box.secret().isEmpty()) {
            return Messages.get(facts.fromKeyLog() ? "keys.missing.log" : "keys.missing");
        }
        Optional<DerivedSecret.Origin> origin = box.secret().get().origin();
        if (origin.isPresent()) {
            return origin.get() == DerivedSecret.Origin.EARLIER_CONNECTION
                            && facts.earlier().isPresent()
                    ? Messages.get("keys.origin.numbered", facts.earlier().get())
                    : Messages.get("keys.origin." + origin.get());
        }
        return box.kind() == Kind.TRAFFIC && uses(box).isEmpty() ? Messages.get("keys.unused") : "";
    }

    /**
     * Records of one direction that a secret opened.
     *
     * @param words which, with its number counted from 1 as in the table of records
     * @param record the first of them, by its place from 0
     */
    record Use(String words, int record) {}

    /** TLS 1.2 has one key block for both directions. */
    List<Use> uses(Box box) {
        List<Use> uses = new ArrayList<>();
        if (box.kind() != Kind.TRAFFIC || box.secret().isEmpty()) {
            return uses;
        }
        DerivedSecret secret = box.secret().get();
        if (secret.direction().isPresent()) {
            secret.firstRecord().ifPresent(record -> uses.add(new Use(Messages.get("keys.use", record + 1), record)));
        } else {
            for (Direction direction : Direction.values()) {
                Optional.ofNullable(facts.opened().get(direction))
                        .ifPresent(record -> uses.add(use(direction, record)));
            }
        }
        return uses;
    }

    private static Use use(Direction direction, int record) {
        return new Use(Messages.get("keys.use." + direction, record + 1), record);
    }

    /** What a box means, for the pane beside the picture. */
    Explained explained(Box box) {
        if (box.kind() == Kind.NOTHING) {
            return new Explained(title(box), "", Hint.NONE, Messages.get("keys.zeros.text"), "RFC 8446 §7.1");
        }
        Optional<Explanations.Explanation> found = Explanations.of("secret." + topic(box.id()));
        String size = box.secret()
                .map(secret -> Messages.get("keys.size", secret.id(), secret.value().length))
                .orElse("");
        return new Explained(
                title(box),
                size,
                box.secret().isEmpty() ? Hint.warn(remark(box)) : Hint.NONE,
                found.map(Explanations.Explanation::text).orElse(""),
                found.map(Explanations.Explanation::see).orElse(""));
    }

    /** Where the first secrets came from, in a sentence or two. */
    String origins() {
        List<String> sentences = new ArrayList<>();
        String group = facts.group().map(CodePoints::group).orElse("");
        for (DerivedSecret secret : facts.secrets()) {
            if (secret.origin().isPresent() && secret.origin().get() != DerivedSecret.Origin.KEY_LOG) {
                sentences.add(sentence(secret.id(), secret.origin().get(), group));
            }
        }
        if (facts.fromKeyLog()) {
            sentences.add(Messages.get("keys.from.KEY_LOG"));
        }
        facts.unopened().ifPresent(why -> sentences.add(Messages.get("keys.some", Messages.get("unopened." + why))));
        return String.join(" ", sentences);
    }

    private String sentence(String id, DerivedSecret.Origin origin, String group) {
        return switch (origin) {
            case EARLIER_CONNECTION ->
                facts.earlier()
                        .map(number ->
                                Messages.get("keys.from.earlier.numbered", Messages.get("keys.title." + id), number))
                        .orElseGet(() -> Messages.get("keys.from.earlier", Messages.get("keys.title." + id)));
            case SERVER_KEY -> Messages.get("keys.from.SERVER_KEY");
            case CLIENT_DRAWS, SERVER_DRAWS ->
                group.isEmpty()
                        ? Messages.get("keys.from." + origin, Messages.get("keys.title." + id))
                        : Messages.get("keys.from.group." + origin, group);
            case KEY_LOG -> Messages.get("keys.from.KEY_LOG");
        };
    }

    /** Why there is nothing to draw. */
    String nothing() {
        return facts.unopened()
                .map(why -> Messages.get("keys.unopened", Messages.get("unopened." + why)))
                .orElseGet(() -> Messages.get("keys.nothing"));
    }
}
