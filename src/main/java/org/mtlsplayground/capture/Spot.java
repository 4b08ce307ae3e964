package org.mtlsplayground.capture;

import java.util.Optional;

/**
 * Which record a {@link WireRule} means. Numbers count from 1, in the rule's direction.
 *
 * <p>Offsets of a {@link Disturbance} count from the record's first byte, its header of five bytes included; of a handshake
 * message from the message's first byte, its header of four bytes included.
 */
public sealed interface Spot {
    /**
     * Handshake types (RFC 8446 §4, RFC 5246 §7.4). In clear they are seen in TLS 1.2 but for the Finished, of TLS 1.3 the
     * Hellos alone; what is encrypted is found where the interceptor has an {@link Opener}, and then the whole record is meant.
     */
    int CLIENT_HELLO = 1;

    int SERVER_HELLO = 2;
    int ENCRYPTED_EXTENSIONS = 8;
    int CERTIFICATE = 11;
    int SERVER_KEY_EXCHANGE = 12;
    int CERTIFICATE_REQUEST = 13;
    int SERVER_HELLO_DONE = 14;
    int CERTIFICATE_VERIFY = 15;
    int CLIENT_KEY_EXCHANGE = 16;
    int FINISHED = 20;

    /**
     * Where in a record.
     *
     * @param from its first byte
     * @param to behind its last byte
     */
    record Span(int from, int to) {
        private static Optional<Span> wholeIf(boolean meant, WireUnit unit) {
            return meant ? Optional.of(new Span(0, unit.bytes().length)) : Optional.empty();
        }
    }

    /** What is meant in this unit; empty if it is another one. */
    Optional<Span> in(WireUnit unit);

    /** The n-th record of any kind. */
    record OfAll(int number) implements Spot {
        @Override
        public Optional<Span> in(WireUnit unit) {
            return Span.wholeIf(unit.record() == number, unit);
        }
    }

    /**
     * The n-th handshake message of a type: in clear, as much of it as is in the record in which it begins; encrypted, the
     * record in which it ends.
     */
    record OfHandshake(int type, int number) implements Spot {
        @Override
        public Optional<Span> in(WireUnit unit) {
            return unit.messages().stream()
                    .filter(part -> part.type() == type && part.number() == number)
                    .findFirst()
                    .map(part -> new Span(part.offset(), Math.min(part.offset() + part.length(), unit.bytes().length)));
        }
    }

    /** The n-th encrypted record. */
    record OfEncrypted(int number) implements Spot {
        @Override
        public Optional<Span> in(WireUnit unit) {
            return Span.wholeIf(unit.encrypted() == number, unit);
        }
    }

    /** The n-th record of application data. */
    record OfData(int number) implements Spot {
        @Override
        public Optional<Span> in(WireUnit unit) {
            return Span.wholeIf(unit.data() == number, unit);
        }
    }

    /** The n-th record of any kind. */
    static Spot record(int number) {
        return new OfAll(number);
    }

    /** The first handshake message of this type. */
    static Spot handshake(int type) {
        return new OfHandshake(type, 1);
    }

    /** The n-th handshake message of this type. */
    static Spot handshake(int type, int number) {
        return new OfHandshake(type, number);
    }

    /**
     * The n-th encrypted record. The JDK's client sends in TLS 1.3 its Certificate, CertificateVerify and Finished in one,
     * or in one each; in TLS 1.2 the first one is the Finished.
     */
    static Spot encrypted(int number) {
        return new OfEncrypted(number);
    }

    /** The n-th record of application data; in TLS 1.3 known only where the sender is ours. */
    static Spot data(int number) {
        return new OfData(number);
    }
}
