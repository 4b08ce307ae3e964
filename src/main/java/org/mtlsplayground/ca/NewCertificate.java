package org.mtlsplayground.ca;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.mtlsplayground.ca.AlternativeName.Kind;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.KeyPairs;

/**
 * A certificate that is yet to be issued. Say what differs from the usual, then {@link #create}.
 *
 * <pre>{@code
 * Identity ca = NewCertificate.authority("Demo Client CA").create();
 * Identity alice = NewCertificate.client("alice").email("alice@mtls.example.org").issuedBy(ca).create();
 * }</pre>
 *
 * <p>The usual: a fresh EC P-256 key, valid from a day ago for ten years, self-signed unless an issuer is named. Text is
 * taken as it comes; {@link #problems} tells what is wrong with it, and {@link #create} refuses it. Not safe for use by
 * several threads at once.
 */
public final class NewCertificate {
    SubjectName subject = SubjectName.empty();
    KeySource key = KeySource.fresh(KeyKind.EC_P256);
    Instant notBefore = Instant.now().minus(Duration.ofDays(1));
    Instant notAfter = Instant.now().plus(Duration.ofDays(3652));
    BigInteger serial;
    SignatureAlgorithm signature;
    /** Taken if nothing else is said and the issuer's key can make it; null for none. */
    SignatureAlgorithm preferredSignature;

    Identity issuer;
    WantedExtensions extensions = new WantedExtensions();

    private NewCertificate() {}

    /** A CA: basic constraints CA:TRUE without a path length, signs certificates and CRLs. */
    public static NewCertificate authority(String commonName) {
        return named(commonName).authority(true);
    }

    /** For a server (serverAuth), with its name as DNS name too. */
    public static NewCertificate server(String dnsName) {
        return named(dnsName).dns(dnsName).purposes(Purpose.SERVER_AUTH);
    }

    /** For a client (clientAuth). */
    public static NewCertificate client(String commonName) {
        return named(commonName).purposes(Purpose.CLIENT_AUTH);
    }

    /** For nothing in particular. */
    public static NewCertificate named(String commonName) {
        return nameless().attribute("CN", commonName);
    }

    /** Without a subject: one is to be given yet, or else an alternative name. */
    public static NewCertificate nameless() {
        return new NewCertificate();
    }

    /**
     * One that is there already once more, to be issued anew with something changed: subject, names, dates, usages and
     * all other extensions are as they were, the serial number is new, the public key is the same. A self-signed one needs
     * its key, see {@link #like(Identity)}.
     */
    public static NewCertificate like(X509Certificate certificate) {
        return Reissue.of(certificate);
    }

    /** As {@link #like(X509Certificate)}, with the private key that goes with it; a key that does not is not used. */
    public static NewCertificate like(Identity identity) {
        X509Certificate leaf = identity.leaf();
        return KeyPairs.match(leaf, identity.key())
                ? like(leaf).key(new KeyPair(leaf.getPublicKey(), identity.key()))
                : like(leaf);
    }

    /** All that is asked for up to now once more, to be changed apart. */
    public NewCertificate copy() {
        NewCertificate copy = new NewCertificate();
        copy.subject = subject;
        copy.key = key;
        copy.notBefore = notBefore;
        copy.notAfter = notAfter;
        copy.serial = serial;
        copy.signature = signature;
        copy.preferredSignature = preferredSignature;
        copy.issuer = issuer;
        copy.extensions = extensions.copy();
        return copy;
    }

    /**
     * Sets the whole subject in place of what was there.
     *
     * @param distinguishedName as RFC 4514 writes it, the most particular attribute first; empty for no subject
     */
    public NewCertificate subject(String distinguishedName) {
        this.subject = SubjectName.ofText(distinguishedName);
        return this;
    }

    /**
     * Adds an attribute to the subject. They are written from the general to the particular (DC, C, ST, L, O, OU, CN,
     * serialNumber, emailAddress), several of a type in the order given.
     *
     * @param type its short name (CN, O, OU, C, ST, L, DC, serialNumber, emailAddress, UID …) or OID
     */
    public NewCertificate attribute(String type, String value) {
        this.subject = subject.with(type, value);
        return this;
    }

    /** Adds an organization (O) to the subject. */
    public NewCertificate organization(String organization) {
        return attribute("O", organization);
    }

    /** Adds a DNS name to the subject alternative names. */
    public NewCertificate dns(String name) {
        return name(new AlternativeName(Kind.DNS, name));
    }

    /** Adds an address, IPv4 or IPv6, to the subject alternative names. */
    public NewCertificate ip(String address) {
        return name(new AlternativeName(Kind.IP, address));
    }

    /** Adds a mail address to the subject alternative names. */
    public NewCertificate email(String address) {
        return name(new AlternativeName(Kind.EMAIL, address));
    }

    /** Adds a URI, a SPIFFE id for example, to the subject alternative names. */
    public NewCertificate uri(String uri) {
        return name(new AlternativeName(Kind.URI, uri));
    }

    /** Adds a name of any kind to the subject alternative names. */
    public NewCertificate name(AlternativeName name) {
        extensions.say(StandardExtension.SUBJECT_ALTERNATIVE_NAME).names.add(name);
        return this;
    }

    /** Takes all subject alternative names away. */
    public NewCertificate withoutNames() {
        extensions.say(StandardExtension.SUBJECT_ALTERNATIVE_NAME).names.clear();
        return this;
    }

    /** A fresh key of this kind. */
    public NewCertificate key(KeyKind kind) {
        this.key = KeySource.fresh(kind);
        return this;
    }

    /** A pair that is there already. */
    public NewCertificate key(KeyPair pair) {
        this.key = KeySource.of(pair);
        return this;
    }

    /** A public key whose private key is elsewhere; then only {@link #createChain} will do. */
    public NewCertificate publicKey(PublicKey key) {
        this.key = KeySource.of(key);
        return this;
    }

    /** How it is signed, in place of the {@linkplain SignatureAlgorithm#usual usual} way of the issuer's key. */
    public NewCertificate signature(SignatureAlgorithm algorithm) {
        this.signature = algorithm;
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

    /** Sets the serial number, in place of 127 random bits. */
    public NewCertificate serial(BigInteger serial) {
        this.serial = serial;
        return this;
    }

    /** Sets the extended key usage, in place of the usual; without any the extension is left out. */
    public NewCertificate purposes(Purpose... purposes) {
        extensions.say(StandardExtension.EXTENDED_KEY_USAGE).purposes.clear();
        List.of(purposes).forEach(purpose -> extensions.purposes.add(purpose.oid()));
        return this;
    }

    /** Adds an extended key usage by its OID. */
    public NewCertificate purpose(String oid) {
        extensions.say(StandardExtension.EXTENDED_KEY_USAGE).purposes.add(oid.strip());
        return this;
    }

    /** Sets the key usage, in place of the usual; without any the extension is left out. */
    public NewCertificate keyUses(KeyUse... uses) {
        EnumSet<KeyUse> chosen = EnumSet.noneOf(KeyUse.class);
        chosen.addAll(List.of(uses));
        extensions.say(StandardExtension.KEY_USAGE).keyUses = Optional.of(chosen);
        return this;
    }

    /** Whether it is a CA (basic constraints, RFC 5280 §4.2.1.9); one that is not has no path length. */
    public NewCertificate authority(boolean authority) {
        extensions.say(StandardExtension.BASIC_CONSTRAINTS).authority = authority;
        extensions.pathLength = authority ? extensions.pathLength : -1;
        return this;
    }

    /**
     * For a CA: how many CAs may stand between it and a leaf (RFC 5280 §4.2.1.9).
     *
     * @param length zero or more
     */
    public NewCertificate pathLength(int length) {
        if (length < 0) {
            throw new IllegalArgumentException("A path length is zero or more");
        }
        extensions.say(StandardExtension.BASIC_CONSTRAINTS).pathLength = length;
        return this;
    }

    /** For a CA: any number of CAs may stand between it and a leaf. */
    public NewCertificate withoutPathLength() {
        extensions.say(StandardExtension.BASIC_CONSTRAINTS).pathLength = -1;
        return this;
    }

    /** For a CA: names of this kind must lie in this one, or in another permitted one (RFC 5280 §4.2.1.10). */
    public NewCertificate permit(AlternativeName pattern) {
        extensions.say(StandardExtension.NAME_CONSTRAINTS).permitted.add(pattern);
        return this;
    }

    /** For a CA: names that lie in this one must not be (RFC 5280 §4.2.1.10). */
    public NewCertificate exclude(AlternativeName pattern) {
        extensions.say(StandardExtension.NAME_CONSTRAINTS).excluded.add(pattern);
        return this;
    }

    /** Adds an address at which the issuer's CRL is to be had. */
    public NewCertificate crl(String uri) {
        extensions.say(StandardExtension.CRL_DISTRIBUTION_POINTS).crlPoints.add(uri.strip());
        return this;
    }

    /** Adds the address of an OCSP responder (authority information access). */
    public NewCertificate ocsp(String uri) {
        extensions
                .say(StandardExtension.AUTHORITY_INFORMATION_ACCESS)
                .ocspResponders
                .add(uri.strip());
        return this;
    }

    /** Adds an address at which the issuer's certificate is to be had (authority information access). */
    public NewCertificate caIssuers(String uri) {
        extensions.say(StandardExtension.AUTHORITY_INFORMATION_ACCESS).caIssuers.add(uri.strip());
        return this;
    }

    /** Adds a certificate policy by its OID. */
    public NewCertificate policy(String oid) {
        extensions.say(StandardExtension.CERTIFICATE_POLICIES).policies.add(oid.strip());
        return this;
    }

    /** Asks for a stapled OCSP response in each handshake (RFC 7633). */
    public NewCertificate mustStaple(boolean must) {
        extensions.say(StandardExtension.TLS_FEATURE).mustStaple = must;
        return this;
    }

    /** Sets the Netscape comment; an empty one is left out. */
    public NewCertificate comment(String comment) {
        extensions.say(StandardExtension.NETSCAPE_COMMENT).comment = comment;
        return this;
    }

    /** Adds an extension by its OID; one that would have been written anyway is written like this instead. */
    public NewCertificate extension(OtherExtension extension) {
        extensions.others.add(extension);
        return this;
    }

    /** As {@link #extension(OtherExtension)}, with the value as bytes. */
    public NewCertificate extension(String oid, boolean critical, byte[] der) {
        return extension(
                new OtherExtension(oid.strip(), critical, HexFormat.of().formatHex(der)));
    }

    /** Marks an extension as critical or not, in place of the usual. */
    public NewCertificate critical(StandardExtension extension, boolean critical) {
        extensions.critical.put(extension, critical);
        return this;
    }

    /** Leaves an extension out that would have been written. */
    public NewCertificate without(StandardExtension extension) {
        extensions.without.add(extension);
        return this;
    }

    /** Who signs it. Nobody checks whether the issuer may: a CA that is none is a lesson, too. */
    public NewCertificate issuedBy(Identity issuer) {
        this.issuer = issuer;
        return this;
    }

    /** What can't be issued as it was asked for; empty if all can. */
    public List<WrongInput> problems() {
        return InputRules.ofCertificate(this);
    }

    /** What can't be requested as it was asked for; empty if all can. */
    public List<WrongInput> requestProblems() {
        return InputRules.ofRequest(this);
    }

    /**
     * Issues it: the certificate with its chain (without the root), and its key.
     *
     * @throws WrongInputException if there are {@link #problems}
     */
    public Identity create() {
        if (key.isPublicOnly()) {
            throw new IllegalStateException("There is a public key alone");
        }
        KeyPair pair = pair(problems());
        return new Identity(Issuing.issue(this, pair), pair.getPrivate());
    }

    /**
     * Issues it: the certificate first, then its issuers without the root.
     *
     * @throws WrongInputException if there are {@link #problems}
     */
    public List<X509Certificate> createChain() {
        return Issuing.issue(this, pair(problems()));
    }

    /** Issues it, and returns it with a key that is <em>not</em> its own: no handshake with it can succeed. */
    public Identity createWithUnsafeForeignKey(PrivateKey foreign) {
        return new Identity(createChain(), foreign);
    }

    /**
     * Makes a request of it, for another CA to sign (RFC 2986); dates, serial number and issuer play no part.
     *
     * @throws WrongInputException if there are {@link #requestProblems}
     */
    public NewRequest createRequest() {
        KeyPair pair = pair(requestProblems());
        return new NewRequest(SigningRequest.create(this, pair), pair.getPrivate());
    }

    private KeyPair pair(List<WrongInput> problems) {
        if (!problems.isEmpty()) {
            throw new WrongInputException(problems);
        }
        return key.pair();
    }
}
