package org.mtlsplayground.pki.detail;

/** Carries a {@link Malformed} from where reading stopped to where it is shown; never leaves the package. */
final class MalformedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Malformed malformed;

    MalformedException(Malformed.Reason reason, int offset, String expected) {
        super(reason + " at " + offset, null, false, false);
        malformed = new Malformed(reason, offset, expected);
    }

    MalformedException(Malformed.Reason reason, int offset) {
        this(reason, offset, "");
    }

    Malformed malformed() {
        return malformed;
    }
}
