package org.mtlsplayground.ui.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mtlsplayground.codepoint.CodePoints;
import org.mtlsplayground.text.Messages;

/** How the content of a field is written by people. */
enum FieldWriting {
    /** A name, in ASCII (RFC 6066 §3, RFC 7301 §6). */
    TEXT {
        @Override
        String write(byte[] content) {
            return new String(content, StandardCharsets.US_ASCII);
        }

        @Override
        byte[] read(String text) throws Unreadable {
            if (text.chars().anyMatch(one -> one <= ' ' || one > '~')) {
                throw new Unreadable(Messages.get("alter.field.no.text"));
            }
            return text.getBytes(StandardCharsets.US_ASCII);
        }
    },
    /** Cipher suites, by their names; those without one in hex. */
    SUITES {
        @Override
        String write(byte[] content) {
            return IntStream.range(0, content.length / 2)
                    .map(i -> (content[2 * i] & 0xff) << Byte.SIZE | (content[2 * i + 1] & 0xff))
                    .mapToObj(CodePoints::cipherSuite)
                    .collect(Collectors.joining("\n"));
        }

        @Override
        byte[] read(String text) throws Unreadable {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            for (String name : text.split("[\\s,;]+", -1)) {
                if (!name.isEmpty()) {
                    int number = number(name);
                    bytes.write(number >> Byte.SIZE);
                    bytes.write(number);
                }
            }
            return bytes.toByteArray();
        }

        private int number(String name) throws Unreadable {
            OptionalInt known = CodePoints.cipherSuiteValue(name);
            if (known.isEmpty() && !name.matches("(0x)?[0-9a-fA-F]{4}")) {
                throw new Unreadable(Messages.get("alter.field.no.suite", name));
            }
            return known.orElseGet(() -> Integer.parseInt(name.replaceFirst("^0x", ""), 16));
        }
    },
    /** Bytes in hex. */
    HEX {
        @Override
        String write(byte[] content) {
            return HexFormat.ofDelimiter(" ").formatHex(content);
        }

        @Override
        byte[] read(String text) throws Unreadable {
            try {
                return HexFormat.of().parseHex(text.replaceAll("\\s", ""));
            } catch (IllegalArgumentException e) {
                throw new Unreadable(Messages.get("alter.field.no.hex"));
            }
        }
    };

    /** It can't be read; the message says why, to the user. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String why) {
            super(why);
        }
    }

    /** What people would write for these bytes. */
    abstract String write(byte[] content);

    /**
     * The bytes that are meant.
     *
     * @throws Unreadable if it says none
     */
    abstract byte[] read(String text) throws Unreadable;

    /** Whether all of these bytes can be written so, and read again. */
    boolean suits(byte[] content) {
        try {
            return Arrays.equals(read(write(content)), content);
        } catch (Unreadable e) {
            return false;
        }
    }

    /** How a field with this name may be written, the usual way first. */
    static List<FieldWriting> of(String field) {
        return Stream.of(
                        switch (field) {
                            case "host_name", "protocol_name" -> TEXT;
                            case "cipher_suite", "cipher_suites" -> SUITES;
                            default -> HEX;
                        },
                        HEX)
                .distinct()
                .toList();
    }

    String words() {
        return Messages.get("alter.field.as." + this);
    }
}
