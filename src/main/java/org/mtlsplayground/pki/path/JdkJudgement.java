package org.mtlsplayground.pki.path;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.AlgorithmConstraints;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.mtlsplayground.pki.Identity;

/**
 * What the JDK's trust manager says of a chain in the midst of a real handshake: it looks not only at the certificates, but
 * at what the connection settled.
 *
 * @param refusal the JDK's reason against the chain; empty if it accepts it
 * @param schemes what a signature on a certificate may be in this handshake, as the JDK names it: {@code SHA256withECDSA};
 *     empty if it did not come that far
 * @param constraints what algorithms and keys the JDK allows at all; null if it did not come that far
 */
record JdkJudgement(Optional<Exception> refusal, List<String> schemes, AlgorithmConstraints constraints) {
    /** Any; nobody listens there. */
    private static final int PORT = 4443;

    /** No judgement; only what the JDK allows at all. */
    static JdkJudgement none() {
        try {
            return new JdkJudgement(
                    Optional.empty(),
                    List.of(),
                    SSLContext.getDefault().createSSLEngine().getSSLParameters().getAlgorithmConstraints());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no TLS", e);
        }
    }

    static JdkJudgement of(PathQuestion question) {
        try {
            X509Certificate[] received = received(question.chain());
            X509ExtendedTrustManager judge = question.moment().isEmpty()
                    ? TrustManagers.of(question.trust())
                    : TrustManagers.at(question.moment().get(), question.trust());
            Substitute substitute = new Substitute(question, received, judge);
            TrustManager[] asked = {substitute};
            TrustManager[] anyone = {new TrustAnybody()};
            boolean judgedByClient = question.role() == Role.SERVER;
            SSLContext judging = context(asked, Throwaway.IDENTITY);
            SSLContext judged = context(anyone, standIn(question));
            SSLEngine client = client(judgedByClient ? judging : judged, question);
            SSLEngine server = server(judgedByClient ? judged : judging, question);
            EnginePair.Ending ending = new EnginePair(client, server)
                    .handshake(() -> substitute.judgement().isPresent());
            return substitute.judgement().orElseGet(() -> unread(judgedByClient ? ending.client() : ending.server()));
        } catch (CertificateException e) {
            return new JdkJudgement(Optional.of(e), List.of(), null);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("This JDK has no trust manager for these certificates", e);
        }
    }

    /** The certificates as they arrive: read from their bytes. */
    private static X509Certificate[] received(List<X509Certificate> chain) throws CertificateException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        X509Certificate[] received = new X509Certificate[chain.size()];
        for (int i = 0; i < received.length; i++) {
            byte[] bytes = chain.get(i).getEncoded();
            received[i] = (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(bytes));
        }
        return received;
    }

    /** The judging side gave up before it came to its trust manager: there is more than it reads. */
    private static JdkJudgement unread(EnginePair.End judging) {
        return new JdkJudgement(
                Optional.of(judging.failure()
                        .orElseThrow(() -> new IllegalStateException("The handshake did not come to the certificate"))),
                List.of(),
                null);
    }

    /** The leaf's key is not ours to use, so another leaf stands for it; those behind it are sent as they are. */
    private static Identity standIn(PathQuestion question) {
        List<X509Certificate> sent = new ArrayList<>(question.chain());
        sent.set(0, Throwaway.IDENTITY.leaf());
        return new Identity(sent, Throwaway.IDENTITY.key());
    }

    private static SSLContext context(TrustManager[] trust, Identity shown)
            throws GeneralSecurityException, IOException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(KeyManagers.ofClient(Optional.of(shown), false), trust, null);
        return context;
    }

    /** Whether the JDK's constraints allow something; where they are not known, or don't know it, nothing is against it. */
    boolean permits(Predicate<AlgorithmConstraints> question) {
        try {
            return constraints == null || question.test(constraints);
        } catch (RuntimeException e) {
            return true;
        }
    }

    private static SSLEngine client(SSLContext context, PathQuestion question) {
        SSLEngine engine = context.createSSLEngine(question.host().orElse(null), PORT);
        engine.setUseClientMode(true);
        SSLParameters parameters = parameters(engine, question);
        if (question.role() == Role.SERVER) {
            parameters.setEndpointIdentificationAlgorithm(question.host().isPresent() ? "HTTPS" : null);
            parameters.setServerNames(
                    question.serverName().map(JdkJudgement::serverName).orElse(List.of()));
        }
        engine.setSSLParameters(parameters);
        return engine;
    }

    /** A name that can't be one is never sent. */
    private static List<SNIServerName> serverName(String name) {
        try {
            return List.of(new SNIHostName(name));
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    private static SSLEngine server(SSLContext context, PathQuestion question) {
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(false);
        SSLParameters parameters = parameters(engine, question);
        parameters.setNeedClientAuth(question.role() == Role.CLIENT);
        engine.setSSLParameters(parameters);
        return engine;
    }

    private static SSLParameters parameters(SSLEngine engine, PathQuestion question) {
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setProtocols(new String[] {question.protocol()});
        return parameters;
    }

    /** Is shown the throwaway certificate, and asks its judge about another chain. */
    private static final class Substitute extends TrustAnybody {
        private final PathQuestion question;
        private final X509Certificate[] received;
        private final X509ExtendedTrustManager judge;
        private JdkJudgement judgement;

        Substitute(PathQuestion question, X509Certificate[] received, X509ExtendedTrustManager judge) {
            this.question = question;
            this.received = received.clone();
            this.judge = judge;
        }

        Optional<JdkJudgement> judgement() {
            return Optional.ofNullable(judgement);
        }

        private void judge(Judging judging, SSLEngine engine) {
            ExtendedSSLSession session = (ExtendedSSLSession) engine.getHandshakeSession();
            List<String> schemes = List.of(session.getLocalSupportedSignatureAlgorithms());
            AlgorithmConstraints constraints = engine.getSSLParameters().getAlgorithmConstraints();
            Optional<Exception> refusal = Optional.empty();
            try {
                judging.judge(received.clone());
            } catch (CertificateException | RuntimeException e) {
                refusal = Optional.of(e);
            }
            judgement = new JdkJudgement(refusal, schemes, constraints);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
            String type = AuthenticationType.ofClient(key());
            judge(presented -> judge.checkClientTrusted(presented, type, engine), engine);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
            String type = AuthenticationType.ofServer(key(), question.protocol());
            judge(presented -> judge.checkServerTrusted(presented, type, engine), engine);
        }

        private PublicKey key() {
            return question.leaf().getPublicKey();
        }
    }

    private interface Judging {
        void judge(X509Certificate[] chain) throws CertificateException;
    }
}
