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
 * @param expected what should stand there: a certificate or a private key; empty where anything may
 */
public record LoadFault(
        LoadProblem problem,
        Optional<ContentKind> found,
        LoadDetail detail,
        String argument,
        Optional<Place> place,
        Optional<ContentKind> expected) {

    static LoadFault of(LoadProblem problem, LoadDetail detail, String argument) {
        return new LoadFault(problem, Optional.empty(), detail, argument, Optional.empty(), Optional.empty());
    }

    LoadFault found(ContentKind kind) {
        return new LoadFault(problem, Optional.of(kind), detail, argument, place, expected);
    }

    LoadFault at(Place where) {
        return new LoadFault(problem, found, detail, argument, Optional.of(where), expected);
    }

    LoadFault expecting(ContentKind kind) {
        return new LoadFault(problem, found, detail, argument, place, Optional.of(kind));
    }
}
