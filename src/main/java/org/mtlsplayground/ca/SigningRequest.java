package org.mtlsplayground.ca;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.mtlsplayground.pki.CertificateRequest;
import org.mtlsplayground.pki.ContentKind;
import org.mtlsplayground.pki.FileContents;
import org.mtlsplayground.pki.FileEntry;
import org.mtlsplayground.pki.LoadDetail;
import org.mtlsplayground.pki.LoadException;
import org.mtlsplayground.pki.LoadFault;
import org.mtlsplayground.pki.LoadProblem;
import org.mtlsplayground.pki.OpenedFile;

/** A certificate request (PKCS#10, RFC 2986), with what it asks for. Immutable. */
public final class SigningRequest {
    private final PKCS10CertificationRequest request;
    private final PublicKey publicKey;
    private final WantedExtensions wanted;
    private final List<OtherExtension> extensions;

    private SigningRequest(PKCS10CertificationRequest request) throws GeneralSecurityException {
        this.request = request;
        publicKey = new JcaPKCS10CertificationRequest(request).getPublicKey();
        Optional<Extensions> requested = requested(request);
        extensions = requested.map(ExtensionReading::plain).orElse(List.of());
        wanted =
                requested.map(all -> ExtensionReading.ofRequest(all, publicKey)).orElseGet(WantedExtensions::new);
    }

    /**
     * From a request that was loaded.
     *
     * @return empty if the JDK can't work with its key, or its content is no request's
     */
    public static Optional<SigningRequest> of(CertificateRequest loaded) {
        try {
            return Optional.of(new SigningRequest(new PKCS10CertificationRequest(loaded.encoded())));
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /**
     * The first request in a file, PEM or DER. Blocks.
     *
     * @throws LoadException if there is none, or none that can be used
     */
    public static SigningRequest load(Path file) throws LoadException {
        try (OpenedFile opened = OpenedFile.open(file, null)) {
            FileContents contents = opened.contents();
            for (FileEntry entry : contents.entries()) {
                if (entry instanceof FileEntry.Request found) {
                    return of(found.request())
                            .orElseThrow(() -> new LoadException(
                                    file,
                                    LoadFault.of(
                                                    LoadProblem.UNSUPPORTED_KEY,
                                                    LoadDetail.KEY_KIND,
                                                    found.request().key())
                                            .found(ContentKind.CERTIFICATE_REQUEST)
                                            .at(found.place()),
                                    null));
                }
            }
            throw new LoadException(file, contents.without(ContentKind.CERTIFICATE_REQUEST), null);
        }
    }

    /** @param pair the key, with which the request is signed */
    static SigningRequest create(NewCertificate certificate, KeyPair pair) {
        try {
            X500Name subject = certificate.subject.build();
            Extension[] extensions = ExtensionCoding.encode(
                            certificate.extensions, pair.getPublic(), subject.getRDNs().length == 0)
                    .values()
                    .toArray(Extension[]::new);
            SignatureAlgorithm algorithm =
                    certificate.signature == null ? SignatureAlgorithm.usual(pair.getPrivate()) : certificate.signature;
            return new SigningRequest(new JcaPKCS10CertificationRequestBuilder(subject, pair.getPublic())
                    .addAttribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, new Extensions(extensions))
                    .build(Signing.with(pair.getPrivate(), algorithm)));
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("Could not make a certificate request", e);
        }
    }

    private static Optional<Extensions> requested(PKCS10CertificationRequest request) {
        for (Attribute attribute : request.getAttributes(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest)) {
            for (ASN1Encodable value : attribute.getAttributeValues()) {
                return Optional.of(Extensions.getInstance(value));
            }
        }
        return Optional.empty();
    }

    /** The subject as RFC 4514 writes it; may be empty. */
    public String subject() {
        return SubjectName.text(request.getSubject());
    }

    /** The alternative names that it asks for. */
    public List<AlternativeName> names() {
        return List.copyOf(wanted.names);
    }

    /** All extensions that it asks for, in its order. */
    public List<OtherExtension> extensions() {
        return extensions;
    }

    /** Whether it asks to become a CA. {@link #toCertificate} does not take that over. */
    public boolean asksForAuthority() {
        return wanted.authority;
    }

    /** The key that shall be certified. */
    public PublicKey publicKey() {
        return publicKey;
    }

    /** Whether its signature fits its key: whether who asks has the private key (RFC 2986 §3). */
    public boolean signatureVerifies() {
        try {
            return request.isSignatureValid(new JcaContentVerifierProviderBuilder()
                    .setProvider(new BouncyCastleProvider())
                    .build(request.getSubjectPublicKeyInfo()));
        } catch (PKCSException | OperatorCreationException | RuntimeException e) {
            return false;
        }
    }

    /**
     * A certificate with all that is asked for, to be changed, and issued by {@link NewCertificate#createChain}. A CA it
     * does not become by asking: say {@link NewCertificate#authority(boolean)}.
     */
    public NewCertificate toCertificate() {
        NewCertificate certificate = NewCertificate.nameless().publicKey(publicKey);
        certificate.subject = SubjectName.of(request.getSubject());
        certificate.extensions = wanted.copy();
        return certificate.authority(false);
    }

    /** Its DER form. */
    public byte[] encoded() {
        try {
            return request.getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory", e);
        }
    }

    /** In PEM (RFC 7468 §7). */
    public String pem() {
        return KeyFiles.pem("CERTIFICATE REQUEST", encoded());
    }

    @Override
    public String toString() {
        return "SigningRequest[" + subject() + "]";
    }
}
