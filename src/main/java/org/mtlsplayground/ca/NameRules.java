package org.mtlsplayground.ca;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.util.IPAddress;
import org.mtlsplayground.ca.WrongInput.Why;

/** What names must look like (RFC 5280 §4.2.1.6, §4.2.1.10; RFC 1034 §3.5). */
final class NameRules {
    private static final int LONGEST_DNS_NAME = 253;
    /** With the underscore, which host names in the wild have. */
    private static final String LABEL = "[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?";

    private static final Pattern DNS = Pattern.compile("(\\*\\.)?" + LABEL + "(\\." + LABEL + ")*");
    private static final Pattern DOMAIN = Pattern.compile("\\.?" + LABEL + "(\\." + LABEL + ")*");
    private static final Pattern MAIL_BOX = Pattern.compile("[\\x21-\\x7e&&[^@]]{1,64}");
    private static final Pattern TRUST_DOMAIN = Pattern.compile("[a-z0-9._-]{1,255}");
    private static final Pattern SPIFFE_PATH = Pattern.compile("(/(?!\\.{1,2}(/|$))[A-Za-z0-9._-]+)*");
    private static final int LONGEST_SPIFFE_ID = 2048;

    private NameRules() {}

    static Optional<Why> problem(AlternativeName name) {
        String value = name.value();
        return switch (name.kind()) {
            case DNS -> unless(isDnsName(value), Why.NOT_A_DNS_NAME);
            case IP -> unless(IPAddress.isValid(value), Why.NOT_AN_ADDRESS);
            case URI -> uriProblem(value);
            case EMAIL -> unless(isMailAddress(value), Why.NOT_A_MAIL_ADDRESS);
            default -> common(name);
        };
    }

    /** A host or mail address stands for itself, a domain with a leading dot for all that lies in it. */
    static Optional<Why> problemAsConstraint(AlternativeName name) {
        String value = name.value();
        return switch (name.kind()) {
            // An empty one covers all names: the way to permit none, or to exclude all.
            case DNS -> unless(value.isEmpty() || isDomain(value), Why.NOT_A_DNS_NAME);
            case IP -> unless(IPAddress.isValidWithNetMask(value), Why.NOT_A_RANGE);
            case URI -> unless(isDomain(value), Why.NOT_A_DNS_NAME);
            case EMAIL -> unless(isDomain(value) || isMailAddress(value), Why.NOT_A_MAIL_ADDRESS);
            default -> common(name);
        };
    }

    private static Optional<Why> common(AlternativeName name) {
        String value = name.value();
        return switch (name.kind()) {
            case REGISTERED_ID -> unless(isOid(value), Why.NOT_AN_OID);
            case DIRECTORY -> unless(SubjectName.parse(value).isPresent(), Why.NOT_A_DISTINGUISHED_NAME);
            case DER -> unless(NameCoding.parse(value).isPresent(), Why.NOT_DER);
            default -> unless(!value.isEmpty(), Why.EMPTY);
        };
    }

    static boolean isOid(String text) {
        return ASN1ObjectIdentifier.tryFromID(text) != null;
    }

    /** What is wrong with an absolute URI, a SPIFFE id's own rules included. */
    static Optional<Why> uriProblem(String text) {
        try {
            URI uri = new URI(text);
            if (!uri.isAbsolute()) {
                return Optional.of(Why.NOT_A_URI);
            }
            boolean spiffe = uri.getScheme().toLowerCase(Locale.ROOT).equals("spiffe");
            return unless(!spiffe || isSpiffeId(text), Why.NOT_A_SPIFFE_ID);
        } catch (URISyntaxException e) {
            return Optional.of(Why.NOT_A_URI);
        }
    }

    private static boolean isSpiffeId(String text) {
        String start = "spiffe://";
        if (!text.startsWith(start) || text.length() > LONGEST_SPIFFE_ID) {
            return false;
        }
        String rest = text.substring(start.length());
        int slash = rest.indexOf('/');
        String domain = slash < 0 ? rest : rest.substring(0, slash);
        String path = slash < 0 ? "" : rest.substring(slash);
        return TRUST_DOMAIN.matcher(domain).matches()
                && SPIFFE_PATH.matcher(path).matches();
    }

    /** RFC 5280 §7.2: what has other letters is written in the ASCII form of IDNA. */
    static String asciiHost(String name) {
        return isAscii(name) ? name : IDN.toASCII(name);
    }

    static boolean isAscii(String text) {
        return text.chars().allMatch(letter -> letter < 0x80);
    }

    private static boolean isDnsName(String name) {
        return matches(DNS, name);
    }

    private static boolean isDomain(String name) {
        return matches(DOMAIN, name);
    }

    private static boolean matches(Pattern pattern, String name) {
        try {
            String ascii = name.length() > LONGEST_DNS_NAME ? "" : asciiHost(name);
            return ascii.length() <= LONGEST_DNS_NAME && pattern.matcher(ascii).matches();
        } catch (IllegalArgumentException e) {
            return false; // no name in IDNA's eyes
        }
    }

    private static boolean isMailAddress(String address) {
        int at = address.lastIndexOf('@');
        return at > 0
                && MAIL_BOX.matcher(address.substring(0, at)).matches()
                && isDomain(address.substring(at + 1))
                && address.charAt(at + 1) != '.';
    }

    private static Optional<Why> unless(boolean good, Why why) {
        return good ? Optional.empty() : Optional.of(why);
    }
}
