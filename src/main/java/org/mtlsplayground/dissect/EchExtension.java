package org.mtlsplayground.dissect;

import java.util.OptionalInt;
import org.mtlsplayground.codepoint.CodePoints;
import org.mtlsplayground.wire.ByteReader;
import org.mtlsplayground.wire.MalformedMessageException;

/** Reads encrypted_client_hello (RFC 9849 §5). */
final class EchExtension {
    private static final int OUTER = 0;

    private EchExtension() {}

    static Extension read(ByteReader in, Place place) throws MalformedMessageException {
        byte[] all = in.ahead();
        OptionalInt configId = OptionalInt.empty();
        if (place == Place.CLIENT_HELLO) {
            if (in.u8("ech_client_hello_type", CodePoints::echClientHelloType) == OUTER) {
                in.group("hpke_cipher_suite", suite -> {
                    suite.u16("kdf_id", CodePoints::hpkeKdf);
                    return suite.u16("aead_id", CodePoints::hpkeAead);
                });
                configId = OptionalInt.of(in.u8("config_id"));
                in.opaque("enc", 2);
                in.opaque("ech_payload", 2);
            }
        } else if (place == Place.HELLO_RETRY_REQUEST) {
            in.bytes("confirmation", 8);
        } else {
            in.opaque("retry_configs", 2);
        }
        return new Extension.EncryptedClientHello(configId, all);
    }
}
