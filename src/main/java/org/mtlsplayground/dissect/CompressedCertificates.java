package org.mtlsplayground.dissect;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.mtlsplayground.codepoint.CodePoints;
import org.mtlsplayground.wire.ByteReader;
import org.mtlsplayground.wire.MalformedMessageException;

/** Reads CompressedCertificate (RFC 8879 §4), and what is in it where zlib made it. */
final class CompressedCertificates {
    private static final int ZLIB = 1;
    private static final int CHUNK = 4096;

    /** Certificates, mostly keys and signatures, shrink to a half or a quarter; what shrinks far more is no certificate. */
    private static final int MAX_RATIO = 16;

    private CompressedCertificates() {}

    static Handshake read(ByteReader in, HandshakeContext context) throws MalformedMessageException {
        int algorithm = in.u16("certificate_compression_algorithm", CodePoints::certificateCompression);
        int length = in.u24("uncompressed_length");
        byte[] compressed = in.opaque("compressed_certificate_message", 3);
        boolean sane = length <= Dissector.MAX_MESSAGE && length <= MAX_RATIO * compressed.length;
        Optional<Handshake.Certificate> certificate = algorithm == ZLIB && sane
                ? inflate(compressed, length).flatMap(body -> certificate(body, in, context))
                : Optional.empty();
        return new Handshake.CompressedCertificate(algorithm, length, compressed, certificate);
    }

    private static Optional<Handshake.Certificate> certificate(byte[] body, ByteReader in, HandshakeContext context) {
        ByteReader unpacked = ByteReader.of(body, "compressed_certificate_message");
        try {
            Handshake.Certificate certificate =
                    unpacked.group("certificate", message -> Certificates.certificate(message, context));
            unpacked.finish();
            in.unpackLast(unpacked.fields());
            return Optional.of(certificate);
        } catch (MalformedMessageException e) {
            return Optional.empty();
        }
    }

    /** Exactly {@code length} bytes; memory grows with what comes out, not with what was promised. */
    private static Optional<byte[]> inflate(byte[] compressed, int length) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(compressed);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] chunk = new byte[CHUNK];
            while (!inflater.finished() && out.size() <= length) {
                int found = inflater.inflate(chunk);
                if (found == 0) {
                    break;
                }
                out.write(chunk, 0, found);
            }
            boolean whole = inflater.finished() && inflater.getRemaining() == 0 && out.size() == length;
            return whole ? Optional.of(out.toByteArray()) : Optional.empty();
        } catch (DataFormatException e) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }
}
