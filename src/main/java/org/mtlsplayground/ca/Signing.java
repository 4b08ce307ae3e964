package org.mtlsplayground.ca;

import java.security.PrivateKey;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** How a key signs what Bouncy Castle puts together: certificates, requests, CRLs, OCSP answers. */
public final class Signing {
    private Signing() {}

    /** The usual way of this key, see {@link SignatureAlgorithm#usual}. */
    public static ContentSigner with(PrivateKey key) throws OperatorCreationException {
        return with(key, SignatureAlgorithm.usual(key));
    }

    /**
     * A signer by an algorithm that {@linkplain SignatureAlgorithm#fits fits} the key.
     *
     * @throws OperatorCreationException if the JDK can't work with the key
     */
    public static ContentSigner with(PrivateKey key, SignatureAlgorithm algorithm) throws OperatorCreationException {
        JcaContentSignerBuilder builder = new JcaContentSignerBuilder(algorithm.operation());
        if (algorithm.isPss()) {
            // The JDK has this under a name that Bouncy Castle's builder does not know.
            builder.setProvider(new BouncyCastleProvider());
        }
        return builder.build(key);
    }
}
