package org.mtlsplayground.pki;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;

/** Passwords as bytes, without a copy left behind. */
final class SecretText {
    private SecretText() {}

    /** The bytes, which the caller clears; what the charset lacks becomes a question mark. */
    static byte[] encode(char[] password, Charset charset) {
        CharsetEncoder encoder = charset.newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        byte[] room = new byte[(int) Math.ceil(password.length * (double) encoder.maxBytesPerChar())];
        ByteBuffer encoded = ByteBuffer.wrap(room);
        encoder.encode(CharBuffer.wrap(password), encoded, true);
        encoder.flush(encoded);
        byte[] bytes = Arrays.copyOf(room, encoded.position());
        Arrays.fill(room, (byte) 0);
        return bytes;
    }
}
