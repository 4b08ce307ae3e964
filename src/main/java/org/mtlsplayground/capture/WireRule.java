package org.mtlsplayground.capture;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * What is to happen to one record on the way: which way, which record, what. A rule that never finds its record, or whose
 * record is too short for it, does nothing; {@link Capture#alterations()} then stays empty. Immutable.
 *
 * <pre>{@code
 * client.connect(settings, Interceptor.of(WireRule.flippedBit(CLIENT_TO_SERVER)));
 * new WireRule(SERVER_TO_CLIENT, Spot.handshake(Spot.CERTIFICATE), Disturbance.flipBit(100, 0));
 * new WireRule(CLIENT_TO_SERVER, Spot.record(2), Disturbance.stall());
 * }</pre>
 *
 * @param direction which way the record goes, and so whose it is
 */
public record WireRule(Direction direction, Spot spot, Disturbance disturbance) {
    /** "DOWNGRD" and 1: what a server of TLS 1.3 ends its random with when it speaks TLS 1.2. */
    private static final String SENTINEL = "444f574e47524401";

    /**
     * One bit of this side's first encrypted record is flipped, in its last byte: the receiver finds it altered (RFC 8446
     * §5.2: bad_record_mac).
     */
    public static WireRule flippedBit(Direction sender) {
        return new WireRule(sender, Spot.encrypted(1), Disturbance.flipBit(-1, 0));
    }

    /**
     * One bit of the random of this side's Hello is flipped. Both go on with what they know, and learn of it by the first
     * thing that covers all messages: in TLS 1.2 the signature over both randoms or the Finished, in TLS 1.3 the keys.
     */
    public static WireRule alteredRandom(Direction sender) {
        return new WireRule(sender, Spot.handshake(helloOf(sender)), Disturbance.flipBitOf(HelloField.RANDOM, -1, 0));
    }

    /**
     * The first cipher suite that the client offers is replaced by one that nobody knows, as an attacker would who wants a
     * weaker one to be chosen. It is found out by the first thing that covers all messages: in TLS 1.2 the client's
     * CertificateVerify if it sends one, else the keys or the Finished; in TLS 1.3 the keys.
     */
    public static WireRule weakenedOffer() {
        return new WireRule(
                Direction.CLIENT_TO_SERVER,
                Spot.handshake(Spot.CLIENT_HELLO),
                Disturbance.overwriteField(HelloField.CIPHER_SUITES, 0, new byte[] {0x4a, 0x4a}));
    }

    /**
     * The ServerHello's random ends with what a server of TLS 1.3 says when it is made to speak TLS 1.2 (RFC 8446 §4.1.3). A
     * client that offered 1.3 refuses it; so the server must speak 1.2 only.
     */
    public static WireRule downgradeSentinel() {
        byte[] sentinel = HexFormat.of().parseHex(SENTINEL);
        return new WireRule(
                Direction.SERVER_TO_CLIENT,
                Spot.handshake(Spot.SERVER_HELLO),
                Disturbance.overwriteField(HelloField.RANDOM, -sentinel.length, sentinel));
    }

    /** Plain HTTP arrives in place of the ClientHello. */
    public static WireRule plainHttp() {
        return new WireRule(
                Direction.CLIENT_TO_SERVER,
                Spot.handshake(Spot.CLIENT_HELLO),
                Disturbance.become("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
    }

    /** The connection ends, in order and without a word, in place of this record. */
    public static WireRule vanishesAt(Direction sender, Spot spot) {
        return new WireRule(sender, spot, Disturbance.close());
    }

    /** From this record on nothing more arrives from this side. It must have the longer time-out: see {@link Passage#stall()}. */
    public static WireRule stallsAt(Direction sender, Spot spot) {
        return new WireRule(sender, spot, Disturbance.stall());
    }

    private static int helloOf(Direction sender) {
        return sender == Direction.CLIENT_TO_SERVER ? Spot.CLIENT_HELLO : Spot.SERVER_HELLO;
    }
}
