package org.mtlsplayground.pki;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;

/** Names files that hold no certificate and no key, by how they begin. */
final class OtherContent {
    private static final int LOOKED_AT = 4096;

    /** How files begin, in hexadecimal. */
    private static final Map<String, ContentKind> MAGIC = magic();

    private static final Set<Integer> PGP_KEY_TAGS = Set.of(0x99, 0xC6, 0x98);
    private static final Set<Integer> PGP_SECRET_KEY_TAGS = Set.of(0x95, 0xC5, 0x94);

    private static final int OBJECT_IDENTIFIER = 6;

    /** An object or a list; a bracket with a word in it begins a section of a configuration file. */
    private static final Pattern JSON = Pattern.compile("\\{\\s*[\"}]|\\[\\s*[\\[{\"\\]]");

    private static final byte[] TAR = "ustar".getBytes(StandardCharsets.US_ASCII);
    private static final int TAR_AT = 257;

    private OtherContent() {}

    private static Map<String, ContentKind> magic() {
        Map<String, ContentKind> magic = new LinkedHashMap<>();
        magic.put("25504446", ContentKind.PDF);
        magic.put("d0cf11e0a1b11ae1", ContentKind.OFFICE_DOCUMENT);
        magic.put("7b5c727466", ContentKind.OFFICE_DOCUMENT); // RTF
        magic.put("504b0304", ContentKind.ZIP);
        magic.put("504b0506", ContentKind.ZIP);
        magic.put("1f8b", ContentKind.GZIP);
        magic.put("89504e47", ContentKind.IMAGE);
        magic.put("ffd8ff", ContentKind.IMAGE);
        magic.put("47494638", ContentKind.IMAGE);
        magic.put("7f454c46", ContentKind.PROGRAM);
        magic.put("4d5a", ContentKind.PROGRAM);
        magic.put("cafebabe", ContentKind.PROGRAM);
        magic.put("53514c69746520666f726d6174203300", ContentKind.SQLITE);
        magic.put("0a0d0d0a", ContentKind.CAPTURE);
        magic.put("d4c3b2a1", ContentKind.CAPTURE);
        magic.put("a1b2c3d4", ContentKind.CAPTURE);
        magic.put("6f70656e7373682d6b65792d763100", ContentKind.SSH_PRIVATE_KEY);
        return magic;
    }

    /**
     * @param text the content as text, as far as it is
     * @param bytes the content as it stands in the file
     */
    static ContentKind of(byte[] text, byte[] bytes) {
        byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, LOOKED_AT));
        String hex = HexFormat.of().formatHex(head, 0, Math.min(head.length, 32));
        for (Map.Entry<String, ContentKind> entry : MAGIC.entrySet()) {
            if (hex.startsWith(entry.getKey())) {
                return entry.getValue() == ContentKind.ZIP && isOffice(head)
                        ? ContentKind.OFFICE_DOCUMENT
                        : entry.getValue();
            }
        }
        if (head.length > TAR_AT + TAR.length && Arrays.equals(head, TAR_AT, TAR_AT + TAR.length, TAR, 0, TAR.length)) {
            return ContentKind.TAR;
        }
        return PlainText.isText(text) ? ofText(text) : ofBinary(bytes);
    }

    private static boolean isOffice(byte[] head) {
        String names = new String(head, StandardCharsets.ISO_8859_1);
        return names.contains("[Content_Types].xml")
                || names.contains("word/")
                || names.contains("mimetypeapplication/vnd.oasis.opendocument");
    }

    private static ContentKind ofText(byte[] text) {
        int start = PlainText.start(text);
        String head = new String(text, start, Math.min(text.length - start, LOOKED_AT), StandardCharsets.ISO_8859_1);
        String small = head.toLowerCase(Locale.ROOT);
        if (small.startsWith("<!doctype html") || small.startsWith("<html") || small.contains("<html")) {
            return ContentKind.HTML;
        }
        if (small.startsWith("<")) {
            return ContentKind.XML;
        }
        if (head.startsWith("PuTTY-User-Key-File")) {
            return ContentKind.PUTTY_KEY;
        }
        if (has(head, "ssh-", "ecdsa-sha2-", "sk-ssh-", "sk-ecdsa-", "---- BEGIN SSH2 PUBLIC")) {
            return ContentKind.SSH_PUBLIC_KEY;
        }
        if (head.startsWith("---- BEGIN SSH2 ENCRYPTED PRIVATE")) {
            return ContentKind.SSH_PRIVATE_KEY;
        }
        if (has(head, "CLIENT_RANDOM ", "CLIENT_HANDSHAKE_TRAFFIC_SECRET ", "SERVER_HANDSHAKE_TRAFFIC_SECRET ")) {
            return ContentKind.KEY_LOG;
        }
        return JSON.matcher(head).lookingAt() ? ContentKind.JSON : ContentKind.TEXT;
    }

    private static boolean has(String head, String... beginnings) {
        return head.lines().anyMatch(line -> Arrays.stream(beginnings).anyMatch(line.strip()::startsWith));
    }

    private static ContentKind ofBinary(byte[] bytes) {
        if (isPgp(bytes, PGP_KEY_TAGS)) {
            return ContentKind.PGP_PUBLIC_KEY;
        }
        if (isPgp(bytes, PGP_SECRET_KEY_TAGS)) {
            return ContentKind.PGP_PRIVATE_KEY;
        }
        if (isCurve(bytes)) {
            return ContentKind.EC_PARAMETERS;
        }
        return isBks(bytes) ? ContentKind.BKS : ContentKind.BINARY;
    }

    /** A key packet (RFC 9580 §4.2, §5.5.2) is told by its tag and the version that follows its length. */
    private static boolean isPgp(byte[] bytes, Set<Integer> tags) {
        if (bytes.length < 20 || !tags.contains(bytes[0] & 0xFF)) {
            return false;
        }
        int first = bytes[0] & 0xFF;
        int lengthBytes = (first & 0x40) != 0 ? ((bytes[1] & 0xFF) < 192 ? 1 : 2) : 1 << (first & 3);
        int version = bytes[1 + lengthBytes];
        return version == 3 || version == 4 || version == 6;
    }

    /** The name of a curve alone (RFC 5480 §2.1.1). */
    private static boolean isCurve(byte[] bytes) {
        if (bytes.length < 4 || bytes[0] != OBJECT_IDENTIFIER || bytes[1] != bytes.length - 2) {
            return false;
        }
        try {
            return ECNamedCurveTable.getName(ASN1ObjectIdentifier.getInstance(bytes)) != null;
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** Bouncy Castle's key store: a version, a salt of twenty bytes with its length, a count of rounds. */
    private static boolean isBks(byte[] bytes) {
        if (bytes.length < 32) {
            return false;
        }
        ByteBuffer head = ByteBuffer.wrap(bytes);
        int version = head.getInt();
        int saltLength = head.getInt();
        return (version == 1 || version == 2) && saltLength == 20;
    }
}
