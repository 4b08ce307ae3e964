package org.mtlsplayground.transcript;

import java.security.MessageDigest;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.mtlsplayground.capture.Direction;

/** What each side sent to prove itself, as it is seen; the checks on it are made when they are asked for. */
final class Proofs {
    private final Map<Direction, Boolean> finished = new EnumMap<>(Direction.class);
    private final Map<Direction, byte[]> leaves = new EnumMap<>(Direction.class);
    private final Map<Direction, SignatureCheck> signatures = new EnumMap<>(Direction.class);
    private final Map<Direction, Optional<Boolean>> verified = new EnumMap<>(Direction.class);

    /** A side showed this certificate as its own. */
    void leaf(Direction by, byte[] certificate) {
        leaves.put(by, certificate);
    }

    /** A side signed. */
    void signed(Direction by, int scheme, byte[] content, byte[] signature) {
        byte[] leaf = leaves.get(by);
        if (leaf != null) {
            signatures.put(by, new SignatureCheck(scheme, leaf, content, signature));
            verified.remove(by);
        }
    }

    /** A side sent its Finished. */
    void finished(Direction by, byte[] expected, byte[] found) {
        finished.put(by, MessageDigest.isEqual(expected, found));
    }

    Checks checks() {
        return new Checks(
                Optional.ofNullable(finished.get(Direction.CLIENT_TO_SERVER)),
                Optional.ofNullable(finished.get(Direction.SERVER_TO_CLIENT)),
                signature(Direction.CLIENT_TO_SERVER),
                signature(Direction.SERVER_TO_CLIENT));
    }

    private Optional<Boolean> signature(Direction by) {
        SignatureCheck check = signatures.get(by);
        return check == null ? Optional.empty() : verified.computeIfAbsent(by, side -> check.verify());
    }
}
