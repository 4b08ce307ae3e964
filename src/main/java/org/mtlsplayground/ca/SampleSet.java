package org.mtlsplayground.ca;

import java.security.PrivateKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.Pem;

/** The sample files, as names and contents: two CAs, a good pair, and one file for each thing that can be wrong. */
final class SampleSet {
    /** Of the encrypted samples. Public, as their keys are. */
    static final String PASSWORD = "playground";

    private static final String ORGANIZATION = "mTLS Playground";
    private static final String SERVER = "server.mtls.example.org";
    /** All at noon, so that the day is the same nearly everywhere. */
    private static final Instant LAST = Instant.parse("2046-11-30T12:00:00Z");

    private static final Instant EXPIRED_FIRST = Instant.parse("2024-01-01T12:00:00Z");
    private static final Instant EXPIRED_LAST = Instant.parse("2025-01-31T12:00:00Z");
    private static final Instant FUTURE_FIRST = Instant.parse("2045-01-01T12:00:00Z");

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Instant first;

    private SampleSet(Instant first) {
        this.first = first;
    }

    /**
     * Makes all of them anew.
     *
     * @param first the first moment of validity of the good ones
     * @return contents by file name; a name that ends in .key or .p12 holds a private key
     */
    static Map<String, byte[]> create(Instant first) {
        SampleSet set = new SampleSet(first);
        Identity serverCa = set.authority("Demo Server CA", "server_ca");
        Identity clientCa = set.authority("Demo Client CA", "client_ca");
        Identity rogueCa = set.authority("Rogue CA", "rogue_ca");
        set.clients(clientCa, rogueCa);
        set.servers(serverCa, rogueCa);
        return set.files;
    }

    private void clients(Identity ca, Identity rogueCa) {
        Identity alice = usual(client("alice")).issuedBy(ca).create();
        add("client", alice);
        files.put("client-encrypted.key", KeyFiles.encryptedPem(alice.key(), PASSWORD.toCharArray()));
        files.put("client.p12", StoreFiles.PKCS12.withKey(alice.chain(), alice.key(), "alice", PASSWORD.toCharArray()));
        add("client-expired", expired(client("alice")).issuedBy(ca).create());
        add("client-not-yet-valid", notYetValid(client("alice")).issuedBy(ca).create());
        add("client-unknown-ca", usual(client("mallory")).issuedBy(rogueCa).create());
        add("client-self-signed", usual(client("alice")).create());
        add(
                "client-wrong-usage",
                usual(client("alice"))
                        .purposes(Purpose.SERVER_AUTH)
                        .issuedBy(ca)
                        .create());
        add("client-key-of-another", usual(client("alice")).issuedBy(ca).createWithUnsafeForeignKey(foreignKey()));
    }

    private void servers(Identity ca, Identity rogueCa) {
        add("server", usual(server(SERVER)).issuedBy(ca).create());
        add("server-expired", expired(server(SERVER)).issuedBy(ca).create());
        add("server-not-yet-valid", notYetValid(server(SERVER)).issuedBy(ca).create());
        add("server-unknown-ca", usual(server(SERVER)).issuedBy(rogueCa).create());
        add("server-self-signed", usual(server(SERVER)).create());
        NewCertificate other = NewCertificate.server("other.mtls.example.org").organization(ORGANIZATION);
        add("server-wrong-host", usual(other).issuedBy(ca).create());
        add(
                "server-wrong-usage",
                usual(server(SERVER)).purposes(Purpose.CLIENT_AUTH).issuedBy(ca).create());
        add("server-key-of-another", usual(server(SERVER)).issuedBy(ca).createWithUnsafeForeignKey(foreignKey()));
    }

    private static NewCertificate client(String name) {
        return NewCertificate.client(name).organization(ORGANIZATION).email(name + "@mtls.example.org");
    }

    private static NewCertificate server(String name) {
        return NewCertificate.server(name)
                .organization(ORGANIZATION)
                .dns("localhost")
                .ip("127.0.0.1")
                .ip("::1");
    }

    private NewCertificate usual(NewCertificate certificate) {
        return certificate.valid(first, LAST);
    }

    private static NewCertificate expired(NewCertificate certificate) {
        return certificate.valid(EXPIRED_FIRST, EXPIRED_LAST);
    }

    private static NewCertificate notYetValid(NewCertificate certificate) {
        return certificate.valid(FUTURE_FIRST, LAST);
    }

    private static PrivateKey foreignKey() {
        return KeyKind.EC_P256.generate().getPrivate();
    }

    /** The CA's key is not kept: nobody shall issue more in its name. */
    private Identity authority(String name, String file) {
        Identity ca =
                usual(NewCertificate.authority(name).organization(ORGANIZATION)).create();
        files.put(file + ".crt", KeyFiles.ascii(Pem.encode(ca.leaf())));
        return ca;
    }

    private void add(String name, Identity identity) {
        files.put(name + ".crt", KeyFiles.ascii(Pem.encode(identity.chain())));
        files.put(name + ".key", KeyFiles.plainPem(identity.key()));
    }
}
