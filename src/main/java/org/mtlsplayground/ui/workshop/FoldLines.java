package org.mtlsplayground.ui.workshop;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.mtlsplayground.ca.KeyUse;
import org.mtlsplayground.ca.Purpose;
import org.mtlsplayground.ca.StandardExtension;
import org.mtlsplayground.text.Messages;

/** What the folds of the form say of what is in them. */
final class FoldLines {
    private static final int MOST = 2;

    private final FormModel model;
    private final FormInputs inputs;

    FoldLines(FormModel model) {
        this.model = model;
        inputs = model.inputs;
    }

    private static String line(String key, String values) {
        return Messages.get("workshop.fold", Messages.get(key), values);
    }

    private static String listed(List<String> values) {
        if (values.isEmpty()) {
            return Messages.get("workshop.none");
        }
        String first = values.stream().limit(MOST).collect(Collectors.joining(", "));
        return values.size() > MOST ? Messages.get("workshop.fold.more", first, values.size() - MOST) : first;
    }

    String names() {
        List<String> all = new ArrayList<>(inputs.names);
        if (!inputs.attributes.get().isBlank()) {
            all.add(inputs.attributes.get().strip());
        }
        return line("workshop.fold.names", listed(all));
    }

    String key() {
        String key = inputs.key.get().map(PreviewLine::words).orElseGet(() -> Messages.get("workshop.key.kept"));
        String signature = inputs.signature
                .get()
                .map(PreviewLine::words)
                .orElseGet(() -> Messages.get("workshop.signature.usual"));
        return line("workshop.fold.key", Messages.get("workshop.fold.two", key, signature));
    }

    String dates() {
        return line(
                "workshop.fold.dates",
                Messages.get("workshop.fold.span", day(inputs.from.get()), day(inputs.until.get())));
    }

    private static String day(String typed) {
        return Moments.parse(typed).map(Moments::day).orElse("–");
    }

    String uses() {
        List<String> all = new ArrayList<>();
        Arrays.stream(Purpose.values()).filter(inputs.purposes::contains).forEach(each -> all.add(each.term()));
        all.addAll(inputs.otherPurposes);
        if (!inputs.usualUses.get()) {
            Arrays.stream(KeyUse.values()).filter(inputs.uses::contains).forEach(each -> all.add(each.term()));
        }
        return line("workshop.fold.uses", all.isEmpty() ? Messages.get("workshop.usual") : listed(all));
    }

    String authority() {
        if (!inputs.authority.get()) {
            return line("workshop.fold.authority", Messages.get("workshop.no"));
        }
        String path = inputs.pathLength.get().isBlank()
                ? Messages.get("workshop.fold.anyLength")
                : Messages.get("workshop.fold.length", inputs.pathLength.get().strip());
        int bounds = inputs.permitted.size() + inputs.excluded.size();
        return line(
                "workshop.fold.authority",
                bounds == 0
                        ? path
                        : Messages.get("workshop.fold.two", path, Messages.get("workshop.fold.constraints", bounds)));
    }

    String addresses() {
        List<String> all = new ArrayList<>(inputs.ocsp);
        all.addAll(inputs.crl);
        all.addAll(inputs.caIssuers);
        if (inputs.mustStaple.get()) {
            all.add(0, Messages.get("workshop.fold.mustStaple"));
        }
        return line("workshop.fold.addresses", listed(all));
    }

    String extensions() {
        List<String> all = new ArrayList<>();
        inputs.extensions.forEach(each -> all.add(each.oid.get().isBlank() ? "–" : each.oid.get()));
        all.addAll(inputs.policies);
        if (!inputs.serial.get().isBlank()) {
            all.add(Messages.get("workshop.fold.serial", inputs.serial.get().strip()));
        }
        if (!inputs.comment.get().isBlank()) {
            all.add(inputs.comment.get());
        }
        return line("workshop.fold.extensions", listed(all));
    }

    String writing() {
        List<String> all = new ArrayList<>();
        Arrays.stream(StandardExtension.values())
                .filter(inputs.writing::containsKey)
                .forEach(kind -> all.add(Messages.get(
                        "workshop.fold.written",
                        WritingRows.words(kind),
                        WritingRows.words(inputs.writing.get(kind)))));
        return line("workshop.fold.writing", all.isEmpty() ? Messages.get("workshop.fold.asUsual") : listed(all));
    }

    String fault() {
        return line(
                "workshop.fold.fault",
                model.faultProperty()
                        .get()
                        .map(FaultWords::title)
                        .orElseGet(() -> Messages.get("workshop.fold.sound")));
    }

    /** What must be known of the faults as things stand. */
    String aboutFaults() {
        if (model.faults().isEmpty()) {
            return Messages.get(model.isKeyElsewhere() ? "workshop.faults.noKey" : "workshop.faults.root");
        }
        return Messages.get(model.order().needsNewChain() ? "workshop.faults.chain" : "workshop.faults.one");
    }
}
