package org.mtlsplayground.pki.detail;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.mtlsplayground.pki.Hex;

/** Digests by which people tell certificates and keys apart. */
final class Fingerprints {
    private Fingerprints() {}

    static List<FieldDraft> of(byte[] der, List<Asn1Node> roots) {
        List<FieldDraft> fields = new ArrayList<>();
        for (String algorithm : List.of("SHA-256", "SHA-1", "MD5")) {
            digest(algorithm, der).ifPresent(digest -> fields.add(field(algorithm, Hex.of(digest))));
        }
        key(roots)
                .flatMap(key -> digest("SHA-256", key.encoded()))
                .ifPresent(digest ->
                        fields.add(field("pin-sha256", Base64.getEncoder().encodeToString(digest))));
        return fields;
    }

    private static FieldDraft field(String name, String value) {
        String id = "fingerprint." + name;
        FieldDraft draft = new FieldDraft(id, name, FieldReader.topic(name.startsWith("pin") ? "pin" : "fingerprint"));
        draft.values().add(value);
        return draft;
    }

    /** Not every security policy has MD5 and SHA-1. */
    private static Optional<byte[]> digest(String algorithm, byte[] bytes) {
        try {
            return Optional.of(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            return Optional.empty();
        }
    }

    /** The SubjectPublicKeyInfo, of which RFC 7469 §2.4 takes the digest. */
    private static Optional<Asn1Node> key(List<Asn1Node> roots) {
        if (roots.isEmpty()) {
            return Optional.empty();
        }
        try {
            Elements toBeSigned = Elements.of(Elements.of(roots.get(0)).next(Asn1Types.SEQUENCE));
            toBeSigned.optionalContext(0);
            for (int i = 0; i < 5; i++) {
                toBeSigned.next("");
            }
            return Optional.of(toBeSigned.next(Asn1Types.SEQUENCE));
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }
}
