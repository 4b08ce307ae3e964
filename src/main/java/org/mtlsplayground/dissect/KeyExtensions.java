package org.mtlsplayground.dissect;

import java.util.List;
import org.mtlsplayground.codepoint.CodePoints;
import org.mtlsplayground.codepoint.KeyShareForm;
import org.mtlsplayground.wire.ByteReader;
import org.mtlsplayground.wire.Hex;
import org.mtlsplayground.wire.MalformedMessageException;

/** Reads the extensions of the key exchange and of signatures. */
final class KeyExtensions {
    private KeyExtensions() {}

    /** RFC 8446 §4.2.7. */
    static Extension supportedGroups(ByteReader in) throws MalformedMessageException {
        return new Extension.SupportedGroups(
                in.list("named_group_list", 2, e -> e.u16("named_group", CodePoints::group)));
    }

    /** RFC 8422 §5.1.2. */
    static Extension ecPointFormats(ByteReader in) throws MalformedMessageException {
        return new Extension.EcPointFormats(
                in.list("ec_point_format_list", 1, e -> e.u8("ec_point_format", CodePoints::ecPointFormat)));
    }

    /** RFC 8446 §4.2.3, and RFC 5246 §7.4.4 in a CertificateRequest. */
    static List<Integer> signatureSchemes(ByteReader in) throws MalformedMessageException {
        return in.list(
                "supported_signature_algorithms", 2, e -> e.u16("signature_scheme", CodePoints::signatureScheme));
    }

    /** RFC 8446 §4.2.8. */
    static Extension keyShare(ByteReader in, Place place) throws MalformedMessageException {
        List<Extension.KeyShareEntry> shares = switch (place) {
            case CLIENT_HELLO -> in.list("client_shares", 2, e -> e.group("key_share_entry", s -> share(s, true)));
            case HELLO_RETRY_REQUEST ->
                List.of(new Extension.KeyShareEntry(in.u16("selected_group", CodePoints::group), new byte[0]));
            default -> {
                Extension.KeyShareEntry share = in.group("server_share", s -> share(s, false));
                yield List.of(share);
            }
        };
        return new Extension.KeyShare(shares);
    }

    private static Extension.KeyShareEntry share(ByteReader in, boolean fromClient) throws MalformedMessageException {
        int group = in.u16("group", CodePoints::group);
        byte[] key = in.opaque("key_exchange", 2, bytes -> text(group, bytes, fromClient));
        KeyShareForm.of(group, fromClient)
                .filter(form -> form.parts().size() > 1 && form.length() == key.length)
                .ifPresent(form -> in.partsOfLast(parts -> hybrid(parts, form)));
        in.describe(() -> CodePoints.group(group));
        return new Extension.KeyShareEntry(group, key);
    }

    private static Void hybrid(ByteReader in, KeyShareForm form) throws MalformedMessageException {
        for (KeyShareForm.Part part : form.parts()) {
            in.bytes(
                    switch (part.kind()) {
                        case PUBLIC_KEY -> "ecdhe_share";
                        case ENCAPSULATION_KEY -> "ml_kem_encapsulation_key";
                        case CIPHERTEXT -> "ml_kem_ciphertext";
                    },
                    part.length(),
                    bytes -> part.algorithm() + ", " + bytes.length + " bytes: " + Hex.of(bytes, 32));
        }
        return null;
    }

    /** {@code X25519MLKEM768, 1216 bytes: ML-KEM-768 encapsulation key 1184 + x25519 32}. */
    private static String text(int group, byte[] key, boolean fromClient) {
        StringBuilder text = new StringBuilder(CodePoints.group(group) + ", " + ExtensionText.bytes(key.length));
        KeyShareForm form = KeyShareForm.of(group, fromClient).orElse(new KeyShareForm(List.of()));
        if (!form.parts().isEmpty() && form.length() != key.length) {
            text.append(" where ").append(form.length()).append(" are expected");
        }
        if (form.parts().size() < 2 || form.length() != key.length) {
            return text.append(": ").append(Hex.of(key, 64)).toString();
        }
        String separator = ": ";
        for (KeyShareForm.Part part : form.parts()) {
            text.append(separator).append(part.algorithm());
            text.append(
                    switch (part.kind()) {
                        case PUBLIC_KEY -> " ";
                        case ENCAPSULATION_KEY -> " encapsulation key ";
                        case CIPHERTEXT -> " ciphertext ";
                    });
            text.append(part.length());
            separator = " + ";
        }
        return text.toString();
    }
}
