package org.mtlsplayground.pki.detail;

import java.time.Instant;
import java.util.List;
import org.mtlsplayground.pki.Hex;

/** Signed certificate timestamps (RFC 6962 §3.3): proofs that a public log has seen the certificate. */
final class SctList {
    private static final int LOG_ID = 32;

    /** HashAlgorithm and SignatureAlgorithm (RFC 5246 §7.4.1.4.1), by their numbers. */
    private static final List<String> HASHES = List.of("none", "md5", "sha1", "sha224", "sha256", "sha384", "sha512");

    private static final List<String> SIGNATURES = List.of("anonymous", "rsa", "dsa", "ecdsa");

    private SctList() {}

    static void read(Asn1Node value, FieldDraft out) throws MalformedException {
        TlsBytes all = TlsBytes.of(Elements.require(value, Asn1Types.OCTET_STRING));
        TlsBytes list = all.vector(2, "SignedCertificateTimestampList");
        all.end();
        while (list.hasNext()) {
            timestamp(list.vector(2, "SerializedSCT"), out);
        }
    }

    private static void timestamp(TlsBytes in, FieldDraft out) throws MalformedException {
        FieldDraft part = out.part("SignedCertificateTimestamp", in.range());
        TlsBytes version = in.take(1, "version");
        int number = version.number().intValue();
        String shown = number == 0 ? "v1" : "v" + (number + 1);
        part.part("version", version.range()).value(shown + " (" + number + ")");
        if (number != 0) {
            // What another version holds is not known.
            out.value(shown);
            return;
        }
        TlsBytes log = in.take(LOG_ID, "log_id");
        part.part("log_id", log.range()).value(Hex.of(log.bytes()));
        TlsBytes time = in.take(8, "timestamp");
        String moment = moment(time);
        part.part("timestamp", time.range()).value(moment);
        TlsBytes extensions = in.vector(2, "extensions");
        part.part("extensions", extensions.range()).value(Hex.of(extensions.bytes()));
        TlsBytes scheme = in.take(2, "signature_algorithm");
        String algorithm = name(HASHES, scheme.take(1, "hash")) + "/" + name(SIGNATURES, scheme.take(1, "signature"));
        part.part("signature_algorithm", scheme.range()).value(algorithm);
        TlsBytes signature = in.vector(2, "signature");
        part.part("signature", signature.range()).value(Hex.of(signature.bytes()));
        in.end();
        out.value(moment + " log " + Hex.of(log.bytes()) + " " + algorithm);
    }

    private static String name(List<String> names, TlsBytes number) {
        int index = number.number().intValue();
        return index < names.size() ? names.get(index) : String.valueOf(index);
    }

    /** Milliseconds since 1970; a hostile one can lie beyond what a calendar has. */
    private static String moment(TlsBytes time) {
        long millis = time.number().longValue();
        return millis < 0 || millis > 253_402_300_799_999L
                ? time.number().toString()
                : Asn1Times.showMillis(Instant.ofEpochMilli(millis));
    }
}
