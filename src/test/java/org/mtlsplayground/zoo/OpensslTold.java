package org.mtlsplayground.zoo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code openssl x509} prints of a certificate, taken apart. */
final class OpensslTold {
    /** With these it prints what is read here. */
    static final List<String> OPTIONS = List.of(
            "-noout",
            "-nameopt",
            "sep_multiline,utf8,lname",
            "-dateopt",
            "iso_8601",
            "-subject",
            "-issuer",
            "-startdate",
            "-enddate",
            "-serial",
            "-fingerprint",
            "-sha256",
            "-modulus",
            "-pubkey",
            "-text");

    private static final Pattern EXTENSION = Pattern.compile("            (\\S.*?):\\s*(critical)?");

    private final String text;

    OpensslTold(String text) {
        this.text = text;
    }

    /**
     * An extension.
     *
     * @param lines its value, without the indentation
     */
    record Extension(boolean critical, List<String> lines) {}

    /** The value of a line {@code name=value}. */
    String value(String name) {
        return find("(?m)^" + name + "=(.*)$");
    }

    /** The first group of the first match. */
    String find(String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        if (!found.find()) {
            throw new AssertionError(pattern + " is not in " + text);
        }
        return found.group(1);
    }

    boolean has(String pattern) {
        return Pattern.compile(pattern).matcher(text).find();
    }

    /** The attributes of {@code subject} or {@code issuer} in their order, {@code commonName=alice}. */
    List<String> name(String which) {
        List<String> attributes = new ArrayList<>();
        String block = find("(?ms)^" + which + "=\\n(.*?)^\\S");
        for (String line : block.lines().toList()) {
            attributes.addAll(List.of(line.substring(4).split(" \\+ (?=\\w+=)")));
        }
        return attributes;
    }

    /** In their order, by the names that openssl gives them. */
    Map<String, Extension> extensions() {
        Map<String, Extension> extensions = new LinkedHashMap<>();
        if (!has("X509v3 extensions:")) {
            return extensions;
        }
        List<String> lines = new ArrayList<>();
        for (String line : find("(?s)X509v3 extensions:\\n(.*?)\\n    Signature Algorithm")
                .lines()
                .toList()) {
            Matcher header = EXTENSION.matcher(line);
            if (header.matches()) {
                lines = new ArrayList<>();
                extensions.put(header.group(1), new Extension(header.group(2) != null, lines));
            } else {
                lines.add(line.strip());
            }
        }
        return extensions;
    }
}
