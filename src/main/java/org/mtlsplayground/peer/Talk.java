package org.mtlsplayground.peer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The few words that our peers exchange after a handshake. */
final class Talk {
    /** No more than this is read of what the other side says, in bytes. */
    private static final int MAX_WORDS = 16 * 1024;

    private static final int MAX_DRAINED = 256 * 1024;
    private static final Pattern HTTP_REQUEST = Pattern.compile("[A-Z]+ \\S+ HTTP/1\\.[01]\r?\n.*", Pattern.DOTALL);

    private Talk() {}

    /**
     * The first words of the other side: what comes at once, or, where that begins an HTTP request, its header to the
     * end. Empty at the end of the stream.
     */
    static String firstWords(InputStream in) throws IOException {
        ByteArrayOutputStream words = new ByteArrayOutputStream();
        byte[] buffer = new byte[4096];
        String text = "";
        do {
            int count = in.read(buffer, 0, Math.min(buffer.length, MAX_WORDS - words.size()));
            if (count < 0) {
                break;
            }
            words.write(buffer, 0, count);
            text = words.toString(StandardCharsets.UTF_8);
        } while (isHttp(text) && !text.contains("\r\n\r\n") && words.size() < MAX_WORDS);
        return text;
    }

    /** The answer in the language of the question: an HTTP response to an HTTP request, else the bare words. */
    static byte[] answer(String question, String reply) {
        byte[] body = reply.getBytes(StandardCharsets.UTF_8);
        if (!isHttp(question)) {
            return body;
        }
        String head = "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: " + body.length
                + "\r\nConnection: close\r\n\r\n";
        ByteArrayOutputStream response = new ByteArrayOutputStream();
        response.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        if (!question.startsWith("HEAD ")) {
            response.writeBytes(body);
        }
        return response.toByteArray();
    }

    private static boolean isHttp(String text) {
        return HTTP_REQUEST.matcher(text).matches();
    }

    /**
     * Ends a TCP connection so that the other side can read all that was sent to it. Closing a socket with unread bytes
     * makes TCP send a reset, and a reset can overtake an alert. Bounded in bytes; the caller bounds the time.
     */
    static void endGently(Socket raw) throws IOException {
        raw.shutdownOutput();
        InputStream in = raw.getInputStream();
        byte[] buffer = new byte[4096];
        int drained = 0;
        int count = 0;
        while (count >= 0 && drained < MAX_DRAINED) {
            count = in.read(buffer, 0, buffer.length);
            drained += count;
        }
    }
}
