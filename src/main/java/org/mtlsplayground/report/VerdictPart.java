package org.mtlsplayground.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.mtlsplayground.diagnosis.Evidence;
import org.mtlsplayground.diagnosis.Explanation;
import org.mtlsplayground.diagnosis.Phrase;
import org.mtlsplayground.diagnosis.Remedy;
import org.mtlsplayground.diagnosis.Verdict;
import org.mtlsplayground.diagnosis.Views;
import org.mtlsplayground.diagnosis.Warning;
import org.mtlsplayground.text.Messages;

/** What happened, and what stands behind that. */
final class VerdictPart {
    private VerdictPart() {}

    /** @param whose says of which connection a heading is */
    static void write(Markup out, Verdict verdict, UnaryOperator<String> whose) {
        Explanation all = verdict.explanation();
        boolean success = verdict.kind().isSuccess();
        boolean warned = success && !all.warnings().isEmpty();
        String style = warned ? "warned" : verdict.kind().name().toLowerCase(Locale.ROOT);
        out.open("section", "class", "verdict " + style);
        String mark = warned ? "⚠ " : success ? "✓ " : verdict.refusedBy().isPresent() ? "✕ " : "";
        out.element("h2", whose.apply(mark + verdict.headline()));
        if (!verdict.facts().isEmpty()) {
            out.element("p", verdict.facts(), "class", "muted");
        }
        out.open("p");
        phrase(out, verdict.detail());
        out.close("p");
        all.belief().ifPresent(belief -> list(out, "", List.of(belief)));
        list(
                out,
                "verdict.section.warning",
                all.warnings().stream().map(Warning::words).toList());
        if (!success) {
            list(
                    out,
                    "verdict.section.evidence",
                    all.evidence().stream().map(Evidence::words).toList());
            list(
                    out,
                    "verdict.section.mend",
                    all.remedies().stream().map(Remedy::words).toList());
        }
        all.views().ifPresent(views -> views(out, views));
        out.close("section").line();
    }

    private static void views(Markup out, Views views) {
        out.element("h3", Messages.get("verdict.section.views")).open("dl", "class", "views");
        view(out, Messages.get("verdict.views.knew." + views.knowing()), views.knew());
        view(out, Messages.get("verdict.views.wire"), views.wire());
        view(out, Messages.get("verdict.views.told." + views.knowing().other()), views.told());
        out.close("dl");
    }

    private static void view(Markup out, String title, Optional<String> words) {
        out.open("div")
                .element("dt", title)
                .element("dd", words.orElseGet(() -> Messages.get("verdict.views.nothing")))
                .close("div");
    }

    private static void list(Markup out, String key, List<Phrase> phrases) {
        if (phrases.isEmpty()) {
            return;
        }
        if (!key.isEmpty()) {
            out.element("h3", Messages.get(key));
        }
        out.open("ul");
        for (Phrase each : phrases) {
            out.open("li");
            sentence(out, each);
            out.close("li");
        }
        out.close("ul");
    }

    /** Clauses that also stand within a sentence stand alone here; names are left as they are. */
    private static void sentence(Markup out, Phrase phrase) {
        List<Phrase.Piece> pieces = new ArrayList<>(phrase.pieces());
        if (!pieces.isEmpty() && !pieces.get(0).strong()) {
            String first = pieces.get(0).text();
            String begun = Character.toTitleCase(first.charAt(0)) + first.substring(1);
            pieces.set(0, new Phrase.Piece(begun, false));
        }
        phrase(out, new Phrase(pieces));
    }

    private static void phrase(Markup out, Phrase phrase) {
        for (Phrase.Piece piece : phrase.pieces()) {
            if (piece.strong()) {
                out.element("strong", piece.text());
            } else {
                out.text(piece.text());
            }
        }
    }
}
