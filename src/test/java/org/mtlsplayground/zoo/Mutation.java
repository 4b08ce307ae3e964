package org.mtlsplayground.zoo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes a file as bad luck or malice would: bits flipped, parts cut out, parts of others put in. */
final class Mutation {
    private static final Pattern BODY = Pattern.compile("-----\\R([A-Za-z0-9+/=\\s]+)-----END");
    /** What begins lengths and values in ASN.1, and the extremes of numbers. */
    private static final byte[] TELLING = {0, 1, 2, 4, 5, 6, 0x30, 0x31, 0x7F, -128, -127, -126, -124, -96, -1};

    private final Random random;

    Mutation(Random random) {
        this.random = random;
    }

    /**
     * Another content.
     *
     * @param other from which parts may be taken
     */
    byte[] of(byte[] content, byte[] other) {
        Matcher body = BODY.matcher(new String(content, StandardCharsets.ISO_8859_1));
        if (random.nextInt(4) > 0 && body.find()) {
            return within(content, body.start(1), body.end(1), body.group(1), other);
        }
        return changed(content, other);
    }

    /** In PEM most changes only spoil the base64; these spoil what it stands for. */
    private byte[] within(byte[] content, int start, int end, String base64, byte[] other) {
        byte[] der;
        try {
            der = Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return changed(content, other);
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(content, 0, start);
        whole.writeBytes(Base64.getMimeEncoder(64, new byte[] {'\n'}).encode(changed(der, other)));
        whole.write('\n');
        whole.write(content, end, content.length - end);
        return whole.toByteArray();
    }

    private byte[] changed(byte[] content, byte[] other) {
        byte[] changed = content;
        for (int i = random.nextInt(3); i >= 0 && changed.length > 0; i--) {
            changed = switch (random.nextInt(5)) {
                case 0 -> cut(changed);
                case 1 -> splice(changed, other);
                default -> flip(changed);
            };
        }
        return changed;
    }

    private byte[] flip(byte[] content) {
        byte[] flipped = content.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(flipped.length);
            switch (random.nextInt(3)) {
                case 0 -> flipped[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> flipped[at] = TELLING[random.nextInt(TELLING.length)];
                default -> flipped[at] = (byte) random.nextInt(256);
            }
        }
        return flipped;
    }

    private byte[] cut(byte[] content) {
        int from = random.nextInt(content.length);
        int to = random.nextBoolean() ? content.length : from + random.nextInt(content.length - from);
        return joined(Arrays.copyOf(content, from), Arrays.copyOfRange(content, to, content.length));
    }

    private byte[] splice(byte[] content, byte[] other) {
        byte[] source = random.nextBoolean() ? content : other;
        int from = random.nextInt(source.length);
        byte[] part = Arrays.copyOfRange(source, from, from + random.nextInt(source.length - from));
        int at = random.nextInt(content.length);
        int rest = random.nextBoolean() ? at : Math.min(content.length, at + part.length);
        return joined(joined(Arrays.copyOf(content, at), part), Arrays.copyOfRange(content, rest, content.length));
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
