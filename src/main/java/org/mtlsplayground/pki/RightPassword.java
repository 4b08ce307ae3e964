package org.mtlsplayground.pki;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * Tells a wrong password from a damaged ciphertext by what the beginning opens to: a wrong one leaves noise, in which
 * hardly ever a length fits that of the whole. Where the very first bytes are damaged both look alike.
 */
final class RightPassword {
    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 2;
    private static final int HEAD = 32;
    /** Of the longest block, which padding may fill. */
    private static final int MAX_PADDING = 16;

    private RightPassword() {}

    /** Whether what follows from this ciphertext begins like a private key. */
    static boolean opensKey(Decryption decryption, AlgorithmIdentifier algorithm, byte[] ciphertext) {
        byte[] head = head(decryption, algorithm, ciphertext);
        boolean key = beginsKey(head, ciphertext.length);
        Arrays.fill(head, (byte) 0);
        return key;
    }

    /** Whether what follows from this ciphertext begins like the contents of a PKCS#12 (RFC 7292 §4.2). */
    static boolean opensContents(Decryption decryption, AlgorithmIdentifier algorithm, byte[] ciphertext) {
        byte[] head = head(decryption, algorithm, ciphertext);
        int inner = contentOf(head, ciphertext.length);
        boolean contents = inner > 0 && head[inner] == SEQUENCE;
        Arrays.fill(head, (byte) 0);
        return contents;
    }

    /**
     * Whether these bytes begin like a key in one of its forms (RFC 5958 §2, RFC 8017 §A.1.2, RFC 5915 §3): a sequence, and
     * in it a version that is 0 or 1.
     *
     * @param length how long the whole is at most, padding included
     */
    static boolean beginsKey(byte[] head, int length) {
        int inner = contentOf(head, length);
        return inner > 0
                && inner + 2 < head.length
                && head[inner] == INTEGER
                && head[inner + 1] == 1
                && (head[inner + 2] == 0 || head[inner + 2] == 1);
    }

    /** Where the content of a sequence begins that fills the whole but for padding; 0 if there is none. */
    private static int contentOf(byte[] head, int length) {
        if (head.length < 8 || head[0] != SEQUENCE) {
            return 0;
        }
        int total = DerLength.of(head, 0);
        boolean fits = total > 0 && total <= length && total >= length - MAX_PADDING;
        return fits ? 2 + (head[1] < 0 ? head[1] & 0x7F : 0) : 0;
    }

    private static byte[] head(Decryption decryption, AlgorithmIdentifier algorithm, byte[] ciphertext) {
        byte[] head = new byte[HEAD];
        int read = 0;
        try {
            InputStream opened = decryption.get(algorithm).getInputStream(new ByteArrayInputStream(ciphertext));
            for (int next = opened.read(); next >= 0 && read < HEAD; next = opened.read()) {
                head[read++] = (byte) next;
            }
        } catch (IOException | OperatorCreationException e) {
            // The end is wrong: what came before it tells enough.
            return Arrays.copyOf(head, read);
        }
        return Arrays.copyOf(head, read);
    }
}
