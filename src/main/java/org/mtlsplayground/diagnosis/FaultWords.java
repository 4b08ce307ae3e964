package org.mtlsplayground.diagnosis;

import java.util.Optional;
import org.mtlsplayground.pki.ContentKind;
import org.mtlsplayground.pki.LoadDetail;
import org.mtlsplayground.pki.LoadFault;
import org.mtlsplayground.pki.LoadProblem;
import org.mtlsplayground.pki.Place;
import org.mtlsplayground.text.Messages;

/** The words for what was found in a file that can't be used; the sentences around them are the window's or the command line's. */
public final class FaultWords {
    private static final String NOTHING = "–";

    private FaultWords() {}

    /** What was found, where, and what is wrong with it: {@code certificate, line 12: its END line is missing}. */
    public static String of(LoadFault fault) {
        boolean labelled = fault.found().equals(Optional.of(ContentKind.OTHER_PEM))
                || fault.found().equals(Optional.of(ContentKind.OTHER_ASN1));
        String thing = fault.found()
                .map(kind -> found(kind, labelled ? fault.argument() : ""))
                .orElse("");
        String where = fault.place()
                .filter(place -> isOfUse(fault, place))
                .map(FaultWords::place)
                .orElse("");
        String what = fault.detail() == LoadDetail.NONE
                ? ""
                : Messages.get("load.detail." + fault.detail(), fault.argument());
        String start = thing.isEmpty() || where.isEmpty() ? thing + where : thing + ", " + where;
        if (start.isEmpty() || what.isEmpty()) {
            return start.isEmpty() && what.isEmpty() ? NOTHING : start + what;
        }
        return start + ": " + what;
    }

    /** The name of the sentence that fits: the problem's, or that of the detail where this alone matters. */
    public static String sentence(LoadFault fault) {
        return fault.detail() == LoadDetail.OWN_PASSWORD
                ? fault.detail().name()
                : fault.problem().name();
    }

    /** What belongs there, at the beginning of a sentence: {@code A certificate}. */
    public static String expected(LoadFault fault) {
        String expected = fault.expected().map(Enum::name).orElse("ANYTHING");
        return Messages.get("load.expected." + expected);
    }

    /**
     * A noun for what a file or a part of it is.
     *
     * @param label the PEM label or OID of what has no better name; may be empty
     */
    public static String found(ContentKind kind, String label) {
        return Messages.get("load.found." + kind, label.isEmpty() ? NOTHING : label);
    }

    /** A phrase for where something is: {@code line 12}. */
    public static String place(Place place) {
        return Messages.get("load.place." + place.unit(), place.number());
    }

    /** That a whole file begins at its beginning need not be said. */
    private static boolean isOfUse(LoadFault fault, Place place) {
        long first = place.unit() == Place.Unit.OFFSET ? 0 : 1;
        return place.number() > first || fault.problem() == LoadProblem.DAMAGED;
    }
}
