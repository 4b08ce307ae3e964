package org.mtlsplayground.ca;

import java.security.PrivateKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.EdECKey;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** How a CA's key signs: the hash as strong as the key, so that every TLS stack takes it (RFC 8446 §4.2.3). */
final class Signing {
    private Signing() {}

    static ContentSigner with(PrivateKey key) throws OperatorCreationException {
        return builder(key).build(key);
    }

    private static JcaContentSignerBuilder builder(PrivateKey key) {
        if (key instanceof ECKey ec) {
            int bits = ec.getParams().getOrder().bitLength();
            String hash = bits <= 256 ? "SHA256" : bits <= 384 ? "SHA384" : "SHA512";
            return new JcaContentSignerBuilder(hash + "withECDSA");
        }
        if (key instanceof EdECKey ed) {
            return new JcaContentSignerBuilder(ed.getParams().getName());
        }
        if (key.getAlgorithm().equals("RSASSA-PSS")) {
            // The JDK has this under a name that Bouncy Castle's builder does not know.
            return new JcaContentSignerBuilder("SHA256withRSAandMGF1").setProvider(new BouncyCastleProvider());
        }
        return new JcaContentSignerBuilder("SHA256with" + key.getAlgorithm());
    }
}
