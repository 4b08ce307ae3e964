package org.mtlsplayground.ui.inspector;

import java.util.Optional;
import java.util.stream.Stream;
import org.mtlsplayground.dissect.Message;
import org.mtlsplayground.dissect.Topics;
import org.mtlsplayground.text.Explanations;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.transcript.Unopened;
import org.mtlsplayground.ui.common.Hint;

/**
 * What is said about a part of a message.
 *
 * @param title what is explained
 * @param place where it stands in the message
 * @param trouble what is wrong with the message; may be empty
 * @param text the explanation; may be empty
 * @param see the section of the RFC; may be empty
 */
public record Explained(String title, String place, Hint trouble, String text, String see) {
    /** Nothing. */
    static final Explained NOTHING = new Explained("", "", Hint.NONE, "", "");

    /**
     * Explains a part of a message. What has no explanation of its own is explained by what it is a part of.
     *
     * @param unopened why the message is still encrypted
     */
    static Explained of(FieldNode node, Event event, Optional<Unopened> unopened) {
        Optional<Found> found = find(node, event);
        FieldNode explained = found.map(Found::node).orElse(node);
        boolean isMessage = explained.kind() == FieldNode.Kind.MESSAGE;
        return new Explained(
                isMessage && found.isPresent() ? Messages.get("inspector.does") : FieldText.title(explained),
                node.kind() == FieldNode.Kind.MESSAGE ? "" : place(node),
                trouble(event, unopened),
                found.map(each -> each.explanation().text()).orElse(""),
                found.map(each -> each.explanation().see()).orElse(""));
    }

    private record Found(FieldNode node, Explanations.Explanation explanation) {}

    private static Optional<Found> find(FieldNode node, Event event) {
        return Stream.iterate(Optional.of(node), Optional::isPresent, each -> each.flatMap(FieldNode::parent))
                .flatMap(Optional::stream)
                .flatMap(each ->
                        Explanations.of(topic(each, event)).map(explanation -> new Found(each, explanation)).stream())
                .findFirst();
    }

    private static String topic(FieldNode node, Event event) {
        if (node.kind() == FieldNode.Kind.MESSAGE) {
            return Topics.of(event.message(), event.fromClient());
        }
        return node.topic().isEmpty() ? "field." + node.words().name() : node.topic();
    }

    private static String place(FieldNode node) {
        String start = Integer.toHexString(node.range().start());
        return FieldTree.count("inspector.place", node.range().length(), start);
    }

    private static Hint trouble(Event event, Optional<Unopened> unopened) {
        if (event.message() instanceof Message.Malformed malformed) {
            return Hint.error(
                    Messages.get("inspector.malformed", malformed.what(), malformed.path(), malformed.offset()));
        }
        return unopened.map(Explained::unopened).orElse(Hint.NONE);
    }

    /** Says that a record is still encrypted, and why. */
    static Hint unopened(Unopened reason) {
        return Hint.warn(Messages.get("inspector.unopened", Messages.get("unopened." + reason)));
    }
}
