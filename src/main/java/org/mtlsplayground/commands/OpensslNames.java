package org.mtlsplayground.commands;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What OpenSSL, and whoever is built on it, calls the names of the IANA registries. */
final class OpensslNames {
    private OpensslNames() {}

    /** The cipher suites of TLS 1.3 among these, which OpenSSL calls as everybody does, with colons between. */
    static String suites13(List<String> suites) {
        return suites.stream().filter(OpensslNames::isOf13).collect(Collectors.joining(":"));
    }

    /** The other suites among these, with colons between. */
    static String suites12(List<String> suites) {
        return suites.stream()
                .filter(suite -> suite.contains("_WITH_"))
                .map(OpensslNames::suite)
                .collect(Collectors.joining(":"));
    }

    static boolean isOf13(String suite) {
        return !suite.contains("_WITH_") && !suite.endsWith("_SCSV");
    }

    /** {@code TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256} is {@code ECDHE-RSA-AES128-GCM-SHA256}. */
    static String suite(String iana) {
        String[] parts = iana.replaceFirst("^TLS_", "").split("_WITH_", 2);
        String exchange = parts[0].equals("RSA") ? "" : parts[0].replace('_', '-') + "-";
        String cipher = parts[1].equals("CHACHA20_POLY1305_SHA256")
                ? "CHACHA20-POLY1305"
                : parts[1].replaceFirst("^3DES_EDE_CBC", "DES-CBC3")
                        .replaceFirst("^AES_(\\d+)_CBC", "AES$1")
                        .replaceFirst("^AES_(\\d+)", "AES$1")
                        .replaceFirst("^NULL", "NULL");
        return exchange + cipher.replace('_', '-');
    }

    /** Groups for the key exchange, with colons between. */
    static String groups(List<String> groups) {
        return String.join(":", groups);
    }

    /** Signature schemes, with colons between; older OpenSSLs know those of TLS 1.2 by another spelling alone. */
    static String schemes(List<String> schemes) {
        return schemes.stream().map(OpensslNames::scheme).collect(Collectors.joining(":"));
    }

    private static String scheme(String iana) {
        if (iana.matches("(ecdsa|dsa|rsa_pkcs1)_sha(1|224)") || iana.startsWith("dsa_")) {
            String[] parts = iana.replace("rsa_pkcs1", "rsa").split("_", 2);
            return parts[0].toUpperCase(Locale.ROOT) + "+" + parts[1].toUpperCase(Locale.ROOT);
        }
        return iana;
    }
}
