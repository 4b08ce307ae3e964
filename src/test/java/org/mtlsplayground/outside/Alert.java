package org.mtlsplayground.outside;

import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
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

    /** Its record where it is fatal and not encrypted (RFC 5246 §6.2.1, §7.2), in hexadecimal. */
    String inClear() {
        return "1503030002" + "02" + HexFormat.of().toHexDigits((byte) number);
    }

    /** Whether a program's output names it: "tlsv1 alert unknown ca", and where it has a number, this number. */
    boolean isIn(String output) {
        boolean named = Pattern.compile("alert " + description().replace('_', ' '), Pattern.CASE_INSENSITIVE)
                .matcher(output)
                .find();
        return named && (!output.contains("alert number") || output.contains("alert number " + number));
    }

    /**
     * What the JDK's server may answer to an empty certificate list. JDK 17 does not distinguish; JDK 25 keeps to RFC 8446
     * §4.4.2.4 and RFC 5246 §7.4.6; of those between them either is right.
     */
    static Set<Alert> ofJdkForNoCertificate(TlsVersion version) {
        Alert byTheBook = version == TlsVersion.TLS_1_3 ? CERTIFICATE_REQUIRED : HANDSHAKE_FAILURE;
        int jdk = Runtime.version().feature();
        if (jdk <= 17) {
            return EnumSet.of(BAD_CERTIFICATE);
        }
        return jdk >= 25 ? EnumSet.of(byTheBook) : EnumSet.of(BAD_CERTIFICATE, byTheBook);
    }
}
