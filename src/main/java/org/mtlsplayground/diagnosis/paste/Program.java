package org.mtlsplayground.diagnosis.paste;

import java.util.Locale;

/** The programs and libraries whose error texts are known. */
public enum Program {
    JAVA,
    OPENSSL,
    CURL,
    PYTHON,
    GO,
    NODE,
    NGINX,
    /** Chrome, Edge and others that are made of Chromium. */
    CHROMIUM,
    FIREFOX;

    /** The stable name that files and command lines use: {@code openssl}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
