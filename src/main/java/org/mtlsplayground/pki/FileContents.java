package org.mtlsplayground.pki;

import java.util.List;

/**
 * What a file holds, as far as it can be read. Values only: no private key is kept here.
 *
 * @param format how the file is written, found from its content and never from its name
 * @param entries what was read, in the order of the file
 * @param faults what could not be read, in the order of the file; {@link LoadProblem#PASSWORD_NEEDED} and
 *     {@link LoadProblem#WRONG_PASSWORD} mean that there may be more to see
 */
public record FileContents(FileFormat format, List<FileEntry> entries, List<LoadFault> faults) {
    public FileContents {
        entries = List.copyOf(entries);
        faults = List.copyOf(faults);
    }

    /** Whether a password, or another one, would show more. */
    public boolean needsPassword() {
        return faults.stream()
                .anyMatch(fault -> fault.problem() == LoadProblem.PASSWORD_NEEDED
                        || fault.problem() == LoadProblem.WRONG_PASSWORD);
    }

    /**
     * Why the file is of no use to whoever sought something that is not among its entries: what could not be read, or what
     * was found instead.
     */
    public LoadFault without(ContentKind sought) {
        return faults.stream()
                .findFirst()
                .orElseGet(() -> entries.stream()
                        .findFirst()
                        .map(entry -> LoadFault.of(LoadProblem.SOMETHING_ELSE)
                                .found(entry.kind())
                                .at(entry.place()))
                        .orElse(LoadFault.of(LoadProblem.SOMETHING_ELSE, LoadDetail.EMPTY_STORE, "")))
                .expecting(sought);
    }
}
