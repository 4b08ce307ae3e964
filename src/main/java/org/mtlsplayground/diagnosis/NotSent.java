package org.mtlsplayground.diagnosis;

import java.security.PublicKey;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.EdECKey;
import java.security.interfaces.RSAKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.mtlsplayground.codepoint.CodePoints;
import org.mtlsplayground.dissect.Extension;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.pki.CertificateDescription;
import org.mtlsplayground.pki.Identity;

/**
 * Why a client did not send a certificate that it has: what the server's CertificateRequest asked for, and what of it that
 * certificate does not meet (RFC 8446 §4.4.2.3, RFC 5246 §7.4.6). Immutable.
 *
 * @param identity the client's
 * @param acceptedAuthorities the names of the CAs that the request lists; empty for any
 * @param acceptedSchemes the names of the signature schemes that it lists
 * @param sameKind whether the client's key is of its certificate's kind
 * @param keyTypeTaken whether the server takes keys of this kind
 * @param fittingSchemes those of the accepted schemes that the certificate's key can make
 * @param issuerNamed whether the list of CAs names an issuer of the certificate, or is empty
 * @param others the same of what else the client could have shown; each without others
 */
public record NotSent(
        Identity identity,
        List<String> acceptedAuthorities,
        List<String> acceptedSchemes,
        boolean sameKind,
        boolean keyTypeTaken,
        List<String> fittingSchemes,
        boolean issuerNamed,
        List<NotSent> others) {
    private static final int ECDSA_SHA1 = 0x0203;
    private static final int ECDSA_SHA224 = 0x0303;

    /** Newer JDKs have "ecdsa_sha1 usage HandshakeSignature" in this property. */
    private static final boolean SIGNS_BY_SHA1 =
            !Security.getProperty("jdk.tls.disabledAlgorithms").contains("HandshakeSignature");

    private static final Set<Integer> PKCS1 = Set.of(0x0201, 0x0401, 0x0501, 0x0601);
    private static final int RSA_SIGN = 1;
    private static final int DSS_SIGN = 2;
    private static final int ECDSA_SIGN = 64;

    public NotSent {
        acceptedAuthorities = List.copyOf(acceptedAuthorities);
        acceptedSchemes = List.copyOf(acceptedSchemes);
        fittingSchemes = List.copyOf(fittingSchemes);
        others = List.copyOf(others);
    }

    /** Whether all conditions are met. */
    public boolean isMet() {
        return sameKind && keyTypeTaken && !fittingSchemes.isEmpty() && issuerNamed;
    }

    /** The same of a client to which the list of CAs does not matter. */
    NotSent whateverIsListed() {
        return with(true, others);
    }

    /** Of the client's whole store. */
    NotSent beside(List<NotSent> rest) {
        return with(issuerNamed, rest);
    }

    private NotSent with(boolean named, List<NotSent> rest) {
        return new NotSent(
                identity, acceptedAuthorities, acceptedSchemes, sameKind, keyTypeTaken, fittingSchemes, named, rest);
    }

    /** @param own the schemes that the client keeps to; empty for all that its JDK has */
    static NotSent of(Identity identity, Handshake.CertificateRequest request, boolean tls13, List<String> own) {
        List<byte[]> authorities = authorities(request);
        List<Integer> schemes = request.signatureSchemes().isEmpty()
                ? Extension.find(request.extensions(), Extension.SignatureAlgorithms.class)
                        .map(Extension.SignatureAlgorithms::schemes)
                        .orElse(List.of())
                : request.signatureSchemes();
        PublicKey key = identity.leaf().getPublicKey();
        return new NotSent(
                identity,
                names(authorities),
                schemes.stream().map(CodePoints::signatureScheme).toList(),
                kind(key.getAlgorithm()).equals(kind(identity.key().getAlgorithm())),
                tls13
                        || request.certificateTypes().isEmpty()
                        || request.certificateTypes().contains(type(key)),
                schemes.stream()
                        .filter(scheme -> canMake(scheme, key, tls13))
                        .map(CodePoints::signatureScheme)
                        .filter(scheme -> own.isEmpty() || own.contains(scheme))
                        .toList(),
                authorities.isEmpty() || isNamed(identity.chain(), authorities),
                List.of());
    }

    /** The names of the CAs that the server's request lists; empty if it lists none, or none was seen. */
    static List<String> authorities(Facts facts) {
        return facts.last(Handshake.CertificateRequest.class, Side.SERVER)
                .map(request -> names(authorities(request)))
                .orElse(List.of());
    }

    private static List<String> names(List<byte[]> authorities) {
        return authorities.stream()
                .map(der -> CertificateDescription.distinguishedName(der).orElse("–"))
                .toList();
    }

    /** TLS 1.2 has them in the message, TLS 1.3 in an extension (RFC 8446 §4.2.4). */
    private static List<byte[]> authorities(Handshake.CertificateRequest request) {
        return Stream.concat(
                        request.authorities().stream(),
                        Extension.find(request.extensions(), Extension.CertificateAuthorities.class)
                                .map(Extension.CertificateAuthorities::authorities)
                                .orElse(List.of())
                                .stream())
                .toList();
    }

    /** Whether the request names an issuer of the chain, or takes any. */
    static boolean names(List<X509Certificate> chain, Handshake.CertificateRequest request) {
        List<byte[]> authorities = authorities(request);
        return authorities.isEmpty() || isNamed(chain, authorities);
    }

    private static boolean isNamed(List<X509Certificate> chain, List<byte[]> authorities) {
        List<X500Principal> names =
                authorities.stream().flatMap(der -> principal(der).stream()).toList();
        return chain.stream().map(X509Certificate::getIssuerX500Principal).anyMatch(names::contains);
    }

    private static Optional<X500Principal> principal(byte[] der) {
        try {
            return Optional.of(new X500Principal(der));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** EdDSA has several names in the JDK. */
    private static String kind(String algorithm) {
        return Set.of("Ed25519", "Ed448").contains(algorithm) ? "EdDSA" : algorithm;
    }

    /** RFC 5246 §7.4.4, RFC 8422 §5.5. */
    private static int type(PublicKey key) {
        return switch (key.getAlgorithm()) {
            case "RSA", "RSASSA-PSS" -> RSA_SIGN;
            case "DSA" -> DSS_SIGN;
            default -> ECDSA_SIGN;
        };
    }

    /**
     * TLS 1.3 ties a hash to each curve, and takes RSA by PSS alone (RFC 8446 §4.2.3). JSSE ties them in TLS 1.2 as well, and
     * leaves SHA-1 untied in both.
     */
    private static boolean canMake(int scheme, PublicKey key, boolean tls13) {
        if (key instanceof ECKey ec) {
            int bits = ec.getParams().getOrder().bitLength();
            int tied = bits <= 256 ? 0x0403 : bits <= 384 ? 0x0503 : 0x0603;
            return scheme == tied || (scheme == ECDSA_SHA1 && SIGNS_BY_SHA1) || (scheme == ECDSA_SHA224 && !tls13);
        }
        return switch (key.getAlgorithm()) {
            case "RSA" -> (!tls13 && PKCS1.contains(scheme)) || isPss(scheme, 0x0804, key);
            case "RSASSA-PSS" -> isPss(scheme, 0x0809, key);
            case "EdDSA" ->
                key instanceof EdECKey ed && scheme == (ed.getParams().getName().equals("Ed25519") ? 0x0807 : 0x0808);
            case "DSA" -> scheme == 0x0202 || scheme == 0x0402;
            default -> false;
        };
    }

    /** Hash and salt of PSS must fit into the modulus (RFC 8017 §9.1.1). */
    private static boolean isPss(int scheme, int sha256, PublicKey key) {
        int hashBits = 256 + 128 * (scheme - sha256);
        return scheme >= sha256
                && scheme <= sha256 + 2
                && key instanceof RSAKey rsa
                && rsa.getModulus().bitLength() >= 2 * hashBits + 10;
    }

    /**
     * Why it was not sent, if these conditions explain it.
     *
     * @param jdkChooses whether the list of CAs matters to the client
     */
    Optional<Finding> cause(Facts facts, boolean jdkChooses) {
        if (!sameKind) {
            return Optional.of(Finding.certain(Cause.KEY_OF_ANOTHER_KIND));
        }
        if (!keyTypeTaken || fittingSchemes.isEmpty()) {
            return Optional.of(Finding.certain(Cause.NO_COMMON_SIGNATURE_SCHEME));
        }
        if (issuerNamed || !jdkChooses) {
            return Optional.empty();
        }
        X509Certificate last = identity.chain().get(identity.chain().size() - 1);
        Finding missing = PathCauses.missing(last, facts.certificatesAtHand(), facts.trusted(Side.SERVER));
        return Optional.of(
                missing.cause() == Cause.INTERMEDIATE_MISSING
                        ? Finding.of(Cause.INTERMEDIATE_NOT_LISTED, missing.certain())
                        : Finding.certain(Cause.ISSUER_NOT_LISTED));
    }
}
