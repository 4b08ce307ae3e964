package org.mtlsplayground.pki;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/** Turns one ASN.1 value of a known shape into items. What can't be read becomes a fault and stops nothing. */
final class ShapedItems {
    private final Items items;
    private final char[] password;

    /** @param password null where none was given */
    ShapedItems(Items items, char[] password) {
        this.items = items;
        this.password = password;
    }

    /** What a value is; not ASN.1 at all is a failure. */
    static DerShape shape(byte[] der) throws ContentException {
        try {
            return DerShapes.of(ASN1Sequence.getInstance(der));
        } catch (RuntimeException e) {
            throw ContentException.damaged(LoadDetail.ASN1);
        }
    }

    void add(DerShape shape, byte[] der, Place place) throws ContentException {
        try {
            switch (shape) {
                case CERTIFICATE -> items.add(new CertificateItem(place, der));
                case PRIVATE_KEY, RSA_PRIVATE_KEY, EC_PRIVATE_KEY, DSA_PRIVATE_KEY ->
                    items.add(new KeyItem(place, new PlainKey(shape, der, null)));
                case ENCRYPTED_PRIVATE_KEY -> items.add(new KeyItem(place, new EncryptedKey(der)));
                case PKCS12 -> new Pkcs12Items(items, password).add(der);
                case PKCS7 -> Pkcs7Items.add(der, place, items);
                default -> items.add(new Item.Described(described(shape, der, place)));
            }
        } catch (ContentException e) {
            if (e.fault().problem() == LoadProblem.TOO_BIG) {
                throw e;
            }
            LoadFault fault =
                    e.fault().found().isPresent() ? e.fault() : e.fault().found(shape.kind());
            items.add(fault.place().isPresent() ? fault : fault.at(place));
        }
    }

    private static FileEntry described(DerShape shape, byte[] der, Place place) throws ContentException {
        try {
            return switch (shape) {
                case REQUEST -> new FileEntry.Request(place, CertificateRequest.of(der));
                case CRL -> new FileEntry.Crl(place, crl(der));
                case PUBLIC_KEY -> publicKey(SubjectPublicKeyInfo.getInstance(der), place);
                case RSA_PUBLIC_KEY ->
                    publicKey(
                            new SubjectPublicKeyInfo(
                                    new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                                    RSAPublicKey.getInstance(der)),
                            place);
                default -> new FileEntry.Other(place, "", shape.kind(), "");
            };
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new ContentException(
                    LoadFault.of(LoadProblem.DAMAGED, LoadDetail.ASN1, "").found(shape.kind()), e);
        }
    }

    static X509CRL crl(byte[] der) throws GeneralSecurityException {
        return (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(der));
    }

    /** A key of a kind that the JDK lacks is still named. */
    private static FileEntry publicKey(SubjectPublicKeyInfo info, Place place) throws IOException {
        String name = KeyNames.ofPublicKey(info.getEncoded());
        try {
            PublicKey key = new JcaPEMKeyConverter().getPublicKey(info);
            return new FileEntry.Public(place, name, key);
        } catch (IOException | RuntimeException e) {
            return new FileEntry.Other(place, "", ContentKind.PUBLIC_KEY, name);
        }
    }
}
