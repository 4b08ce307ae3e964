package org.mtlsplayground.diagnosis.paste;

/** A weight in words. */
public enum Strength {
    /** The text says so. */
    SAYS,
    /** The text fits it well. */
    FITS,
    /** The text does not speak against it. */
    POSSIBLE;

    private static final int SAID = 90;
    private static final int FITTING = 60;

    static Strength of(int weight) {
        return weight >= SAID ? SAYS : weight >= FITTING ? FITS : POSSIBLE;
    }
}
