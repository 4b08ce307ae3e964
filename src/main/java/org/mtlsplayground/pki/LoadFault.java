package org.mtlsplayground.pki;

import java.util.Optional;

/**
 * Why a file, or a part of it, can't be used: what was found, where, and what was expected. Values only, never key
 * material or a password.
 *
 * @param problem what is wrong
 * @param found what it is that was found, as far as that is known
 * @param detail what exactly is wrong with it
 * @param argument what belongs to the detail or to what was found (a label, a size, an algorithm); may be empty
 * @param place where it begins, or where the reading stopped, where that is known
 * @param expected what was sought: a certificate, a private key, a CRL; empty where anything would do
 */
public record LoadFault(
        LoadProblem problem,
        Optional<ContentKind> found,
        LoadDetail detail,
        String argument,
        Optional<Place> place,
        Optional<ContentKind> expected) {

    /** A problem of which nothing more need be said. */
    public static LoadFault of(LoadProblem problem) {
        return of(problem, LoadDetail.NONE, "");
    }

    /** A problem with its detail, and what belongs to that. */
    public static LoadFault of(LoadProblem problem, LoadDetail detail, String argument) {
        return new LoadFault(problem, Optional.empty(), detail, argument, Optional.empty(), Optional.empty());
    }

    /** The same of something that was recognised. */
    public LoadFault found(ContentKind kind) {
        return new LoadFault(problem, Optional.of(kind), detail, argument, place, expected);
    }

    /** The same with where it is. */
    public LoadFault at(Place where) {
        return new LoadFault(problem, found, detail, argument, Optional.of(where), expected);
    }

    /** The same where something certain was sought. */
    public LoadFault expecting(ContentKind kind) {
        return new LoadFault(problem, found, detail, argument, place, Optional.of(kind));
    }
}
