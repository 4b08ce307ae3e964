package org.mtlsplayground.pki;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.misc.MiscObjectIdentifiers;
import org.bouncycastle.asn1.misc.ScryptParams;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCS12PBEParams;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.InputDecryptor;
import org.bouncycastle.operator.InputDecryptorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEInputDecryptorProviderBuilder;

/**
 * Opens what a password has closed, within bounds: a file chooses its own iteration count, and a hostile one would
 * keep a processor busy for days. One of these is used for one file, and its budget is for all of that file.
 */
final class Decryption implements InputDecryptorProvider {
    /** scrypt's N·r·p for one key (RFC 7914 §2); 128 times this many bytes are mixed. OpenSSL writes 2^17. */
    private static final long MAX_SCRYPT_BLOCKS = PkiFiles.MAX_SCRYPT_BYTES / 128;

    private static final int MAX_KEY_LENGTH = 1024;

    private final InputDecryptorProvider pkcs12;
    private final char[] password;
    private final Budget budget;

    /**
     * @param zeroForEmpty which of the two readings of an empty password RFC 7292 §B.1 is to have
     */
    Decryption(char[] password, boolean zeroForEmpty, Budget budget) {
        this.pkcs12 = provider(password, zeroForEmpty);
        this.password = password;
        this.budget = budget;
    }

    /** Bouncy Castle's algorithms, not registered with the JDK, and loaded when first needed. */
    static Provider bouncyCastle() {
        return Holder.PROVIDER;
    }

    @Override
    public InputDecryptor get(AlgorithmIdentifier algorithm) throws OperatorCreationException {
        if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2)) {
            KeyDerivationFunc derivation =
                    PBES2Parameters.getInstance(algorithm.getParameters()).getKeyDerivationFunc();
            budget.takeDerivation(derivation.getAlgorithm().getId(), derivation.getParameters());
            return made(() -> Pbes2.decryptor(algorithm, password));
        }
        if (!EncryptionNames.isScheme(algorithm.getAlgorithm())) {
            throw unknown(algorithm);
        }
        // PBES1 and the schemes of PKCS#12 have the same two parameters.
        budget.takeIterations(
                PKCS12PBEParams.getInstance(algorithm.getParameters()).getIterations());
        return Pbes1Rc2.isOne(algorithm) ? made(() -> Pbes1Rc2.decryptor(algorithm, password)) : pkcs12.get(algorithm);
    }

    private interface Making {
        InputDecryptor make() throws GeneralSecurityException;
    }

    private static InputDecryptor made(Making making) throws OperatorCreationException {
        try {
            return making.make();
        } catch (GeneralSecurityException e) {
            throw new OperatorCreationException("decryption", e);
        }
    }

    private static OperatorCreationException unknown(AlgorithmIdentifier algorithm) {
        return new OperatorCreationException(
                "decryption",
                new NoSuchAlgorithmException(algorithm.getAlgorithm().getId()));
    }

    /**
     * What it means that something did not open; a wrong password and a damaged ciphertext look alike.
     *
     * @param encryption the name of what closes it
     */
    static ContentException failure(Exception e, String encryption) {
        Optional<TooCostly> tooCostly = cause(e, TooCostly.class);
        if (tooCostly.isPresent()) {
            return tooCostly.get().asContent();
        }
        return cause(e, NoSuchAlgorithmException.class).isPresent()
                ? new ContentException(LoadProblem.UNSUPPORTED_KEY, LoadDetail.UNKNOWN_ENCRYPTION, encryption)
                : new ContentException(LoadProblem.WRONG_PASSWORD, LoadDetail.NONE, "");
    }

    /** The exception itself or what it was wrapped around. */
    static <T extends Throwable> Optional<T> cause(Throwable thrown, Class<T> type) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .limit(10)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    private static InputDecryptorProvider provider(char[] password, boolean zeroForEmpty) {
        return new JcePKCSPBEInputDecryptorProviderBuilder()
                .setProvider(bouncyCastle())
                .setTryWrongPKCS12Zero(zeroForEmpty)
                .build(password);
    }

    /** How much work a file may still ask for. */
    static final class Budget {
        private long left = PkiFiles.MAX_ROUNDS;

        void takeDerivation(String oid, ASN1Encodable parameters) {
            if (oid.equals(PKCSObjectIdentifiers.id_PBKDF2.getId())) {
                PBKDF2Params pbkdf2 = PBKDF2Params.getInstance(parameters);
                takeIterations(pbkdf2.getIterationCount());
            } else if (oid.equals(MiscObjectIdentifiers.id_scrypt.getId())) {
                ScryptParams scrypt = ScryptParams.getInstance(parameters);
                takeScrypt(scrypt.getCostParameter()
                        .multiply(scrypt.getBlockSize())
                        .multiply(scrypt.getParallelizationParameter()));
            }
        }

        void takeIterations(BigInteger iterations) {
            if (iterations.signum() <= 0 || iterations.compareTo(BigInteger.valueOf(left)) > 0) {
                throw new TooCostly(LoadDetail.TOO_MANY_ROUNDS, Printable.of(iterations.toString(), 40));
            }
            left -= iterations.longValueExact();
        }

        /** Of a seal, in bytes; null where its algorithm says it. */
        void takeKeyLength(BigInteger length) {
            if (length != null && length.compareTo(BigInteger.valueOf(MAX_KEY_LENGTH)) > 0) {
                throw new TooCostly(LoadDetail.TOO_MANY_ROUNDS, Printable.of(length.toString(), 40));
            }
        }

        private void takeScrypt(BigInteger blocks) {
            if (blocks.signum() <= 0 || blocks.compareTo(BigInteger.valueOf(MAX_SCRYPT_BLOCKS)) > 0) {
                throw new TooCostly(LoadDetail.TOO_MUCH_SCRYPT, "");
            }
            // Two passes over the blocks, each of about a round's work.
            takeIterations(blocks.shiftLeft(1));
        }
    }

    /** The file asks for more work than anyone would do to open it. */
    static final class TooCostly extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        private final LoadDetail detail;
        private final String argument;

        TooCostly(LoadDetail detail, String argument) {
            super(detail.name());
            this.detail = detail;
            this.argument = argument;
        }

        ContentException asContent() {
            return new ContentException(LoadProblem.TOO_COSTLY, detail, argument);
        }
    }

    private static final class Holder {
        static final Provider PROVIDER = new BouncyCastleProvider();
    }
}
