package org.mtlsplayground.pki;

import java.io.IOException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagFactory;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;

/** What an opened PKCS#12 (RFC 7292) holds, whoever made it. Of several keys the first one counts. */
final class Pkcs12 {
    private final Decryption decryption;
    private final List<byte[]> certificates = new ArrayList<>();
    private final List<String> certificateIds = new ArrayList<>();
    private Object key;
    private String keyId = "";

    private Pkcs12(Decryption decryption) {
        this.decryption = decryption;
    }

    /**
     * @param password null if none was given; the empty one is then tried
     */
    static Pkcs12 open(byte[] encoded, char[] password) throws ContentException {
        char[] tried = password == null ? new char[0] : password;
        Decryption.Budget budget = new Decryption.Budget();
        // An empty password has two readings, and both are in the wild (RFC 7292 §B.1: with or without the two zeros).
        for (boolean zeroForEmpty : tried.length == 0 ? List.of(true, false) : List.of(false)) {
            try {
                PKCS12PfxPdu pfx = new PKCS12PfxPdu(encoded);
                Pkcs12Mac.check(pfx, tried, zeroForEmpty, budget);
                Pkcs12 opened = new Pkcs12(new Decryption(tried, zeroForEmpty, budget));
                for (ContentInfo content : pfx.getContentInfos()) {
                    opened.take(content);
                }
                return opened;
            } catch (ContentException e) {
                if (e.problem() != LoadProblem.WRONG_PASSWORD) {
                    throw e;
                }
            } catch (IOException | PKCSException | RuntimeException e) {
                throw damaged(e);
            }
        }
        throw new ContentException(password == null ? LoadProblem.PASSWORD_NEEDED : LoadProblem.WRONG_PASSWORD, "");
    }

    boolean hasKey() {
        return key != null;
    }

    /** All certificates, in the order of the file; may be empty. */
    List<X509Certificate> all() throws ContentException {
        return CertificateReader.read(certificates);
    }

    /** The chain of the key; without a key all certificates as a chain; may be empty. */
    List<X509Certificate> chain() throws ContentException {
        List<X509Certificate> all = all();
        Optional<X509Certificate> leaf = leaf(all);
        if (leaf.isPresent()) {
            return ChainOrder.chain(leaf.get(), all);
        }
        return all.isEmpty() ? all : ChainOrder.sort(all);
    }

    PrivateKey privateKey() throws ContentException {
        if (key instanceof PKCS8EncryptedPrivateKeyInfo encrypted) {
            return KeyReader.toJdk(KeyReader.decrypt(encrypted, decryption));
        }
        return KeyReader.toJdk((PrivateKeyInfo) key);
    }

    private Optional<X509Certificate> leaf(List<X509Certificate> all) throws ContentException {
        if (!hasKey()) {
            return Optional.empty();
        }
        int marked = keyId.isEmpty() ? -1 : certificateIds.indexOf(keyId);
        if (marked >= 0) {
            return CertificateReader.read(certificates.subList(marked, marked + 1)).stream()
                    .findFirst();
        }
        try {
            PrivateKey unlocked = privateKey();
            return all.stream()
                    .filter(certificate -> KeyPairs.match(certificate, unlocked))
                    .findFirst();
        } catch (ContentException e) {
            // The certificates are of use even where the key isn't.
            return Optional.empty();
        }
    }

    private void take(ContentInfo content) throws ContentException, IOException {
        for (PKCS12SafeBag bag : bags(content)) {
            Object value = bag.getBagValue();
            if (value instanceof X509CertificateHolder certificate) {
                if (certificates.size() == FileParts.MAX_PARTS) {
                    throw new ContentException(LoadProblem.TOO_BIG, "more than " + FileParts.MAX_PARTS + " parts");
                }
                certificates.add(certificate.toASN1Structure().getEncoded());
                certificateIds.add(localKeyId(bag));
            } else if (key == null
                    && (value instanceof PKCS8EncryptedPrivateKeyInfo || value instanceof PrivateKeyInfo)) {
                key = value;
                keyId = localKeyId(bag);
            }
        }
    }

    private PKCS12SafeBag[] bags(ContentInfo content) throws ContentException {
        if (!content.getContentType().equals(PKCSObjectIdentifiers.encryptedData)) {
            return new PKCS12SafeBagFactory(content).getSafeBags();
        }
        try {
            return new PKCS12SafeBagFactory(content, decryption).getSafeBags();
        } catch (PKCSException | RuntimeException e) {
            throw Decryption.failure(e);
        }
    }

    /** What ties a key to its certificate (RFC 2985 §5.5.2), as hex; empty where it is missing. */
    private static String localKeyId(PKCS12SafeBag bag) {
        if (bag.getAttributes() != null) {
            for (var attribute : bag.getAttributes()) {
                if (attribute.getAttrType().equals(PKCS12SafeBag.localKeyIdAttribute)
                        && attribute.getAttributeValues().length > 0
                        && attribute.getAttributeValues()[0] instanceof ASN1OctetString id) {
                    return Hex.of(id.getOctets());
                }
            }
        }
        return "";
    }

    private static ContentException damaged(Exception e) {
        String detail = Decryption.cause(e, Decryption.TooCostly.class)
                .map(Throwable::getMessage)
                .orElse("PKCS#12");
        return new ContentException(LoadProblem.DAMAGED, detail);
    }
}
