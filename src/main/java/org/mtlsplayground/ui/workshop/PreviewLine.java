package org.mtlsplayground.ui.workshop;

import org.mtlsplayground.ca.KeyKind;
import org.mtlsplayground.ca.SignatureAlgorithm;
import org.mtlsplayground.text.Messages;

/** Says in one line what an order will make. */
final class PreviewLine {
    private PreviewLine() {}

    static String of(Order order, FormInputs inputs) {
        String line = Messages.get(
                "workshop.preview",
                name(inputs),
                Messages.get("workshop.kind." + order.kind().name()),
                inputs.key.get().map(PreviewLine::words).orElseGet(() -> Messages.get("workshop.key.kept")),
                Moments.parse(inputs.from.get()).map(Moments::day).orElse("–"),
                Moments.parse(inputs.until.get()).map(Moments::day).orElse("–"),
                order.needsNewChain()
                        ? new Issuer.NewChain().words()
                        : order.issuer().words());
        return order.fault()
                .map(fault -> Messages.get("workshop.preview.broken", line, FaultWords.title(fault)))
                .orElse(line);
    }

    private static String name(FormInputs inputs) {
        if (!inputs.commonName.get().isBlank()) {
            return inputs.commonName.get().strip();
        }
        if (!inputs.attributes.get().isBlank()) {
            return inputs.attributes.get().strip();
        }
        return inputs.names.isEmpty() ? "–" : inputs.names.get(0);
    }

    /** A kind of key as it is usually written. */
    static String words(KeyKind kind) {
        return Messages.get("workshop.key." + kind.name());
    }

    /** A signature algorithm as it is usually written. */
    static String words(SignatureAlgorithm algorithm) {
        return Messages.get("workshop.signature." + algorithm.name());
    }
}
