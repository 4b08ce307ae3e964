package org.mtlsplayground.peer;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.Set;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.TrustAnchors;

/**
 * The contexts of a client's connections. Keeps the latest with its sessions, for a connection that is to resume one, and
 * its managers: most connections are made with the settings of the one before. Thread-safe.
 */
final class ClientContexts {
    private record Made(
            Optional<Identity> identity,
            boolean jdkChooses,
            TrustAnchors trust,
            RevocationChecking revocation,
            boolean askStatus,
            Set<TlsVersion> versions,
            Managers managers,
            TlsContext context) {

        boolean hasManagersFor(ClientSettings settings) {
            return identity.equals(settings.identity())
                    && jdkChooses == settings.jdkChooses()
                    && trust.equals(settings.trust())
                    && revocation.equals(settings.revocation());
        }

        boolean isFor(ClientSettings settings) {
            return hasManagersFor(settings)
                    && askStatus == settings.askStatus()
                    && versions.equals(settings.versions());
        }
    }

    private volatile Made latest;

    /**
     * The context for one connection: if it is to resume, that of the latest connection, as long as it had the same
     * settings as far as a session depends on them; else a new one, which has no session.
     */
    TlsContext of(ClientSettings settings) throws GeneralSecurityException, IOException {
        Made before = latest;
        if (settings.resume()
                && before != null
                && before.isFor(settings)
                && before.context().mayResume()) {
            return before.context();
        }
        Managers managers =
                before != null && before.hasManagersFor(settings) ? before.managers() : Managers.of(settings);
        TlsContext context = new TlsContext(managers, Stapling.client(settings.askStatus()));
        latest = new Made(
                settings.identity(),
                settings.jdkChooses(),
                settings.trust(),
                settings.revocation(),
                settings.askStatus(),
                settings.versions(),
                managers,
                context);
        return context;
    }
}
