package org.mtlsplayground.pki;

import java.io.OutputStream;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.PBEParameterSpec;
import org.bouncycastle.asn1.pkcs.PBMAC1Params;
import org.bouncycastle.asn1.pkcs.PKCS12PBEParams;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.jcajce.PKCS12Key;
import org.bouncycastle.jcajce.io.MacOutputStream;
import org.bouncycastle.operator.GenericKey;
import org.bouncycastle.operator.MacCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.PKCS12MacCalculatorBuilderProvider;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilderProvider;

/** The seal of a PKCS#12 (RFC 7292 §4, RFC 9579), which tells whether the password is right. */
final class Pkcs12Mac {
    private Pkcs12Mac() {}

    /** Returns if the file has no seal or the password fits it. */
    static void check(PKCS12PfxPdu pfx, char[] password, boolean zeroForEmpty, Decryption.Budget budget)
            throws ContentException, PKCSException {
        if (!pfx.hasMac()) {
            return;
        }
        AlgorithmIdentifier algorithm = pfx.getMacAlgorithmID();
        boolean pbmac1 = algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBMAC1);
        if (pbmac1) {
            var derivation = PBMAC1Params.getInstance(algorithm.getParameters()).getKeyDerivationFunc();
            budget.takeDerivation(derivation.getAlgorithm().getId(), derivation.getParameters());
        } else {
            budget.takeIterations(pfx.toASN1Structure().getMacData().getIterationCount());
        }
        PKCS12MacCalculatorBuilderProvider stock =
                new JcePKCS12MacCalculatorBuilderProvider().setProvider(Decryption.bouncyCastle());
        PKCS12MacCalculatorBuilderProvider macs = zeroForEmpty && !pbmac1 ? ofTwoZeros(stock) : stock;
        if (!pfx.isMacValid(macs, password)) {
            throw new ContentException(LoadProblem.WRONG_PASSWORD, "");
        }
    }

    /** The same calculation, with an empty password read as its terminating zeros alone. */
    private static PKCS12MacCalculatorBuilderProvider ofTwoZeros(PKCS12MacCalculatorBuilderProvider stock) {
        return algorithm -> new PKCS12MacCalculatorBuilder() {
            @Override
            public MacCalculator build(char[] password) throws OperatorCreationException {
                PKCS12PBEParams parameters = PKCS12PBEParams.getInstance(algorithm.getParameters());
                PKCS12Key key = new PKCS12Key(password, true);
                try {
                    Mac mac = Mac.getInstance(algorithm.getAlgorithm().getId(), Decryption.bouncyCastle());
                    mac.init(
                            key,
                            new PBEParameterSpec(
                                    parameters.getIV(),
                                    parameters.getIterations().intValueExact()));
                    return new TwoZerosMac(algorithm, mac, key);
                } catch (GeneralSecurityException e) {
                    throw new OperatorCreationException("no such MAC", e);
                }
            }

            @Override
            public AlgorithmIdentifier getDigestAlgorithmIdentifier() {
                return stock.get(algorithm).getDigestAlgorithmIdentifier();
            }
        };
    }

    private record TwoZerosMac(AlgorithmIdentifier algorithm, Mac mac, PKCS12Key key) implements MacCalculator {
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
            return mac.doFinal();
        }

        @Override
        public GenericKey getKey() {
            return new GenericKey(algorithm, key.getEncoded());
        }
    }
}
