package org.mtlsplayground.dissect;

import java.util.Optional;
import org.mtlsplayground.codepoint.CodePoints;
import org.mtlsplayground.codepoint.SuiteParts;
import org.mtlsplayground.codepoint.SuiteParts.KeyExchange;
import org.mtlsplayground.wire.ByteReader;
import org.mtlsplayground.wire.MalformedMessageException;

/** Reads ServerKeyExchange and ClientKeyExchange, whose form only the cipher suite tells (RFC 5246 §7.4.3, §7.4.7). */
final class KeyExchanges {
    private static final int NAMED_CURVE = 3;
    private static final byte[] NO_SIGNATURE = {};

    private KeyExchanges() {}

    static Handshake server(ByteReader in, HandshakeContext context) throws MalformedMessageException {
        int start = in.position();
        KeyExchange exchange = exchange(context);
        Optional<Handshake.KeyExchangeParameters> known = switch (exchange) {
            case ECDHE, ECDH_ANON -> elliptic(in);
            case DHE, DH_ANON -> Optional.of(in.group("params", KeyExchanges::finiteField));
            default -> Optional.empty();
        };
        if (known.isEmpty()) {
            byte[] rest = in.rest("body");
            return new Handshake.ServerKeyExchange(
                    new Handshake.OtherParameters(rest), Optional.empty(), NO_SIGNATURE, rest.length);
        }
        int signedLength = in.position() - start;
        if (exchange == KeyExchange.ECDH_ANON || exchange == KeyExchange.DH_ANON) {
            return new Handshake.ServerKeyExchange(known.get(), Optional.empty(), NO_SIGNATURE, signedLength);
        }
        return in.group("signed_params", signed -> {
            Optional<Integer> scheme = context.namesAlgorithms()
                    ? Optional.of(signed.u16("algorithm", CodePoints::signatureScheme))
                    : Optional.empty();
            return new Handshake.ServerKeyExchange(
                    known.get(), scheme, signed.opaque("params_signature", 2), signedLength);
        });
    }

    /** RFC 8422 §5.4: named curves only; the others are no longer in use. */
    private static Optional<Handshake.KeyExchangeParameters> elliptic(ByteReader in) throws MalformedMessageException {
        if (in.remaining() > 0 && in.peek() != NAMED_CURVE) {
            return Optional.empty();
        }
        return Optional.of(in.group("params", params -> {
            params.u8("curve_type", CodePoints::ecCurveType);
            int group = params.u16("named_curve", CodePoints::group);
            return new Handshake.EcParameters(group, params.opaque("public", 1));
        }));
    }

    private static Handshake.KeyExchangeParameters finiteField(ByteReader in) throws MalformedMessageException {
        return new Handshake.DhParameters(in.opaque("dh_p", 2), in.opaque("dh_g", 2), in.opaque("dh_ys", 2));
    }

    static Handshake client(ByteReader in, HandshakeContext context) throws MalformedMessageException {
        return new Handshake.ClientKeyExchange(
                switch (exchange(context)) {
                    case ECDHE, ECDH_ANON -> in.opaque("ecdh_yc", 1);
                    case DHE, DH_ANON -> in.opaque("dh_yc", 2);
                    case RSA -> in.opaque("encrypted_pre_master_secret", 2);
                    default -> in.rest("body");
                });
    }

    private static KeyExchange exchange(HandshakeContext context) {
        return context.suite().map(SuiteParts::keyExchange).orElse(KeyExchange.OTHER);
    }
}
