package org.mtlsplayground.pki.path;

import java.net.IDN;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mtlsplayground.pki.CertificateDescription;

/** The check of a server's name, by the rules of RFC 2818 §3.1 as the JDK keeps them. */
final class NameCheck {
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final String DNS = "DNS:";
    private static final String IP = "IP:";

    private NameCheck() {}

    /** The certificate will do if it is for the name that is sent as SNI, or else for the host. */
    static void check(PathQuestion question, Checks checks) {
        if (question.role() == Role.CLIENT || question.host().isEmpty()) {
            checks.notApplicable(Step.Kind.HOST_NAME, Step.Reason.NAME_UNCHECKED);
            return;
        }
        List<String> wanted = new ArrayList<>();
        question.serverName().ifPresent(wanted::add);
        question.host()
                .map(NameCheck::bare)
                .filter(host -> !wanted.contains(host))
                .ifPresent(wanted::add);
        CertificateDescription leaf = CertificateDescription.of(question.leaf());
        for (String name : wanted) {
            Optional<String> entry = matching(name, leaf);
            if (entry.isPresent()) {
                checks.ok(Step.Kind.HOST_NAME, Step.Reason.NAME_MATCHES, name, entry.get());
                return;
            }
            if (isByCommonName(name, question.leaf(), leaf)) {
                checks.ok(Step.Kind.HOST_NAME, Step.Reason.NAME_MATCHES_COMMON_NAME, name, leaf.name());
                return;
            }
        }
        checks.fails(
                Step.Kind.HOST_NAME,
                Step.Reason.NAME_DIFFERS,
                String.join(", ", wanted),
                String.join(", ", leaf.subjectAlternativeNames()));
    }

    /** Without the brackets of an address, and the dot that ends a full name. */
    private static String bare(String host) {
        String inner = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        return inner.endsWith(".") ? inner.substring(0, inner.length() - 1) : inner;
    }

    private static boolean isAddress(String name) {
        return name.contains(":") || IPV4.matcher(name).matches();
    }

    private static Optional<String> matching(String name, CertificateDescription leaf) {
        String kind = isAddress(name) ? IP : DNS;
        return leaf.subjectAlternativeNames().stream()
                .filter(entry -> entry.startsWith(kind))
                .filter(entry -> isFor(name, entry.substring(kind.length())))
                .findFirst();
    }

    private static boolean isFor(String name, String entry) {
        return isAddress(name) ? Addresses.same(name, entry) : matches(ascii(name), ascii(entry));
    }

    /** The JDK falls back on the common name where there is no DNS entry at all; RFC 9525 §2 forbids it. */
    private static boolean isByCommonName(String name, X509Certificate certificate, CertificateDescription leaf) {
        boolean hasDns = leaf.subjectAlternativeNames().stream().anyMatch(entry -> entry.startsWith(DNS));
        boolean hasCommonName = certificate.getSubjectX500Principal().getName().contains("CN=");
        return !isAddress(name) && !hasDns && hasCommonName && matches(ascii(name), ascii(leaf.name()));
    }

    private static String ascii(String name) {
        try {
            return IDN.toASCII(name).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return name.toLowerCase(Locale.ROOT);
        }
    }

    /** An asterisk stands for any characters in the leftmost label, and there alone. */
    private static boolean matches(String name, String entry) {
        int dot = entry.indexOf('.');
        if (!entry.contains("*") || dot < 0) {
            return name.equals(entry);
        }
        int nameDot = name.indexOf('.');
        String label = nameDot < 0 ? name : name.substring(0, nameDot);
        String rest = nameDot < 0 ? "" : name.substring(nameDot);
        String pattern = Pattern.quote(entry.substring(0, dot)).replace("*", "\\E.*\\Q");
        return Pattern.matches(pattern, label) && rest.equals(entry.substring(dot));
    }
}
