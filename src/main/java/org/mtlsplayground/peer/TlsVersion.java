package org.mtlsplayground.peer;

import java.util.Collection;

/** The protocol versions that a side may offer. Older ones are never offered. */
public enum TlsVersion {
    TLS_1_3("TLSv1.3", "TLS 1.3"),
    TLS_1_2("TLSv1.2", "TLS 1.2");

    private final String jsseName;
    private final String displayName;

    TlsVersion(String jsseName, String displayName) {
        this.jsseName = jsseName;
        this.displayName = displayName;
    }

    /** The name that JSSE uses. */
    public String jsseName() {
        return jsseName;
    }

    /** The name that people use. */
    public String displayName() {
        return displayName;
    }

    static String[] jsseNames(Collection<TlsVersion> versions) {
        return versions.stream().map(TlsVersion::jsseName).toArray(String[]::new);
    }
}
