package org.mtlsplayground.ui.wire;

import java.util.List;
import java.util.function.Supplier;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.capture.Disturbance;
import org.mtlsplayground.capture.RuleText;
import org.mtlsplayground.capture.Spot;
import org.mtlsplayground.capture.WireRule;
import org.mtlsplayground.text.Messages;

/** A rule that the user has made: whose record, which one, what happens to it. */
record OwnRule(Direction direction, Where where, Deed deed) {
    /** Which record. */
    enum Where {
        CLIENT_HELLO(Spot.handshake(Spot.CLIENT_HELLO)),
        SERVER_HELLO(Spot.handshake(Spot.SERVER_HELLO)),
        ENCRYPTED_EXTENSIONS(Spot.handshake(Spot.ENCRYPTED_EXTENSIONS)),
        CERTIFICATE_REQUEST(Spot.handshake(Spot.CERTIFICATE_REQUEST)),
        CERTIFICATE(Spot.handshake(Spot.CERTIFICATE)),
        SERVER_KEY_EXCHANGE(Spot.handshake(Spot.SERVER_KEY_EXCHANGE)),
        CLIENT_KEY_EXCHANGE(Spot.handshake(Spot.CLIENT_KEY_EXCHANGE)),
        CERTIFICATE_VERIFY(Spot.handshake(Spot.CERTIFICATE_VERIFY)),
        FINISHED(Spot.handshake(Spot.FINISHED)),
        FIRST(Spot.record(1)),
        SECOND(Spot.record(2)),
        ENCRYPTED_1(Spot.encrypted(1)),
        ENCRYPTED_2(Spot.encrypted(2)),
        ENCRYPTED_3(Spot.encrypted(3)),
        DATA(Spot.data(1));

        @SuppressWarnings("ImmutableEnumChecker") // a spot never changes
        private final Spot spot;

        Where(Spot spot) {
            this.spot = spot;
        }

        String words() {
            return Messages.get("rule.where." + this);
        }

        /** Those that this side may send. */
        static List<Where> of(Direction direction) {
            boolean client = direction == Direction.CLIENT_TO_SERVER;
            return List.of(values()).stream()
                    .filter(each -> switch (each) {
                        case CLIENT_HELLO, CLIENT_KEY_EXCHANGE -> client;
                        case SERVER_HELLO, ENCRYPTED_EXTENSIONS, SERVER_KEY_EXCHANGE, CERTIFICATE_REQUEST -> !client;
                        default -> true;
                    })
                    .toList();
        }
    }

    /** What happens. */
    enum Deed {
        FLIP(() -> Disturbance.flipBit(-1, 0)),
        DROP(Disturbance::drop),
        REPEAT(Disturbance::repeat),
        SWAP(Disturbance::swap),
        HTTP(() -> RuleText.parse("client:record:http").disturbance()),
        ALERT(() -> RuleText.parse("client:record:alert=40").disturbance()),
        CUT(() -> Disturbance.cutAt(-1)),
        CLOSE(Disturbance::close),
        RESET(Disturbance::reset),
        STALL(Disturbance::stall);

        @SuppressWarnings("ImmutableEnumChecker") // makes the same each time
        private final Supplier<Disturbance> maker;

        Deed(Supplier<Disturbance> maker) {
            this.maker = maker;
        }

        String words() {
            return Messages.get("rule.deed." + this);
        }
    }

    WireRule rule() {
        return new WireRule(direction, where.spot, deed.maker.get());
    }

    String words() {
        return Messages.get("rule.words", Messages.get("rule.sender." + direction), where.words(), deed.words());
    }
}
