package org.mtlsplayground.text;

import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * What messages, extensions, alerts, fields and secrets mean, for a student, from the bundle {@code
 * explanations.properties}. Each topic has two keys there: the topic itself with the sentences, and {@code TOPIC.see} with
 * where the RFCs say so. Safe for use by any thread.
 */
public final class Explanations {
    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("org.mtlsplayground.text.explanations", Locale.ROOT);

    private Explanations() {}

    /**
     * An explanation.
     *
     * @param text two or three plain sentences
     * @param see the section of the RFC, such as {@code RFC 8446 §4.3.2}
     */
    public record Explanation(String text, String see) {}

    /** The explanation of a topic, such as {@code message.certificate_request}; empty if there is none. */
    public static Optional<Explanation> of(String topic) {
        return BUNDLE.containsKey(topic) && BUNDLE.containsKey(topic + ".see")
                ? Optional.of(new Explanation(BUNDLE.getString(topic), BUNDLE.getString(topic + ".see")))
                : Optional.empty();
    }
}
