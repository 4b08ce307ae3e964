package org.mtlsplayground.pki;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PBMAC1Params;
import org.bouncycastle.asn1.pkcs.PKCS12PBEParams;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.ExtendedDigest;
import org.bouncycastle.crypto.generators.PKCS12ParametersGenerator;
import org.bouncycastle.crypto.io.MacOutputStream;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.operator.GenericKey;
import org.bouncycastle.operator.MacCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDefaultDigestProvider;
import org.bouncycastle.pkcs.PKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.PKCS12MacCalculatorBuilderProvider;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.bc.BcPKCS12MacCalculatorBuilderProvider;

/** The seal of a PKCS#12 (RFC 7292 §4, RFC 9579), which tells whether the password is right. */
final class Pkcs12Mac {
    private Pkcs12Mac() {}

    /** Whether the password fits the seal, which is there. */
    static boolean fits(PKCS12PfxPdu pfx, char[] password, boolean zeroForEmpty, Decryption.Budget budget)
            throws PKCSException {
        AlgorithmIdentifier algorithm = pfx.getMacAlgorithmID();
        boolean pbmac1 = algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBMAC1);
        if (pbmac1) {
            // The key may be as long as the file says.
            budget.takeKeyLength(PBKDF2Params.getInstance(PBMAC1Params.getInstance(algorithm.getParameters())
                            .getKeyDerivationFunc()
                            .getParameters())
                    .getKeyLength());
            var derivation = PBMAC1Params.getInstance(algorithm.getParameters()).getKeyDerivationFunc();
            budget.takeDerivation(derivation.getAlgorithm().getId(), derivation.getParameters());
        } else {
            budget.takeIterations(pfx.toASN1Structure().getMacData().getIterationCount());
        }
        PKCS12MacCalculatorBuilderProvider stock =
                new BcPKCS12MacCalculatorBuilderProvider(BcDefaultDigestProvider.INSTANCE);
        PKCS12MacCalculatorBuilderProvider macs = zeroForEmpty && !pbmac1 ? ofTwoZeros(stock) : stock;
        return MessageDigest.isEqual(
                value(pfx, macs, password),
                pfx.toASN1Structure().getMacData().getMac().getDigest());
    }

    /**
     * The seal as it should be. Only its value counts: GnuTLS and Go leave out the NULL after the digest's name (RFC 8017
     * §B.1 allows both), so that Bouncy Castle's own comparison of the whole encoding refuses what they write.
     */
    private static byte[] value(PKCS12PfxPdu pfx, PKCS12MacCalculatorBuilderProvider macs, char[] password)
            throws PKCSException {
        MacData seal = pfx.toASN1Structure().getMacData();
        AlgorithmIdentifier named = pfx.getMacAlgorithmID();
        ASN1Encodable parameters = named.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBMAC1)
                ? named.getParameters()
                : new PKCS12PBEParams(seal.getSalt(), seal.getIterationCount().intValueExact());
        try {
            MacCalculator mac = macs.get(new AlgorithmIdentifier(named.getAlgorithm(), parameters))
                    .build(password);
            try (OutputStream sealed = mac.getOutputStream()) {
                sealed.write(ASN1OctetString.getInstance(
                                pfx.toASN1Structure().getAuthSafe().getContent())
                        .getOctets());
            }
            return mac.getMac();
        } catch (OperatorCreationException | IOException e) {
            throw new PKCSException("seal", e);
        }
    }

    /** The same calculation, with an empty password read as its terminating zeros alone. */
    private static PKCS12MacCalculatorBuilderProvider ofTwoZeros(PKCS12MacCalculatorBuilderProvider stock) {
        return algorithm -> new PKCS12MacCalculatorBuilder() {
            @Override
            public MacCalculator build(char[] password) throws OperatorCreationException {
                PKCS12PBEParams parameters = PKCS12PBEParams.getInstance(algorithm.getParameters());
                ExtendedDigest digest = BcDefaultDigestProvider.INSTANCE.get(algorithm);
                PKCS12ParametersGenerator generator = new PKCS12ParametersGenerator(digest);
                generator.init(
                        new byte[2],
                        parameters.getIV(),
                        parameters.getIterations().intValueExact());
                CipherParameters key = generator.generateDerivedMacParameters(digest.getDigestSize() * 8);
                HMac mac = new HMac(digest);
                mac.init(key);
                return new TwoZerosMac(algorithm, mac);
            }

            @Override
            public AlgorithmIdentifier getDigestAlgorithmIdentifier() {
                return stock.get(algorithm).getDigestAlgorithmIdentifier();
            }
        };
    }

    private record TwoZerosMac(AlgorithmIdentifier algorithm, HMac mac) implements MacCalculator {
        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return algorithm;
        }

        @Override
        public OutputStream getOutputStream() {
            return new MacOutputStream(mac);
        }

        @Override
        public byte[] getMac() {
            byte[] value = new byte[mac.getMacSize()];
            mac.doFinal(value, 0);
            return value;
        }

        @Override
        public GenericKey getKey() {
            throw new UnsupportedOperationException("Nobody needs to know it");
        }
    }
}
