package org.mtlsplayground.pki;

import java.io.IOException;
import java.util.List;
import org.bouncycastle.asn1.ASN1BMPString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.pkcs.CertBag;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.EncryptedData;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.SafeBag;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagFactory;
import org.bouncycastle.pkcs.PKCSException;

/** Takes a PKCS#12 (RFC 7292) apart, whoever made it, and tells a wrong password from a damaged file by its seal. */
final class Pkcs12Items {
    private static final int MAX_DEPTH = 4;
    private static final ASN1ObjectIdentifier CRL_BAG = PKCSObjectIdentifiers.crlBag;
    /** By this attribute Java tells an entry of its own from the certificates of chains. */
    private static final ASN1ObjectIdentifier TRUSTED_KEY_USAGE =
            new ASN1ObjectIdentifier("2.16.840.1.113894.746875.1.1");

    private final Items items;
    private final char[] password;
    private final char[] tried;
    private final Decryption.Budget budget = new Decryption.Budget();
    private Decryption decryption;
    private boolean sealed;
    private boolean sealBroken;

    /**
     * @param password null if none was given; the empty one is then tried
     */
    Pkcs12Items(Items items, char[] password) {
        this.items = items;
        this.password = password;
        this.tried = password == null ? new char[0] : password;
    }

    void add(byte[] encoded) throws ContentException {
        PKCS12PfxPdu pfx;
        ContentInfo[] contents;
        try {
            pfx = new PKCS12PfxPdu(encoded);
            contents = pfx.getContentInfos();
            openSeal(pfx, contents);
        } catch (Decryption.TooCostly e) {
            throw e.asContent();
        } catch (IOException | PKCSException | RuntimeException e) {
            throw ContentException.damaged(LoadDetail.STRUCTURE);
        }
        if (sealBroken) {
            items.add(LoadFault.of(LoadProblem.DAMAGED, LoadDetail.SEAL, "").found(ContentKind.PKCS12));
        }
        LoadFault closed = pfx.hasMac() && decryption == null && password != null ? wrongPassword() : null;
        for (ContentInfo content : contents) {
            try {
                if (isEncrypted(content) && decryption == null) {
                    closed = password == null ? passwordNeeded() : wrongPassword();
                } else {
                    addAll(bags(content));
                }
            } catch (IOException | PKCSException | RuntimeException e) {
                items.add(fault(e).found(ContentKind.PKCS12).at(items.nextEntry()));
            }
        }
        if (closed != null) {
            items.add(closed);
        }
    }

    /** What it means that a part did not open although its neighbours or the seal did. */
    private LoadFault fault(Exception e) {
        LoadFault failure = Decryption.failure(e, "").fault();
        return failure.problem() == LoadProblem.WRONG_PASSWORD
                ? LoadFault.of(LoadProblem.DAMAGED, sealed ? LoadDetail.CIPHERTEXT : LoadDetail.STRUCTURE, "")
                : failure;
    }

    /**
     * Finds how the password is to be read. An empty one has two readings, and both are in the wild (RFC 7292 §B.1: with
     * or without the two zeros).
     */
    private void openSeal(PKCS12PfxPdu pfx, ContentInfo[] contents) throws PKCSException, ContentException {
        for (boolean zeroForEmpty : tried.length == 0 ? List.of(true, false) : List.of(false)) {
            if (pfx.hasMac()) {
                if (Pkcs12Mac.fits(pfx, tried, zeroForEmpty, budget)) {
                    sealed = true;
                    decryption = new Decryption(tried, zeroForEmpty, budget);
                    return;
                }
            } else {
                Decryption attempt = new Decryption(tried, zeroForEmpty, budget);
                if (opens(contents, attempt)) {
                    decryption = attempt;
                    return;
                }
            }
        }
        if (pfx.hasMac() && password != null) {
            Decryption attempt = new Decryption(tried, false, budget);
            if (begins(contents, attempt)) {
                sealBroken = true;
                decryption = attempt;
            }
        }
    }

    /** Whether what the first encrypted part or key opens to looks like what it should be, though it be damaged. */
    private static boolean begins(ContentInfo[] contents, Decryption attempt) throws PKCSException {
        for (ContentInfo content : contents) {
            if (isEncrypted(content)) {
                EncryptedData data = EncryptedData.getInstance(content.getContent());
                return RightPassword.opensContents(
                        attempt,
                        data.getEncryptionAlgorithm(),
                        data.getContent().getOctets());
            }
            for (PKCS12SafeBag bag : new PKCS12SafeBagFactory(content).getSafeBags()) {
                if (bag.getType().equals(PKCSObjectIdentifiers.pkcs8ShroudedKeyBag)) {
                    EncryptedPrivateKeyInfo key = EncryptedPrivateKeyInfo.getInstance(
                            bag.toASN1Structure().getBagValue());
                    return RightPassword.opensKey(attempt, key.getEncryptionAlgorithm(), key.getEncryptedData());
                }
            }
        }
        return false;
    }

    /** Without a seal, whether the first encrypted part opens. */
    private static boolean opens(ContentInfo[] contents, Decryption attempt) throws PKCSException, ContentException {
        for (ContentInfo content : contents) {
            if (isEncrypted(content)) {
                try {
                    return new PKCS12SafeBagFactory(content, attempt).getSafeBags() != null;
                } catch (PKCSException | RuntimeException e) {
                    ContentException failure = Decryption.failure(e, "");
                    if (failure.fault().problem() != LoadProblem.WRONG_PASSWORD) {
                        throw failure;
                    }
                    return begins(contents, attempt);
                }
            }
        }
        return true;
    }

    private static boolean isEncrypted(ContentInfo content) {
        return content.getContentType().equals(PKCSObjectIdentifiers.encryptedData);
    }

    private PKCS12SafeBag[] bags(ContentInfo content) throws PKCSException {
        if (content.getContentType().equals(PKCSObjectIdentifiers.data)) {
            return new PKCS12SafeBagFactory(content).getSafeBags();
        }
        return new PKCS12SafeBagFactory(content, decryption).getSafeBags();
    }

    private void addAll(PKCS12SafeBag[] bags) throws ContentException, IOException {
        for (PKCS12SafeBag bag : bags) {
            add(bag.toASN1Structure(), 0);
        }
    }

    private void add(SafeBag bag, int depth) throws ContentException, IOException {
        Place place = items.nextEntry();
        String alias = friendlyName(bag);
        ASN1ObjectIdentifier kind = bag.getBagId();
        if (kind.equals(PKCSObjectIdentifiers.certBag)) {
            boolean trusted = attribute(bag, TRUSTED_KEY_USAGE) != null;
            addCertificate(CertBag.getInstance(bag.getBagValue()), alias, localKeyId(bag), trusted, place);
        } else if (kind.equals(PKCSObjectIdentifiers.pkcs8ShroudedKeyBag)) {
            EncryptedPrivateKeyInfo info = EncryptedPrivateKeyInfo.getInstance(bag.getBagValue());
            ClosedKey key = new EncryptedKey(info, given -> keyDecryptions(), sealed);
            items.add(new KeyItem(place, alias, localKeyId(bag), key, List.of()));
        } else if (kind.equals(PKCSObjectIdentifiers.keyBag)) {
            byte[] der = bag.getBagValue().toASN1Primitive().getEncoded();
            items.add(new KeyItem(
                    place, alias, localKeyId(bag), new PlainKey(DerShape.PRIVATE_KEY, der, null), List.of()));
        } else if (kind.equals(PKCSObjectIdentifiers.safeContentsBag) && depth < MAX_DEPTH) {
            for (ASN1Encodable inner : ASN1Sequence.getInstance(bag.getBagValue())) {
                add(SafeBag.getInstance(inner), depth + 1);
            }
        } else {
            items.add(Item.Described.other(
                    place, alias, kind.equals(CRL_BAG) ? ContentKind.CRL : ContentKind.SECRET, ""));
        }
    }

    private void addCertificate(CertBag bag, String alias, String keyId, boolean ownEntry, Place place)
            throws ContentException {
        if (bag.getCertId().equals(PKCSObjectIdentifiers.x509Certificate)) {
            byte[] der = ASN1OctetString.getInstance(bag.getCertValue()).getOctets();
            items.add(new CertificateItem(place, alias, keyId, der, ownEntry));
        } else {
            items.add(Item.Described.other(
                    place, alias, ContentKind.OTHER_ASN1, bag.getCertId().getId()));
        }
    }

    private List<Decryption> keyDecryptions() {
        return sealed
                ? List.of(decryption)
                : List.of(new Decryption(tried, false, budget), new Decryption(tried, true, budget));
    }

    /** RFC 2985 §5.5.1; some write another kind of string than they should. */
    private static String friendlyName(SafeBag bag) {
        ASN1Encodable value = attribute(bag, PKCSObjectIdentifiers.pkcs_9_at_friendlyName);
        if (value instanceof ASN1BMPString text) {
            return Printable.of(text.getString(), 200);
        }
        return value instanceof ASN1String text ? Printable.of(text.getString(), 200) : "";
    }

    /** What ties a key to its certificate (RFC 2985 §5.5.2), as hex; empty where it is missing. */
    private static String localKeyId(SafeBag bag) {
        ASN1Encodable value = attribute(bag, PKCSObjectIdentifiers.pkcs_9_at_localKeyId);
        return value instanceof ASN1OctetString id ? Hex.of(id.getOctets()) : "";
    }

    private static ASN1Encodable attribute(SafeBag bag, ASN1ObjectIdentifier sought) {
        ASN1Set attributes = bag.getBagAttributes();
        if (attributes != null) {
            for (ASN1Encodable element : attributes) {
                if (element.toASN1Primitive() instanceof ASN1Sequence attribute
                        && attribute.size() == 2
                        && sought.equals(attribute.getObjectAt(0))
                        && attribute.getObjectAt(1) instanceof ASN1Set values
                        && values.size() > 0) {
                    return values.getObjectAt(0);
                }
            }
        }
        return null;
    }

    private static LoadFault passwordNeeded() {
        return LoadFault.of(LoadProblem.PASSWORD_NEEDED, LoadDetail.NONE, "").found(ContentKind.PKCS12);
    }

    private static LoadFault wrongPassword() {
        return LoadFault.of(LoadProblem.WRONG_PASSWORD, LoadDetail.NONE, "").found(ContentKind.PKCS12);
    }
}
