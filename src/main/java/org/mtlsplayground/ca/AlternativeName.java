package org.mtlsplayground.ca;

import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.util.IPAddress;

/**
 * A name of any kind, as it stands in the subject alternative names or, as a pattern, in the name constraints (RFC 5280
 * §4.2.1.6, §4.2.1.10). It holds whatever was typed; {@link NewCertificate#problems} says what is wrong with it.
 *
 * @param kind what the value is
 * @param value the text, without a prefix
 */
public record AlternativeName(Kind kind, String value) {
    /** The kinds that can be made. */
    public enum Kind {
        DNS("DNS"),
        IP("IP"),
        URI("URI"),
        EMAIL("email"),
        /** A distinguished name as RFC 4514 writes it. */
        DIRECTORY("dirName"),
        /** Microsoft's user principal name: an otherName 1.3.6.1.4.1.311.20.2.3. */
        UPN("UPN"),
        /** An OID. */
        REGISTERED_ID("RID"),
        /** Any other, an otherName for example: the whole GeneralName in DER, as hexadecimal digits. */
        DER("DER");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }

        /** What openssl's configuration writes before the colon, for example {@code DNS}. */
        public String prefix() {
            return prefix;
        }
    }

    public AlternativeName {
        value = value.strip();
    }

    /**
     * Takes {@code DNS:a.example}, {@code IP:127.0.0.1}, {@code URI:spiffe://…}, {@code email:…}, {@code dirName:…},
     * {@code UPN:…}, {@code RID:…} and {@code DER:…}; without a prefix the kind is told by the look: an address, a URI ({@code ://}), a
     * mail address ({@code @}), a distinguished name ({@code =}), or else a DNS name.
     */
    public static AlternativeName of(String text) {
        String stripped = text.strip();
        for (Kind kind : Kind.values()) {
            String start = kind.prefix + ":";
            if (stripped.toLowerCase(Locale.ROOT).startsWith(start.toLowerCase(Locale.ROOT))) {
                return new AlternativeName(kind, stripped.substring(start.length()));
            }
        }
        return new AlternativeName(guess(stripped), stripped);
    }

    private static Kind guess(String text) {
        if (IPAddress.isValid(text) || IPAddress.isValidWithNetMask(text)) {
            return Kind.IP;
        }
        if (text.contains("://")) {
            return Kind.URI;
        }
        if (text.contains("@")) {
            return Kind.EMAIL;
        }
        return text.contains("=") ? Kind.DIRECTORY : Kind.DNS;
    }

    /** With its prefix, so that {@link #of} gives it again. */
    @Override
    public String toString() {
        return kind.prefix + ":" + value;
    }

    /** What is wrong with it as the name of somebody; empty if nothing is. */
    public Optional<WrongInput.Why> problem() {
        return NameRules.problem(this);
    }

    /** What is wrong with it as a pattern in the name constraints; empty if nothing is. */
    public Optional<WrongInput.Why> problemAsConstraint() {
        return NameRules.problemAsConstraint(this);
    }

    GeneralName encoded() {
        return NameCoding.encode(this);
    }
}
