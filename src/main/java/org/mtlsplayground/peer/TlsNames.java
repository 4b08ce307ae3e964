package org.mtlsplayground.peer;

import java.nio.ByteBuffer;
import java.security.AlgorithmConstraints;
import java.security.AlgorithmParameters;
import java.security.CryptoPrimitive;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;

/** What this JDK can be told to offer, by the names of the IANA registries. */
public final class TlsNames {
    /** Named groups as JSSE spells them (RFC 8446 §4.2.7, RFC 7919, hybrid ones of newer JDKs). */
    static final List<String> GROUPS = List.of(
            "x25519",
            "secp256r1",
            "secp384r1",
            "secp521r1",
            "x448",
            "ffdhe2048",
            "ffdhe3072",
            "ffdhe4096",
            "ffdhe6144",
            "ffdhe8192",
            "X25519MLKEM768",
            "SecP256r1MLKEM768",
            "SecP384r1MLKEM1024");

    /** Signature schemes as JSSE spells them (RFC 8446 §4.2.3; those with SHA-224 and DSA: RFC 5246 §7.4.1.4.1). */
    static final List<String> SCHEMES = List.of(
            "ecdsa_secp256r1_sha256",
            "ecdsa_secp384r1_sha384",
            "ecdsa_secp521r1_sha512",
            "ed25519",
            "ed448",
            "rsa_pss_rsae_sha256",
            "rsa_pss_rsae_sha384",
            "rsa_pss_rsae_sha512",
            "rsa_pss_pss_sha256",
            "rsa_pss_pss_sha384",
            "rsa_pss_pss_sha512",
            "rsa_pkcs1_sha256",
            "rsa_pkcs1_sha384",
            "rsa_pkcs1_sha512",
            "dsa_sha256",
            "ecdsa_sha224",
            "rsa_sha224",
            "dsa_sha224",
            "ecdsa_sha1",
            "rsa_pkcs1_sha1",
            "dsa_sha1");

    private static final TlsNames HERE = new TlsNames();

    private final List<String> cipherSuites;
    private final List<String> namedGroups;
    private final List<String> signatureSchemes;

    private TlsNames() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, null, null);
            cipherSuites = List.of(context.getSupportedSSLParameters().getCipherSuites());
            Curious curious = new Curious(constraints(context));
            hello(context, curious);
            namedGroups = GROUPS.stream().filter(curious.known::contains).toList();
            signatureSchemes = SCHEMES.stream().filter(curious.known::contains).toList();
        } catch (GeneralSecurityException | SSLException e) {
            throw new IllegalStateException("This JDK has no TLS", e);
        }
    }

    /** The cipher suites of this JDK, those included that it offers only if told to; in its order. */
    public static List<String> cipherSuites() {
        return HERE.cipherSuites;
    }

    /** The named groups that this JDK offers unless told otherwise; others can't be asked for. */
    public static List<String> namedGroups() {
        return HERE.namedGroups;
    }

    /** The signature schemes that this JDK offers or accepts unless told otherwise; others can't be asked for. */
    public static List<String> signatureSchemes() {
        return HERE.signatureSchemes;
    }

    /** JSSE's own constraints, which hold whatever else does. */
    static AlgorithmConstraints constraints(SSLContext context) {
        return context.createSSLEngine().getSSLParameters().getAlgorithmConstraints();
    }

    /** Lets the JDK write a ClientHello; no more is needed to hear what it knows. */
    private static void hello(SSLContext context, AlgorithmConstraints constraints) throws SSLException {
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(true);
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setAlgorithmConstraints(constraints);
        engine.setSSLParameters(parameters);
        engine.beginHandshake();
        engine.wrap(
                ByteBuffer.allocate(0), ByteBuffer.allocate(engine.getSession().getPacketBufferSize()));
    }

    /** Notes which names it is asked about, and are allowed. */
    private static final class Curious implements AlgorithmConstraints {
        private final AlgorithmConstraints others;
        final Set<String> known = new HashSet<>();

        Curious(AlgorithmConstraints others) {
            this.others = others;
        }

        @Override
        public boolean permits(Set<CryptoPrimitive> primitives, String algorithm, AlgorithmParameters parameters) {
            boolean permitted = others.permits(primitives, algorithm, parameters);
            if (permitted) {
                known.add(algorithm);
            }
            return permitted;
        }

        @Override
        public boolean permits(Set<CryptoPrimitive> primitives, Key key) {
            return others.permits(primitives, key);
        }

        @Override
        public boolean permits(
                Set<CryptoPrimitive> primitives, String algorithm, Key key, AlgorithmParameters parameters) {
            return others.permits(primitives, algorithm, key, parameters);
        }
    }
}
