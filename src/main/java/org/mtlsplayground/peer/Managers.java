package org.mtlsplayground.peer;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.function.Predicate;
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
 * @param passedOver whether, on that socket or engine, a certificate was accepted though nobody could say whether it is
 *     revoked
 */
record Managers(KeyManager[] keys, X509ExtendedTrustManager trust, Predicate<Object> passedOver) {

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
                settings.allowedSubjects().isEmpty() ? trust : new AllowedSubjects(trust, settings.allowedSubjects()),
                passedOver(trust));
    }

    static Managers of(ClientSettings settings, RevocationChecking revocation)
            throws GeneralSecurityException, IOException {
        X509ExtendedTrustManager trust = trust(settings.trust(), revocation);
        return new Managers(KeyManagers.ofClient(settings.identity(), settings.jdkChooses()), trust, passedOver(trust));
    }

    private static X509ExtendedTrustManager trust(TrustAnchors anchors, RevocationChecking revocation)
            throws GeneralSecurityException, IOException {
        if (revocation.isOff()) {
            return TrustManagers.of(anchors);
        }
        X509ExtendedTrustManager trust = TrustManagers.of(anchors, revocation::applyTo);
        return revocation.softFail()
                ? new LenientTrustManager(TrustManagers.of(anchors, revocation.softFail(false)::applyTo), trust)
                : trust;
    }

    private static Predicate<Object> passedOver(X509ExtendedTrustManager trust) {
        return trust instanceof LenientTrustManager lenient ? lenient::passedOver : transport -> false;
    }
}
