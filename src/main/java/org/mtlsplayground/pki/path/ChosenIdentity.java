package org.mtlsplayground.pki.path;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.mtlsplayground.pki.Identity;

/**
 * Shows a client's identity, whatever CAs the server's list names, as most programs outside Java do. The JDK's own key
 * managers keep back a certificate whose issuer is not on the list, and then a wrong certificate looks like none at all.
 */
final class ChosenIdentity extends X509ExtendedKeyManager {
    private static final String ALIAS = "chosen";

    private final Identity identity;
    private final Set<String> keyTypes;

    ChosenIdentity(Identity identity) {
        this.identity = identity;
        this.keyTypes = keyTypes(identity.leaf().getPublicKey().getAlgorithm());
    }

    /** JSSE's names for a kind of key; EdDSA has several. */
    private static Set<String> keyTypes(String algorithm) {
        return switch (algorithm) {
            case "EdDSA", "Ed25519", "Ed448" -> Set.of("EdDSA", "Ed25519", "Ed448");
            default -> Set.of(algorithm);
        };
    }

    private String aliasFor(String... types) {
        // JSSE may add how the certificate is to be signed: EC_RSA.
        boolean fits = Stream.of(types).map(type -> type.split("_", 2)[0]).anyMatch(keyTypes::contains);
        return fits ? ALIAS : null;
    }

    private String[] aliasesFor(String type) {
        return aliasFor(type) == null ? null : new String[] {ALIAS};
    }

    @Override
    public String[] getClientAliases(String keyType, Principal[] issuers) {
        return aliasesFor(keyType);
    }

    @Override
    public String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
        return aliasFor(keyTypes);
    }

    @Override
    public String chooseEngineClientAlias(String[] keyTypes, Principal[] issuers, SSLEngine engine) {
        return aliasFor(keyTypes);
    }

    @Override
    public String[] getServerAliases(String keyType, Principal[] issuers) {
        return aliasesFor(keyType);
    }

    @Override
    public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
        return aliasFor(keyType);
    }

    @Override
    public String chooseEngineServerAlias(String keyType, Principal[] issuers, SSLEngine engine) {
        return aliasFor(keyType);
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return ALIAS.equals(alias) ? identity.chain().toArray(X509Certificate[]::new) : null;
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return ALIAS.equals(alias) ? identity.key() : null;
    }
}
