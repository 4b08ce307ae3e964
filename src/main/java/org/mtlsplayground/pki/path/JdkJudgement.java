package org.mtlsplayground.pki.path;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * What the JDK's trust manager says of a chain in the midst of a real handshake: it looks not only at the certificates, but
 * at what the connection settled.
 *
 * @param refusal the JDK's reason against the chain; empty if it accepts it
 * @param schemes what a signature on a certificate may be in this handshake, as the JDK names it: {@code SHA256withECDSA}
 */
record JdkJudgement(Optional<CertificateException> refusal, List<String> schemes) {
    /** Any; nobody listens there. */
    private static final int PORT = 4443;

    static JdkJudgement of(PathQuestion question) {
        try {
            X509ExtendedTrustManager judge = question.moment().isEmpty()
                    ? TrustManagers.of(question.trust())
                    : TrustManagers.at(question.moment().get(), question.trust());
            Substitute substitute = new Substitute(question, judge);
            TrustManager[] asked = {substitute};
            TrustManager[] anyone = {new TrustAnybody()};
            boolean judgedByClient = question.role() == Role.SERVER;
            SSLEngine client = client(context(judgedByClient ? asked : anyone), question);
            SSLEngine server = server(context(judgedByClient ? anyone : asked), question);
            new EnginePair(client, server).handshake();
            return substitute.judgement();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("This JDK has no trust manager for these certificates", e);
        }
    }

    private static SSLContext context(TrustManager[] trust) throws GeneralSecurityException, IOException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(KeyManagers.ofClient(Optional.of(Throwaway.IDENTITY), false), trust, null);
        return context;
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
        private final X509ExtendedTrustManager judge;
        private JdkJudgement judgement;

        Substitute(PathQuestion question, X509ExtendedTrustManager judge) {
            this.question = question;
            this.judge = judge;
        }

        JdkJudgement judgement() {
            if (judgement == null) {
                throw new IllegalStateException("The handshake did not come to the certificate");
            }
            return judgement;
        }

        private void judge(Judging judging, SSLEngine engine) {
            ExtendedSSLSession session = (ExtendedSSLSession) engine.getHandshakeSession();
            List<String> schemes = List.of(session.getLocalSupportedSignatureAlgorithms());
            try {
                judging.judge(question.chain().toArray(X509Certificate[]::new));
                judgement = new JdkJudgement(Optional.empty(), schemes);
            } catch (CertificateException e) {
                judgement = new JdkJudgement(Optional.of(e), schemes);
            }
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
