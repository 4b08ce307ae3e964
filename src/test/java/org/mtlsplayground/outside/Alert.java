package org.mtlsplayground.outside;

import java.util.Locale;
import java.util.regex.Pattern;
import org.mtlsplayground.peer.TlsVersion;

/** The alerts (RFC 8446 §6.2) of these tests, as OpenSSL writes them; curl and Python pass its words on. */
enum Alert {
    BAD_CERTIFICATE(42),
    HANDSHAKE_FAILURE(40),
    CERTIFICATE_UNKNOWN(46),
    UNKNOWN_CA(48),
    CERTIFICATE_REQUIRED(116);

    private final int number;

    Alert(int number) {
        this.number = number;
    }

    /** Its name in RFC 8446. */
    String description() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a program's output names it: "tlsv1 alert unknown ca", and where it has a number, this number. */
    boolean isIn(String output) {
        boolean named = Pattern.compile("alert " + description().replace('_', ' '), Pattern.CASE_INSENSITIVE)
                .matcher(output)
                .find();
        return named && (!output.contains("alert number") || output.contains("alert number " + number));
    }

    /** What the JDK's server answers to an empty certificate list. */
    static Alert ofJdkForNoCertificate(TlsVersion version) {
        return version == TlsVersion.TLS_1_3 ? CERTIFICATE_REQUIRED : BAD_CERTIFICATE;
    }
}
