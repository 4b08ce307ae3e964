package org.mtlsplayground.ca;

import java.security.KeyPair;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.mtlsplayground.pki.Identity;

/**
 * A certificate that is yet to be issued. Say what differs from the usual, then {@link #create}.
 *
 * <pre>{@code
 * Identity ca = NewCertificate.authority("Demo Client CA").create();
 * Identity alice = NewCertificate.client("alice").email("alice@mtls.example.org").issuedBy(ca).create();
 * }</pre>
 *
 * <p>The usual: a fresh EC P-256 key, valid from a day ago for ten years, self-signed unless an issuer is named. Not
 * safe for use by several threads at once.
 */
public final class NewCertificate {
    final String commonName;
    String organization = "";
    KeyKind keyKind = KeyKind.EC_P256;
    Instant notBefore = Instant.now().minus(Duration.ofDays(1));
    Instant notAfter = Instant.now().plus(Duration.ofDays(3652));
    final List<GeneralName> names = new ArrayList<>();
    final List<String> ocspAddresses = new ArrayList<>();
    final List<String> crlAddresses = new ArrayList<>();
    final List<Extension> moreExtensions = new ArrayList<>();
    Set<KeyUse> keyUses = EnumSet.noneOf(KeyUse.class);
    boolean keyUsesChosen;
    Set<Purpose> purposes = EnumSet.noneOf(Purpose.class);
    boolean authority;
    int pathLength = -1;
    Identity issuer;

    private NewCertificate(String commonName) {
        this.commonName = commonName;
    }

    /** A CA: basic constraints CA:TRUE without a path length, signs certificates and CRLs. */
    public static NewCertificate authority(String commonName) {
        NewCertificate certificate = new NewCertificate(commonName);
        certificate.authority = true;
        return certificate;
    }

    /** For a server (serverAuth), with its name as DNS name too. */
    public static NewCertificate server(String dnsName) {
        return new NewCertificate(dnsName).dns(dnsName).purposes(Purpose.SERVER_AUTH);
    }

    /** For a client (clientAuth). */
    public static NewCertificate client(String commonName) {
        return new NewCertificate(commonName).purposes(Purpose.CLIENT_AUTH);
    }

    public NewCertificate organization(String organization) {
        this.organization = organization;
        return this;
    }

    /** Adds a DNS name to the subject alternative names. */
    public NewCertificate dns(String name) {
        names.add(new GeneralName(GeneralName.dNSName, name));
        return this;
    }

    /** Adds an address, IPv4 or IPv6, to the subject alternative names. */
    public NewCertificate ip(String address) {
        names.add(new GeneralName(GeneralName.iPAddress, address));
        return this;
    }

    /** Adds a mail address to the subject alternative names. */
    public NewCertificate email(String address) {
        names.add(new GeneralName(GeneralName.rfc822Name, address));
        return this;
    }

    /** Adds a URI to the subject alternative names. */
    public NewCertificate uri(String uri) {
        names.add(new GeneralName(GeneralName.uniformResourceIdentifier, uri));
        return this;
    }

    /** Adds the address of an OCSP responder that knows its status: authority information access (RFC 5280 §4.2.2.1). */
    public NewCertificate ocsp(String uri) {
        ocspAddresses.add(uri);
        return this;
    }

    /** Adds an address of the CRL that would name it: CRL distribution points (RFC 5280 §4.2.1.13). */
    public NewCertificate crl(String uri) {
        crlAddresses.add(uri);
        return this;
    }

    /**
     * Adds any other extension (RFC 5280 §4.2).
     *
     * @param oid its dotted name
     * @param value its content, the DER that the octet string holds
     */
    public NewCertificate extension(String oid, boolean critical, byte[] value) {
        moreExtensions.add(new Extension(new ASN1ObjectIdentifier(oid), critical, value));
        return this;
    }

    public NewCertificate key(KeyKind kind) {
        this.keyKind = kind;
        return this;
    }

    /**
     * Sets the validity period.
     *
     * @param notBefore first moment of validity; certificates know whole seconds
     * @param notAfter last moment of validity
     */
    public NewCertificate valid(Instant notBefore, Instant notAfter) {
        this.notBefore = notBefore;
        this.notAfter = notAfter;
        return this;
    }

    /** Sets the extended key usage, in place of the usual; without any the extension is left out. */
    public NewCertificate purposes(Purpose... purposes) {
        this.purposes = EnumSet.noneOf(Purpose.class);
        this.purposes.addAll(List.of(purposes));
        return this;
    }

    /** Sets the key usage, in place of the usual; without any the extension is left out. */
    public NewCertificate keyUses(KeyUse... uses) {
        this.keyUses = EnumSet.noneOf(KeyUse.class);
        this.keyUses.addAll(List.of(uses));
        this.keyUsesChosen = true;
        return this;
    }

    /**
     * For a CA: how many CAs may stand between it and a leaf (RFC 5280 §4.2.1.9).
     *
     * @param length zero or more
     */
    public NewCertificate pathLength(int length) {
        if (!authority || length < 0) {
            throw new IllegalArgumentException("Only a CA has a path length, of zero or more");
        }
        this.pathLength = length;
        return this;
    }

    /** Who signs it. Nobody checks whether the issuer may: a CA that is none is a lesson, too. */
    public NewCertificate issuedBy(Identity issuer) {
        this.issuer = issuer;
        return this;
    }

    /** Issues it: the certificate with its chain (without the root), and its key. */
    public Identity create() {
        KeyPair pair = keyKind.generate();
        return new Identity(Issuing.issue(this, pair), pair.getPrivate());
    }

    /** Issues it, and returns it with a key that is <em>not</em> its own: no handshake with it can succeed. */
    public Identity createWithUnsafeForeignKey(PrivateKey foreign) {
        return new Identity(Issuing.issue(this, keyKind.generate()), foreign);
    }
}
