package org.mtlsplayground.ca;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;

/**
 * PKCS#12 (RFC 7292) as programs wrote it before 2020: triple DES and SHA-1, for the key and for the certificates. RC2,
 * which others take for the latter, is refused by OpenSSL 3.
 */
final class OldPkcs12 {
    /** By this the JDK knows a certificate that it shall trust. */
    private static final ASN1ObjectIdentifier TRUSTED_KEY_USAGE =
            new ASN1ObjectIdentifier("2.16.840.1.113894.746875.1.1");

    private static final int ROUNDS = 10_000;

    private final PKCS12PfxPduBuilder builder = new PKCS12PfxPduBuilder();
    private final char[] password;

    private OldPkcs12(char[] password) {
        this.password = password;
    }

    static byte[] withKey(List<X509Certificate> chain, PrivateKey key, String alias, char[] password)
            throws GeneralSecurityException, IOException {
        try {
            OldPkcs12 store = new OldPkcs12(password);
            SubjectKeyIdentifier id = new JcaX509ExtensionUtils()
                    .createSubjectKeyIdentifier(chain.get(0).getPublicKey());
            PKCS12SafeBag[] bags = new PKCS12SafeBag[chain.size()];
            for (int i = 0; i < bags.length; i++) {
                PKCS12SafeBagBuilder bag = new JcaPKCS12SafeBagBuilder(chain.get(i));
                bags[i] = (i == 0 ? named(bag, alias, id) : bag).build();
            }
            store.builder.addEncryptedData(store.encryptor(), bags);
            store.builder.addData(named(new JcaPKCS12SafeBagBuilder(key, store.encryptor()), alias, id)
                    .build());
            return store.encoded();
        } catch (OperatorCreationException | PKCSException e) {
            throw new GeneralSecurityException(e);
        }
    }

    /**
     * @param aliases as many as there are certificates
     */
    static byte[] ofTrusted(List<X509Certificate> certificates, List<String> aliases, char[] password)
            throws GeneralSecurityException, IOException {
        try {
            OldPkcs12 store = new OldPkcs12(password);
            PKCS12SafeBag[] bags = new PKCS12SafeBag[certificates.size()];
            for (int i = 0; i < bags.length; i++) {
                bags[i] = new JcaPKCS12SafeBagBuilder(certificates.get(i))
                        .addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_friendlyName, new DERBMPString(aliases.get(i)))
                        .addBagAttribute(TRUSTED_KEY_USAGE, KeyPurposeId.anyExtendedKeyUsage.toOID())
                        .build();
            }
            store.builder.addEncryptedData(store.encryptor(), bags);
            return store.encoded();
        } catch (OperatorCreationException | PKCSException e) {
            throw new GeneralSecurityException(e);
        }
    }

    /** The key's certificate is the one with its identifier. */
    private static PKCS12SafeBagBuilder named(PKCS12SafeBagBuilder bag, String alias, SubjectKeyIdentifier id) {
        return bag.addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_friendlyName, new DERBMPString(alias))
                .addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_localKeyId, id);
    }

    private OutputEncryptor encryptor() throws OperatorCreationException {
        return new JcePKCSPBEOutputEncryptorBuilder(PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC)
                .setProvider(new BouncyCastleProvider())
                .setRandom(new SecureRandom())
                .setIterationCount(ROUNDS)
                .build(password);
    }

    private byte[] encoded() throws PKCSException, IOException {
        PKCS12PfxPdu store = builder.build(
                new JcePKCS12MacCalculatorBuilder()
                        .setProvider(new BouncyCastleProvider())
                        .setIterationCount(ROUNDS),
                password);
        return store.getEncoded();
    }
}
