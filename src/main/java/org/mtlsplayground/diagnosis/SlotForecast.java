package org.mtlsplayground.diagnosis;

import java.security.cert.X509Certificate;
import java.util.List;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.KeyPairs;
import org.mtlsplayground.pki.path.PathCheck;
import org.mtlsplayground.pki.path.Role;
import org.mtlsplayground.pki.path.Step;

/**
 * What can be said of one side's identity while nobody knows who will judge it. Immutable.
 *
 * @param side whose it is
 * @param keyFits whether the key is the certificate's
 * @param path the leaf and its issuers, as far as they are in its file
 * @param steps the checks of the path; what depends on the other side is {@link Step.Status#NOT_REACHED}
 */
public record SlotForecast(Side side, boolean keyFits, List<X509Certificate> path, List<Step> steps) {
    public SlotForecast {
        path = List.copyOf(path);
        steps = List.copyOf(steps);
    }

    /** Checks an identity; some milliseconds of work, any thread. */
    public static SlotForecast of(Side side, Identity identity) {
        Role role = side == Side.CLIENT ? Role.CLIENT : Role.SERVER;
        PathCheck.Unjudged unjudged = PathCheck.unjudged(identity.chain(), role);
        return new SlotForecast(
                side, KeyPairs.match(identity.leaf(), identity.key()), unjudged.path(), unjudged.steps());
    }

    /** Whether nothing is against it so far. */
    public boolean isGood() {
        return keyFits && steps.stream().noneMatch(Step::fails);
    }
}
