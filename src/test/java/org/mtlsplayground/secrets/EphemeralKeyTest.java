package org.mtlsplayground.secrets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys of the JDK's own generators, as JSSE calls them. */
class EphemeralKeyTest {
    private final RememberingRandom random = new RememberingRandom();
    private final Draws draws = new Draws();

    @BeforeEach
    void remember() {
        random.rememberInto(draws);
    }

    @ParameterizedTest
    @EnumSource
    void recoversAndAgrees(TestGroup group) throws GeneralSecurityException {
        draw(32, 32);
        KeyPair own = group.generate(random);
        draw(32, group.drawLength());
        random.rememberInto(null);
        KeyPair other = group.generate(random);

        EphemeralKey recovered =
                EphemeralKey.recover(group.number, group.onWire(own), draws).orElseThrow();

        assertArrayEquals(
                group.agreement(own, other),
                recovered.agree(group.onWire(other), false).orElseThrow());
    }

    @ParameterizedTest
    @EnumSource
    void findsNoKeyThatWasNotDrawn(TestGroup group) throws GeneralSecurityException {
        group.generate(random);
        random.rememberInto(null);

        assertTrue(EphemeralKey.recover(group.number, group.onWire(group.generate(random)), draws)
                .isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void findsNothingInOtherDraws(TestGroup group) throws GeneralSecurityException {
        random.rememberInto(null);
        byte[] key = group.onWire(group.generate(random));
        assertTrue(EphemeralKey.recover(group.number, key, draws).isEmpty(), "without any draw");

        random.rememberInto(draws);
        draw(32, 31, group.drawLength() - 1, group.drawLength() + 1, 4);
        assertTrue(EphemeralKey.recover(group.number, key, draws).isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void refusesBadKeysOfTheOtherSide(TestGroup group) throws GeneralSecurityException {
        KeyPair own = group.generate(random);
        EphemeralKey recovered =
                EphemeralKey.recover(group.number, group.onWire(own), draws).orElseThrow();
        byte[] good = group.onWire(own);

        assertEquals(Optional.empty(), recovered.agree(new byte[0], false));
        assertEquals(Optional.empty(), recovered.agree(new byte[good.length], false), "zeros");
        for (byte[] bad : group.badKeys(good)) {
            assertEquals(Optional.empty(), recovered.agree(bad, false));
        }
    }

    @Test
    void knowsNoOtherGroups() {
        draw(32, 32, 1216);
        for (int group : new int[] {0, 1, 22, 26, 31, 255, 261, 0x11ec, 0x2a2a, 65535, -1}) {
            assertEquals(Optional.empty(), EphemeralKey.recover(group, new byte[32], draws));
        }
    }

    private void draw(int... lengths) {
        for (int length : lengths) {
            random.nextBytes(new byte[length]);
        }
    }
}
