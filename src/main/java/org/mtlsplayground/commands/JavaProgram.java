package org.mtlsplayground.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mtlsplayground.peer.RevocationChecking;
import org.mtlsplayground.pki.LoadException;

/** What clients and servers in Java have in common: a program of one file, its keys, and whom it trusts. */
final class JavaProgram {
    private static final String IMPORTS = """
            import java.io.*;
            import java.net.*;
            import java.nio.charset.StandardCharsets;
            import java.nio.file.*;
            import java.security.*;
            import java.security.cert.*;
            import java.security.cert.Certificate;
            import java.security.spec.PKCS8EncodedKeySpec;
            import java.util.*;
            import javax.net.ssl.*;
            """;

    private static final String CERTIFICATES = """
                static List<X509Certificate> certificates(Path file) throws Exception {
                    List<X509Certificate> all = new ArrayList<>();
                    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                        for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                            all.add((X509Certificate) one);
                        }
                    }
                    return all;
                }
            """;

    private static final String KEYS = """
                static KeyManager[] keys() throws Exception {
                    List<X509Certificate> chain = certificates(%s);
                    String pem = Files.readString(%s, StandardCharsets.ISO_8859_1);
                    String begin = "-----BEGIN PRIVATE KEY-----";
                    int from = pem.indexOf(begin) + begin.length();
                    byte[] der = Base64.getMimeDecoder().decode(pem.substring(from, pem.indexOf("-----END", from)));
                    PrivateKey key = KeyFactory.getInstance("%s").generatePrivate(new PKCS8EncodedKeySpec(der));
                    KeyStore store = KeyStore.getInstance("PKCS12");
                    store.load(null, null);
                    store.setKeyEntry("own", key, new char[0], chain.toArray(new Certificate[0]));
                    KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
                    factory.init(store, new char[0]);
                    return factory.getKeyManagers();
                }
            """;

    private static final String TRUST = """
                static TrustManager[] trust() throws Exception {
                    KeyStore store = KeyStore.getInstance("PKCS12");
                    store.load(null, null);
                    for (X509Certificate one : certificates(%s)) {
                        store.setCertificateEntry("ca" + store.size(), one);
                    }
            """;

    private static final String TRUST_END = """
                    TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
                    factory.init(%s);
                    return factory.getTrustManagers();
                }
            """;

    private static final String NOBODY = """
                static TrustManager[] trust() {
                    return new TrustManager[] {new X509ExtendedTrustManager() {
                        @Override public X509Certificate[] getAcceptedIssuers() { return new X509Certificate[0]; }
                        void refuse() throws CertificateException { throw new CertificateException("nobody is trusted"); }
                        @Override public void checkClientTrusted(X509Certificate[] c, String a) throws CertificateException { refuse(); }
                        @Override public void checkServerTrusted(X509Certificate[] c, String a) throws CertificateException { refuse(); }
                        @Override public void checkClientTrusted(X509Certificate[] c, String a, Socket s) throws CertificateException { refuse(); }
                        @Override public void checkServerTrusted(X509Certificate[] c, String a, Socket s) throws CertificateException { refuse(); }
                        @Override public void checkClientTrusted(X509Certificate[] c, String a, SSLEngine e) throws CertificateException { refuse(); }
                        @Override public void checkServerTrusted(X509Certificate[] c, String a, SSLEngine e) throws CertificateException { refuse(); }
                    }};
                }
            """;

    /** JSSE's own key manager keeps back what the server's list of CAs does not name; this one does not. */
    private static final String ALWAYS = """
                static KeyManager[] always(KeyManager[] own) {
                    X509ExtendedKeyManager keys = (X509ExtendedKeyManager) own[0];
                    return new KeyManager[] {new X509ExtendedKeyManager() {
                        @Override public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) { return "own"; }
                        @Override public String chooseEngineClientAlias(String[] types, Principal[] issuers, SSLEngine engine) { return "own"; }
                        @Override public String[] getClientAliases(String type, Principal[] issuers) { return new String[] {"own"}; }
                        @Override public String chooseServerAlias(String type, Principal[] issuers, Socket socket) { return null; }
                        @Override public String[] getServerAliases(String type, Principal[] issuers) { return null; }
                        @Override public X509Certificate[] getCertificateChain(String alias) { return keys.getCertificateChain(alias); }
                        @Override public PrivateKey getPrivateKey(String alias) { return keys.getPrivateKey(alias); }
                    }};
                }
            """;

    private final Wishes wishes;
    private final Kit kit;
    private final Optional<Ref> chain;
    private final Optional<Ref> key;
    private final Optional<Ref> trusted;
    private final List<Ref> lists;

    JavaProgram(Wishes wishes, Kit kit) throws LoadException {
        this.wishes = wishes;
        this.kit = kit;
        chain = kit.chain();
        key = kit.key();
        trusted = kit.trust();
        lists = Remarks.looksAtLists(wishes.revocation()) ? kit.lists() : List.of();
    }

    /**
     * The context that the program begins with.
     *
     * @param always whether the identity is sent whatever the server's list of CAs says
     */
    String context(boolean always) {
        String keys = chain.isEmpty() ? "null" : always ? "always(keys())" : "keys()";
        return "SSLContext context = SSLContext.getInstance(\"TLS\");\ncontext.init(" + keys + ", "
                + (wishes.trust().platform() ? "null" : "trust()") + ", null);";
    }

    /** Statements that limit what a variable {@code parameters} offers. */
    List<String> parameters() {
        List<String> all = new ArrayList<>();
        all.add("parameters.setProtocols(" + array(versions()) + ");");
        if (!wishes.suites().isEmpty()) {
            all.add("parameters.setCipherSuites(" + array(wishes.suites()) + ");");
        }
        if (!wishes.protocols().isEmpty()) {
            all.add("parameters.setApplicationProtocols(" + array(wishes.protocols()) + ");");
        }
        return all;
    }

    private List<String> versions() {
        List<String> names = new ArrayList<>();
        wishes.versions().stream().sorted().forEach(version -> names.add(version.jsseName()));
        return names;
    }

    private static String array(List<String> all) {
        return all.stream().map(Quotes::java).collect(Collectors.joining(", ", "new String[] {", "}"));
    }

    /** Statements as they stand in a template, behind so many blanks. */
    static String statements(List<String> all, int blanks) {
        return String.join("\n" + " ".repeat(blanks), all);
    }

    /** The methods that the program needs. */
    String methods(boolean always) {
        StringBuilder text = new StringBuilder();
        if (chain.isPresent() || trusted.isPresent()) {
            text.append('\n').append(CERTIFICATES);
        }
        if (chain.isPresent()) {
            String algorithm = wishes.identity().orElseThrow().key().getAlgorithm();
            text.append('\n')
                    .append(KEYS.formatted(chain.get().java(), key.orElseThrow().java(), algorithm));
            if (always) {
                text.append('\n').append(ALWAYS);
            }
        }
        if (trusted.isPresent()) {
            text.append('\n').append(TRUST.formatted(trusted.get().java()));
            text.append(wishes.revocation().isOff() ? TRUST_END.formatted("store") : checking());
        } else if (wishes.trust().isNone()) {
            text.append('\n').append(NOBODY);
        }
        return text.toString();
    }

    private String checking() {
        RevocationChecking how = wishes.revocation();
        List<String> options = new ArrayList<>();
        if (how.source() == RevocationChecking.Source.CRL) {
            options.add("PKIXRevocationChecker.Option.PREFER_CRLS");
        }
        if (how.source() != RevocationChecking.Source.ANY) {
            options.add("PKIXRevocationChecker.Option.NO_FALLBACK");
        }
        if (how.softFail()) {
            options.add("PKIXRevocationChecker.Option.SOFT_FAIL");
        }
        if (!how.wholeChain()) {
            options.add("PKIXRevocationChecker.Option.ONLY_END_ENTITY");
        }
        StringBuilder text = new StringBuilder("""
                        PKIXBuilderParameters path = new PKIXBuilderParameters(store, new X509CertSelector());
                        PKIXRevocationChecker checker =
                                (PKIXRevocationChecker) CertPathBuilder.getInstance("PKIX").getRevocationChecker();
                """);
        text.append("        checker.setOptions(Set.of(")
                .append(String.join(", ", options))
                .append("));\n");
        how.responder()
                .ifPresent(at -> text.append("        checker.setOcspResponder(URI.create(")
                        .append(Quotes.java(at.toString()))
                        .append("));\n"));
        text.append("        path.addCertPathChecker(checker);\n");
        for (Ref list : lists) {
            text.append("        try (InputStream in = Files.newInputStream(")
                    .append(list.java())
                    .append(")) {\n")
                    .append("            path.addCertStore(CertStore.getInstance(\"Collection\",\n"
                            + "                    new CollectionCertStoreParameters("
                            + "CertificateFactory.getInstance(\"X.509\").generateCRLs(in))));\n        }\n");
        }
        return text + TRUST_END.formatted("new CertPathTrustManagerParameters(path)");
    }

    /** The command: a file with the program, and Java that runs it. */
    String command(String name, String imports, List<String> properties, String main, String methods) {
        Ref.Made file = kit.preparation.made(name + ".java");
        String source = IMPORTS + imports + "\npublic class " + name + " {\n"
                + "    public static void main(String[] arguments) throws Exception {\n"
                + main.stripTrailing().indent(8) + "    }\n" + methods + "}\n";
        kit.preparation.write(file, source);
        StringBuilder java = new StringBuilder("java ");
        if (!wishes.groups().isEmpty()) {
            java.append("-Djdk.tls.namedGroups=")
                    .append(Quotes.shell(String.join(",", wishes.groups())))
                    .append(' ');
        }
        properties.forEach(property -> java.append(property).append(' '));
        return kit.command(java + file.shell());
    }

    /** The property with the signature schemes of a side, {@code client} or {@code server}. */
    List<String> schemes(String side) {
        return wishes.schemes().isEmpty()
                ? List.of()
                : List.of(
                        "-Djdk.tls." + side + ".SignatureSchemes=" + Quotes.shell(String.join(",", wishes.schemes())));
    }
}
