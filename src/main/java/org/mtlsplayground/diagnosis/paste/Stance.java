package org.mtlsplayground.diagnosis.paste;

import java.util.Locale;

/** How one who reports an error stands to it. */
public enum Stance {
    /** It refuses the other side. */
    REFUSES,
    /** The other side refused, and it was told so, by an alert or an answer. */
    TOLD,
    /** Neither: the network, a file, or something that came in between. */
    NEITHER;

    /** The stable name that files and command lines use: {@code refuses}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
