package org.mtlsplayground.ca;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMEncryptor;
import org.bouncycastle.openssl.jcajce.JcaMiscPEMGenerator;
import org.bouncycastle.openssl.jcajce.JcePEMEncryptorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;
import org.bouncycastle.util.io.pem.PemWriter;

/** Contents of files in forms that openssl writes and Java does not. */
public final class OpenSslFiles {
    private static final int ROUNDS = 2048;

    private OpenSslFiles() {}

    /** A key in the form of its own kind: PKCS#1 for RSA (RFC 8017 §A.1.2), SEC1 for EC (RFC 5915). */
    public static byte[] traditionalPem(PrivateKey key) {
        return pem(key, null);
    }

    /** The same, encrypted as openssl did before PKCS#8: by AES-256, the key derived by one round of MD5. */
    public static byte[] traditionalPem(PrivateKey key, char[] password) {
        return pem(
                key,
                new JcePEMEncryptorBuilder("AES-256-CBC")
                        .setProvider(new BouncyCastleProvider())
                        .setSecureRandom(new SecureRandom())
                        .build(password));
    }

    private static byte[] pem(PrivateKey key, PEMEncryptor encryptor) {
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            writer.writeObject(
                    new JcaMiscPEMGenerator(withCurve(PrivateKeyInfo.getInstance(key.getEncoded())), encryptor));
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory", e);
        }
        return KeyFiles.ascii(text.toString().replace("\r\n", "\n"));
    }

    /** PKCS#8 names the curve outside of the key proper; SEC1 has no outside, so it must be inside. */
    private static PrivateKeyInfo withCurve(PrivateKeyInfo info) throws IOException {
        if (!info.getPrivateKeyAlgorithm().getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            return info;
        }
        ASN1ObjectIdentifier curve =
                ASN1ObjectIdentifier.getInstance(info.getPrivateKeyAlgorithm().getParameters());
        ECPrivateKey bare = ECPrivateKey.getInstance(info.parsePrivateKey());
        int bits = ECNamedCurveTable.getByOID(curve).getN().bitLength();
        return new PrivateKeyInfo(
                info.getPrivateKeyAlgorithm(), new ECPrivateKey(bits, bare.getKey(), bare.getPublicKey(), curve));
    }

    /**
     * Certificates alone in PKCS#12, as {@code openssl pkcs12 -export -nokeys} makes it: without the attribute by which
     * Java knows those to trust, so that Java's own loader shows none of them.
     */
    public static byte[] pkcs12(List<X509Certificate> certificates, char[] password) {
        try {
            PKCS12SafeBag[] bags = new PKCS12SafeBag[certificates.size()];
            for (int i = 0; i < bags.length; i++) {
                bags[i] = new JcaPKCS12SafeBagBuilder(certificates.get(i)).build();
            }
            PKCS12PfxPduBuilder builder = new PKCS12PfxPduBuilder();
            builder.addEncryptedData(
                    new JcePKCSPBEOutputEncryptorBuilder(PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC)
                            .setProvider(new BouncyCastleProvider())
                            .setRandom(new SecureRandom())
                            .setIterationCount(ROUNDS)
                            .build(password),
                    bags);
            return builder.build(
                            new JcePKCS12MacCalculatorBuilder()
                                    .setProvider(new BouncyCastleProvider())
                                    .setIterationCount(ROUNDS),
                            password)
                    .getEncoded();
        } catch (IOException | OperatorCreationException | PKCSException e) {
            throw new IllegalStateException("Could not write a key store", e);
        }
    }
}
