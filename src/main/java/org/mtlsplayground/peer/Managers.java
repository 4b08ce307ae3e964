package org.mtlsplayground.peer;

import java.io.IOException;
import java.security.GeneralSecurityException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.mtlsplayground.pki.TrustAnchors;
import org.mtlsplayground.pki.path.KeyManagers;
import org.mtlsplayground.pki.path.TrustManagers;

/**
 * An identity and trust anchors as JSSE wants them, made by public API alone. Costly to make, and good for any number of
 * contexts. Thread-safe.
 *
 * @param keys must not be changed
 */
record Managers(KeyManager[] keys, X509ExtendedTrustManager trust) {

    static Managers of(ServerSettings settings) throws GeneralSecurityException, IOException {
        return of(settings, settings.revocation());
    }

    static Managers of(ClientSettings settings) throws GeneralSecurityException, IOException {
        return of(settings, settings.revocation());
    }

    static Managers of(ServerSettings settings, RevocationChecking revocation)
            throws GeneralSecurityException, IOException {
        X509ExtendedTrustManager trust = trust(settings.trust(), revocation);
        return new Managers(
                KeyManagers.jdk(settings.identity()),
                settings.allowedSubjects().isEmpty() ? trust : new AllowedSubjects(trust, settings.allowedSubjects()));
    }

    static Managers of(ClientSettings settings, RevocationChecking revocation)
            throws GeneralSecurityException, IOException {
        return new Managers(
                KeyManagers.ofClient(settings.identity(), settings.jdkChooses()), trust(settings.trust(), revocation));
    }

    private static X509ExtendedTrustManager trust(TrustAnchors anchors, RevocationChecking revocation)
            throws GeneralSecurityException, IOException {
        return revocation.isOff() ? TrustManagers.of(anchors) : TrustManagers.of(anchors, revocation::applyTo);
    }
}
