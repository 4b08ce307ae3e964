package org.mtlsplayground.pki.path;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.mtlsplayground.pki.TrustAnchors;

/** Trust anchors as JSSE wants them: the JDK's own PKIX trust manager. */
public final class TrustManagers {
    private TrustManagers() {}

    /** A trust manager that accepts whom these anchors vouch for; costly to make, safe for use by any thread. */
    public static X509ExtendedTrustManager of(TrustAnchors trust) throws GeneralSecurityException, IOException {
        if (trust.isNone()) {
            return new TrustNobody();
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        if (trust.platform()) {
            // Null is JSSE's word for the list that came with the JDK.
            factory.init((KeyStore) null);
        } else {
            KeyStore store = KeyManagers.emptyStore();
            int number = 0;
            for (X509Certificate certificate : trust.certificates()) {
                store.setCertificateEntry("trusted-" + number++, certificate);
            }
            factory.init(store);
        }
        return extended(factory);
    }

    /** Sets parameters of path validation (RFC 5280 §6). */
    @FunctionalInterface
    public interface Setup {
        /** Sets them. */
        void apply(PKIXBuilderParameters parameters) throws GeneralSecurityException;
    }

    /** The same, with parameters of path validation other than JSSE's own. */
    public static X509ExtendedTrustManager of(TrustAnchors trust, Setup setup)
            throws GeneralSecurityException, IOException {
        if (trust.isNone()) {
            return new TrustNobody();
        }
        Set<TrustAnchor> anchors = new HashSet<>();
        for (X509Certificate certificate : of(trust).getAcceptedIssuers()) {
            anchors.add(new TrustAnchor(certificate, null));
        }
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, null);
        // What JSSE does without parameters: it looks for revocation if it is told to by its system property.
        parameters.setRevocationEnabled(Boolean.getBoolean("com.sun.net.ssl.checkRevocation"));
        setup.apply(parameters);
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(new CertPathTrustManagerParameters(parameters));
        return extended(factory);
    }

    /** The same, for which it is always this moment. */
    static X509ExtendedTrustManager at(Instant moment, TrustAnchors trust)
            throws GeneralSecurityException, IOException {
        return of(trust, parameters -> parameters.setDate(Date.from(moment)));
    }

    private static X509ExtendedTrustManager extended(TrustManagerFactory factory) {
        return Stream.of(factory.getTrustManagers())
                .filter(X509ExtendedTrustManager.class::isInstance)
                .map(X509ExtendedTrustManager.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
