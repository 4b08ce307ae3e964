package org.mtlsplayground.zoo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Flips a bit within what a file stands for: of PEM in what the base64 stands for, so that the base64 stays sound. */
final class Damage {
    private static final Pattern LAST_BODY = Pattern.compile(
            "(?s).*-----BEGIN [A-Z ]+-----\\n(?:[^\\n]*: [^\\n]*\\n)*\\n?([A-Za-z0-9+/=\\n]+)-----END.*");

    private Damage() {}

    /**
     * The damaged content.
     *
     * @param where 0 for the first byte, 1 for the last one; in PEM of the last block
     */
    static byte[] flip(Path file, double where) throws IOException {
        byte[] content = Files.readAllBytes(file);
        String text = new String(content, StandardCharsets.ISO_8859_1);
        Matcher body = LAST_BODY.matcher(text);
        if (!body.matches()) {
            flip(content, where);
            return content;
        }
        byte[] der = Base64.getMimeDecoder().decode(body.group(1));
        flip(der, where);
        String changed = text.substring(0, body.start(1))
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n" + text.substring(body.end(1));
        return changed.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void flip(byte[] bytes, double where) {
        bytes[(int) Math.round((bytes.length - 1) * where)] ^= 0x10;
    }
}
