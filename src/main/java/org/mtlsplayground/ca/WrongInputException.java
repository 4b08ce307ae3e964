package org.mtlsplayground.ca;

import java.util.List;

/** A certificate can't be issued as it was asked for; {@link NewCertificate#problems} says so beforehand. */
public final class WrongInputException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<WrongInput> problems;

    WrongInputException(List<WrongInput> problems) {
        super(problems.toString());
        this.problems = List.copyOf(problems);
    }

    /** All that is wrong; never empty. */
    public List<WrongInput> problems() {
        return problems;
    }
}
