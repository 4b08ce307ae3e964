package org.mtlsplayground.transcript;

import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.mtlsplayground.capture.Capture;
import org.mtlsplayground.codepoint.SuiteParts;
import org.mtlsplayground.secrets.EphemeralKey;
import org.mtlsplayground.secrets.KeyMaterial;

/**
 * What the key schedules of one connection share.
 *
 * @param capture the connection
 * @param sessions finds the session that a ticket or id stands for
 * @param remembered where sessions of this connection are kept
 * @param secrets what has been derived
 * @param proofs what the sides sent to prove themselves
 * @param negotiation what the messages settled so far
 */
record KeyContext(
        Capture capture,
        Function<byte[], Optional<Session>> sessions,
        Sessions remembered,
        SecretList secrets,
        Proofs proofs,
        Negotiator negotiation) {
    /** What is known of the connection's secrets. */
    KeyMaterial material() {
        return capture.keys();
    }

    /** The session that is resumed under this ticket or id; who resumes it is whom it was made with. */
    Optional<Session> resume(byte[] handle) {
        Optional<Session> session = sessions.apply(handle);
        session.ifPresent(negotiation::inherit);
        return session;
    }

    /** What a later connection can resume of this one. */
    Session session(byte[] secret, SuiteParts suite) {
        Negotiation now = negotiation.negotiation();
        return new Session(
                secret, suite, new WeakReference<>(capture), now.presentedByClient(), now.presentedByServer());
    }

    /** A shared secret, and from whose draws it follows. */
    record Agreed(byte[] secret, DerivedSecret.Origin origin) {
        Agreed stripped() {
            int zeros = 0;
            while (zeros < secret.length - 1 && secret[zeros] == 0) {
                zeros++;
            }
            return new Agreed(Arrays.copyOfRange(secret, zeros, secret.length), origin);
        }
    }

    /** Why nothing can be opened where no key was found. */
    Unopened noKey() {
        boolean nothing = material().draws(true).all().isEmpty()
                && material().draws(false).all().isEmpty()
                && material().keyLog().entries().isEmpty();
        return nothing ? Unopened.NO_SECRETS : Unopened.KEY_NOT_FOUND;
    }

    /** The shared secret of a named group, from the draws of either side. */
    Optional<Agreed> agree(int group, byte[] ofClient, byte[] ofServer, boolean stripZeros) {
        return EphemeralKey.recover(group, ofClient, material().draws(true))
                .flatMap(key -> key.agree(ofServer, stripZeros))
                .map(secret -> new Agreed(secret, DerivedSecret.Origin.CLIENT_DRAWS))
                .or(() -> EphemeralKey.recover(group, ofServer, material().draws(false))
                        .flatMap(key -> key.agree(ofClient, stripZeros))
                        .map(secret -> new Agreed(secret, DerivedSecret.Origin.SERVER_DRAWS)));
    }

    /** The same for a group that the server made up (RFC 5246 §7.4.3). */
    Optional<Agreed> agree(byte[] p, byte[] g, byte[] ofClient, byte[] ofServer) {
        return EphemeralKey.recover(p, g, ofClient, material().draws(true))
                .flatMap(key -> key.agree(ofServer, true))
                .map(secret -> new Agreed(secret, DerivedSecret.Origin.CLIENT_DRAWS))
                .or(() -> EphemeralKey.recover(p, g, ofServer, material().draws(false))
                        .flatMap(key -> key.agree(ofClient, true))
                        .map(secret -> new Agreed(secret, DerivedSecret.Origin.SERVER_DRAWS)));
    }

    /** A secret from the key log that came with the connection. */
    Optional<byte[]> logged(String label, byte[] clientRandom) {
        return material().keyLog().entries().isEmpty()
                ? Optional.empty()
                : material().keyLog().secret(label, clientRandom);
    }
}
