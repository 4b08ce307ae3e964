package org.mtlsplayground.peer;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.TrustAnchors;

/** Keeps the managers of the latest settings: most connections are made with those of the one before. Thread-safe. */
final class LatestManagers {
    private record Made(Optional<Identity> identity, boolean jdkChooses, TrustAnchors trust, Managers managers) {
        boolean isFor(ClientSettings settings) {
            return identity.equals(settings.identity())
                    && jdkChooses == settings.jdkChooses()
                    && trust.equals(settings.trust());
        }
    }

    private volatile Made latest;

    Managers of(ClientSettings settings) throws GeneralSecurityException, IOException {
        Made made = latest;
        if (made == null || !made.isFor(settings)) {
            made = new Made(settings.identity(), settings.jdkChooses(), settings.trust(), Managers.of(settings));
            latest = made;
        }
        return made.managers();
    }
}
