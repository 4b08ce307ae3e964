package org.mtlsplayground.pki;

import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.RC2ParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.GCMParameters;
import org.bouncycastle.asn1.misc.CAST5CBCParameters;
import org.bouncycastle.asn1.misc.MiscObjectIdentifiers;
import org.bouncycastle.asn1.misc.ScryptParams;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RC2CBCParameter;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.MD5Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA224Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA3Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.digests.SHA512tDigest;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.generators.SCrypt;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.jcajce.io.CipherInputStream;
import org.bouncycastle.operator.InputDecryptor;

/** PBES2 (RFC 8018 §6.2) with every cipher that the usual programs write. What it may cost is checked before. */
final class Pbes2 {
    private static final String DIGESTS = "1.2.840.113549.2.";
    private static final String NIST_HASHES = "2.16.840.1.101.3.4.2.";

    /** What PBKDF2 takes HMAC of, by the OID of the whole (RFC 8018 §B.1). */
    private static final Map<String, Supplier<Digest>> PRFS = Map.ofEntries(
            Map.entry(DIGESTS + "6", MD5Digest::new),
            Map.entry(DIGESTS + "7", SHA1Digest::new),
            Map.entry(DIGESTS + "8", SHA224Digest::new),
            Map.entry(DIGESTS + "9", SHA256Digest::new),
            Map.entry(DIGESTS + "10", SHA384Digest::new),
            Map.entry(DIGESTS + "11", SHA512Digest::new),
            Map.entry(DIGESTS + "12", () -> new SHA512tDigest(224)),
            Map.entry(DIGESTS + "13", () -> new SHA512tDigest(256)),
            Map.entry(NIST_HASHES + "13", () -> new SHA3Digest(224)),
            Map.entry(NIST_HASHES + "14", () -> new SHA3Digest(256)),
            Map.entry(NIST_HASHES + "15", () -> new SHA3Digest(384)),
            Map.entry(NIST_HASHES + "16", () -> new SHA3Digest(512)));

    private static final BigInteger LONGEST_KEY = BigInteger.valueOf(64);

    private Pbes2() {}

    /** @param algorithm from a file: its parameters may be anything */
    static InputDecryptor decryptor(AlgorithmIdentifier algorithm, char[] password) throws GeneralSecurityException {
        PBES2Parameters parameters = PBES2Parameters.getInstance(algorithm.getParameters());
        AlgorithmIdentifier scheme =
                AlgorithmIdentifier.getInstance(parameters.getEncryptionScheme().toASN1Primitive());
        EncryptionNames.Pbes2Cipher known =
                EncryptionNames.cipher(scheme.getAlgorithm()).orElseThrow(NoSuchAlgorithmException::new);
        byte[] key = derive(parameters.getKeyDerivationFunc(), password, known.keyLength());
        try {
            Cipher cipher = Cipher.getInstance(known.transformation(), Decryption.bouncyCastle());
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(key, known.family()),
                    parameters(known, scheme.getParameters(), key.length));
            return new Decryptor(algorithm, cipher);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /** Decrypts by a cipher that is set up. */
    record Decryptor(AlgorithmIdentifier algorithm, Cipher cipher) implements InputDecryptor {
        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return algorithm;
        }

        @Override
        public InputStream getInputStream(InputStream encrypted) {
            return new CipherInputStream(encrypted, cipher);
        }
    }

    private static AlgorithmParameterSpec parameters(
            EncryptionNames.Pbes2Cipher known, ASN1Encodable given, int keyLength) {
        return switch (known.family()) {
            case "RC2" -> {
                RC2CBCParameter rc2 = RC2CBCParameter.getInstance(given);
                yield new RC2ParameterSpec(effectiveBits(rc2.getRC2ParameterVersion(), keyLength), rc2.getIV());
            }
            case "CAST5" ->
                // OpenSSL writes the vector alone, others a length after it (RFC 2144 §B).
                new IvParameterSpec(
                        given instanceof ASN1OctetString vector
                                ? vector.getOctets()
                                : CAST5CBCParameters.getInstance(given).getIV());
            default -> {
                if (known.transformation().contains("/GCM/")) {
                    GCMParameters gcm = GCMParameters.getInstance(given);
                    yield new GCMParameterSpec(gcm.getIcvLen() * 8, gcm.getNonce());
                }
                yield new IvParameterSpec(ASN1OctetString.getInstance(given).getOctets());
            }
        };
    }

    /** RFC 8018 §B.2.3. */
    private static int effectiveBits(BigInteger version, int keyLength) {
        return switch (version == null ? 0 : version.intValue()) {
            case 160 -> 40;
            case 120 -> 64;
            case 58 -> 128;
            default -> keyLength * 8;
        };
    }

    private static byte[] derive(KeyDerivationFunc function, char[] password, int usual)
            throws GeneralSecurityException {
        byte[] secret = SecretText.encode(password, StandardCharsets.UTF_8);
        try {
            if (function.getAlgorithm().equals(MiscObjectIdentifiers.id_scrypt)) {
                ScryptParams scrypt = ScryptParams.getInstance(function.getParameters());
                return SCrypt.generate(
                        secret,
                        scrypt.getSalt(),
                        scrypt.getCostParameter().intValueExact(),
                        scrypt.getBlockSize().intValueExact(),
                        scrypt.getParallelizationParameter().intValueExact(),
                        length(scrypt.getKeyLength(), usual));
            }
            if (!function.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBKDF2)) {
                throw new NoSuchAlgorithmException(function.getAlgorithm().getId());
            }
            PBKDF2Params pbkdf2 = PBKDF2Params.getInstance(function.getParameters());
            Supplier<Digest> digest = PRFS.get(pbkdf2.getPrf().getAlgorithm().getId());
            if (digest == null) {
                throw new NoSuchAlgorithmException(
                        pbkdf2.getPrf().getAlgorithm().getId());
            }
            PKCS5S2ParametersGenerator generator = new PKCS5S2ParametersGenerator(digest.get());
            generator.init(secret, pbkdf2.getSalt(), pbkdf2.getIterationCount().intValueExact());
            int bits = length(pbkdf2.getKeyLength(), usual) * 8;
            return ((KeyParameter) generator.generateDerivedParameters(bits)).getKey();
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    /** A file may say a length, and some ciphers take several. */
    private static int length(BigInteger given, int usual) {
        boolean sound = given != null && given.signum() > 0 && given.compareTo(LONGEST_KEY) <= 0;
        return sound ? given.intValue() : usual;
    }
}
