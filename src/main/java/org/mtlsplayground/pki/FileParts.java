package org.mtlsplayground.pki;

import java.io.BufferedReader;
import java.io.CharArrayReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;

/** Takes a file's bytes apart, by what they are and not by what the file is called. */
final class FileParts implements AutoCloseable {
    /** More in one file is no chain and no list of CAs that anyone keeps; the largest public lists have some hundreds. */
    static final int MAX_PARTS = 2000;

    private static final String BEGIN = "-----BEGIN ";

    private final List<Part> parts;

    private FileParts(List<Part> parts) {
        this.parts = parts;
    }

    /**
     * @param bytes a file's content; cleared when the parts are out
     */
    static FileParts of(byte[] bytes) throws ContentException {
        try {
            List<Part> der = DerParts.of(bytes);
            if (!der.isEmpty()) {
                return new FileParts(der);
            }
            char[] text = decode(bytes);
            try {
                long expected = lines(text, BEGIN);
                if (expected > 0) {
                    return new FileParts(pemParts(text, expected));
                }
                if (lines(text, "---- BEGIN SSH2 ") + lines(text, "ssh-") + lines(text, "ecdsa-sha2-") > 0) {
                    throw new ContentException(LoadProblem.SOMETHING_ELSE, "SSH public key");
                }
            } finally {
                Arrays.fill(text, '\0');
            }
            throw DerParts.whyNot(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** All parts in the order of the file; never empty. */
    List<Part> all() {
        return parts;
    }

    /** The parts of a kind, in the order of the file. */
    List<Part> of(Part.Kind kind) {
        return parts.stream().filter(part -> part.kind() == kind).toList();
    }

    /** Wipes the bytes. */
    @Override
    public void close() {
        parts.forEach(Part::clear);
    }

    private static List<Part> pemParts(char[] text, long expected) throws ContentException {
        List<Part> parts = new ArrayList<>();
        try (PemReader reader = new PemReader(new CharArrayReader(text))) {
            for (PemObject pem = reader.readPemObject(); pem != null; pem = reader.readPemObject()) {
                if (parts.size() == MAX_PARTS) {
                    throw new ContentException(LoadProblem.TOO_BIG, "more than " + MAX_PARTS + " parts");
                }
                parts.add(Part.of(pem));
            }
        } catch (IOException | RuntimeException e) {
            throw damaged(parts.size() + 1);
        }
        // The reader ends silently at a BEGIN line that is not well formed.
        if (parts.size() < expected) {
            throw damaged(parts.size() + 1);
        }
        return parts;
    }

    private static ContentException damaged(int number) {
        return new ContentException(LoadProblem.DAMAGED, "PEM block " + number);
    }

    private static long lines(char[] text, String beginning) {
        return new BufferedReader(new CharArrayReader(text))
                .lines()
                .filter(line -> line.startsWith(beginning))
                .count();
    }

    private static char[] decode(byte[] bytes) {
        int first = bytes[0] & 0xFF;
        int second = bytes.length > 1 ? bytes[1] & 0xFF : 0;
        // PEM is ASCII; a text editor may have put a byte order mark before it, or have doubled each byte.
        boolean utf16 = (first == 0xFE && second == 0xFF) || (first == 0xFF && second == 0xFE);
        Charset charset = utf16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        CharBuffer decoded = charset.decode(ByteBuffer.wrap(bytes));
        if (decoded.hasRemaining() && decoded.charAt(0) == '\uFEFF') {
            decoded.get();
        }
        char[] text = new char[decoded.remaining()];
        decoded.get(text);
        Arrays.fill(decoded.array(), '\0');
        return text;
    }
}
