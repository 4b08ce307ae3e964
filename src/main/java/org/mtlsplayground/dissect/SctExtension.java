package org.mtlsplayground.dissect;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.mtlsplayground.codepoint.CodePoints;
import org.mtlsplayground.wire.ByteReader;
import org.mtlsplayground.wire.MalformedMessageException;

/** Reads signed_certificate_timestamp (RFC 6962 §3.2, §3.3). */
final class SctExtension {
    private static final int LOG_ID = 32;

    private SctExtension() {}

    static Extension read(ByteReader in) throws MalformedMessageException {
        if (in.remaining() == 0) {
            return new Extension.SignedCertificateTimestamps(List.of());
        }
        return new Extension.SignedCertificateTimestamps(in.list("sct_list", 2, e -> {
            byte[] sct = e.opaque("serialized_sct", 2);
            e.partsOfLast(SctExtension::timestamp);
            return sct;
        }));
    }

    private static Void timestamp(ByteReader in) throws MalformedMessageException {
        if (in.u8("sct_version", version -> version == 0 ? "v1" : Integer.toString(version)) != 0) {
            throw in.malformed("a version that is not read");
        }
        in.bytes("log_id", LOG_ID);
        in.bytes("timestamp", Long.BYTES, SctExtension::time);
        in.opaque("sct_extensions", 2);
        in.group("sct_signature", signature -> {
            signature.u16("algorithm", CodePoints::signatureScheme);
            return signature.opaque("signature_over_sct", 2);
        });
        return null;
    }

    /** Milliseconds since 1970; the largest of them are far from any time. */
    private static String time(byte[] bytes) {
        return Instant.ofEpochMilli(ByteBuffer.wrap(bytes).getLong()).toString();
    }
}
