package org.mtlsplayground.proof;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.mtlsplayground.ca.AlternativeName;
import org.mtlsplayground.ca.ChainPlan;
import org.mtlsplayground.ca.Fault;
import org.mtlsplayground.ca.KeyKind;
import org.mtlsplayground.ca.KeyUse;
import org.mtlsplayground.ca.Material;
import org.mtlsplayground.ca.NewCertificate;
import org.mtlsplayground.ca.Presets;
import org.mtlsplayground.ca.Purpose;
import org.mtlsplayground.ca.Role;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.LoadException;
import org.mtlsplayground.recorded.Play;

/**
 * Certificates of which any may stand in any slot: all samples, and from the workshop sound ones of all kinds, each fault,
 * and what people come by in practice. Made anew for each run, in the same order.
 */
final class Pool implements AutoCloseable {
    private static final Path SAMPLES = Path.of("sample-certs");
    private static final String HOST = "server.mtls.example.org";
    private static final Duration DAY = Duration.ofDays(1);

    private final List<Holding> clients = new ArrayList<>();
    private final List<Holding> servers = new ArrayList<>();
    private final List<List<X509Certificate>> anchors = new ArrayList<>();
    private final List<List<X509CRL>> lists = new ArrayList<>();

    private final List<Books> books = new ArrayList<>();

    private Pool() {}

    @Override
    public void close() {
        books.forEach(Books::close);
    }

    /** OCSP responders that listen until it is closed. */
    List<URI> responders() {
        return books.stream().map(Books::responder).toList();
    }

    /** A sound certificate for a role, but that it soon expires. */
    Holding expiring(Role role, Instant end) {
        return Holding.of(
                "soon expired",
                Presets.chainOfThree(role, leaf(role).valid(end.minus(DAY), end))
                        .issue());
    }

    /** A certificate that a responder calls good until it is revoked. */
    Books.Revocable revocable(Role role) {
        return books.get(role == Role.CLIENT ? 0 : 1).revocable();
    }

    static Pool make() throws IOException, LoadException {
        Pool pool = new Pool();
        pool.samples();
        for (Role role : List.of(Role.CLIENT, Role.SERVER)) {
            pool.faults(role);
            pool.kinds(role);
            pool.oddLeaves(role);
            pool.oddAuthorities(role);
            pool.anchorsWithFaults(role);
            pool.revoked(role);
        }
        pool.oddServers();
        return pool;
    }

    List<Holding> of(Role role) {
        return role == Role.CLIENT ? clients : servers;
    }

    /** Whom a side may be told to trust, besides what goes with a certificate. */
    List<List<X509Certificate>> anchors() {
        return anchors;
    }

    /** Revocation lists to have at hand. */
    List<List<X509CRL>> lists() {
        return lists;
    }

    /** All certificates. */
    Set<X509Certificate> certificates() {
        Set<X509Certificate> all = new LinkedHashSet<>();
        Stream.of(clients, servers).flatMap(List::stream).forEach(holding -> {
            all.addAll(holding.identity().chain());
            all.addAll(holding.trusted());
        });
        anchors.forEach(all::addAll);
        return all;
    }

    private void add(Role role, String name, Material material) {
        of(role).add(Holding.of(name, material));
    }

    private void add(Role role, String name, Identity identity, X509Certificate trusted) {
        of(role).add(new Holding(name, identity, List.of(trusted)));
    }

    private void samples() throws IOException, LoadException {
        for (Role role : List.of(Role.CLIENT, Role.SERVER)) {
            String whose = role == Role.CLIENT ? "client" : "server";
            List<X509Certificate> home = Play.trust(whose + "_ca.crt").certificates();
            anchors.add(home);
            try (Stream<Path> files = Files.list(SAMPLES)) {
                List<String> names = files.map(file -> file.getFileName().toString())
                        .filter(file -> file.matches(whose + "(-[a-z-]+)?\\.crt"))
                        .map(file -> file.replace(".crt", ""))
                        .sorted()
                        .toList();
                for (String name : names) {
                    of(role).add(new Holding("sample " + name, Play.identity(name), home));
                }
            }
        }
        anchors.add(Play.trust("rogue_ca.crt").certificates());
    }

    private static NewCertificate leaf(Role role) {
        return role == Role.CLIENT ? Presets.client("alice") : Presets.server(HOST);
    }

    private void faults(Role role) {
        ChainPlan plan = Presets.chainOfThree(role, leaf(role));
        for (Fault fault : Fault.values()) {
            if (fault.roles().contains(role)) {
                add(role, fault.name(), plan.issue(fault));
            }
        }
    }

    private void kinds(Role role) {
        add(role, "of three", Presets.chainOfThree(role, leaf(role)).issue());
        add(
                role,
                "of two",
                ChainPlan.of(role, Presets.root("Short Root"), List.of(), leaf(role))
                        .issue());
        add(
                role,
                "of four",
                ChainPlan.of(
                                role,
                                Presets.root("Long Root"),
                                List.of(
                                        Presets.intermediate("Upper CA").pathLength(1),
                                        Presets.intermediate("Lower CA")),
                                leaf(role))
                        .issue());
        // They take long to make, and whose key it is shows nowhere.
        Map<KeyKind, KeyPair> keys = new EnumMap<>(KeyKind.class);
        for (KeyKind kind : KeyKind.values()) {
            if (kind != KeyKind.RSA_3072 && kind != KeyKind.RSA_4096 && kind != KeyKind.RSA_PSS_3072) {
                add(
                        role,
                        "key " + kind,
                        Presets.chainOfThree(role, leaf(role).key(keys.computeIfAbsent(kind, KeyKind::generate)))
                                .issue());
            }
        }
        for (KeyKind kind : List.of(KeyKind.RSA_2048, KeyKind.ED25519, KeyKind.RSA_PSS_2048, KeyKind.EC_P384)) {
            Identity root = Presets.root("Root " + kind).key(kind).create();
            add(role, "CA " + kind, leaf(role).issuedBy(root).create(), root.leaf());
            add(
                    role,
                    "all " + kind,
                    leaf(role).key(keys.get(kind)).issuedBy(root).create(),
                    root.leaf());
        }
    }

    private void oddLeaves(Role role) {
        Identity root = Presets.root("Odd Root").create();
        Identity ca = Presets.intermediate("Odd Team").issuedBy(root).create();
        X509Certificate trusted = root.leaf();
        add(role, "any purpose", leaf(role).purposes(Purpose.ANY).issuedBy(ca).create(), trusted);
        add(role, "no purpose", leaf(role).purposes().issuedBy(ca).create(), trusted);
        add(
                role,
                "both purposes",
                leaf(role)
                        .purposes(Purpose.CLIENT_AUTH, Purpose.SERVER_AUTH)
                        .issuedBy(ca)
                        .create(),
                trusted);
        add(
                role,
                "for mail",
                leaf(role).purposes(Purpose.EMAIL_PROTECTION).issuedBy(ca).create(),
                trusted);
        add(
                role,
                "for agreement",
                leaf(role).keyUses(KeyUse.KEY_AGREEMENT).issuedBy(ca).create(),
                trusted);
        add(role, "no key usage", leaf(role).keyUses().issuedBy(ca).create(), trusted);
        KeyPair rsa = KeyKind.RSA_2048.generate();
        add(
                role,
                "for encipherment",
                leaf(role)
                        .key(rsa)
                        .keyUses(KeyUse.KEY_ENCIPHERMENT)
                        .issuedBy(ca)
                        .create(),
                trusted);
        add(
                role,
                "for signatures",
                leaf(role)
                        .key(rsa)
                        .keyUses(KeyUse.DIGITAL_SIGNATURE)
                        .issuedBy(ca)
                        .create(),
                trusted);
        Identity sound = leaf(role).issuedBy(ca).create();
        add(role, "alone below a team", new Identity(List.of(sound.leaf()), sound.key()), trusted);
        add(
                role,
                "with its root",
                new Identity(
                        Stream.concat(sound.chain().stream(), Stream.of(trusted))
                                .toList(),
                        sound.key()),
                trusted);
        Instant end = Instant.now().minus(DAY);
        add(
                role,
                "expired, for mail",
                leaf(role)
                        .purposes(Purpose.EMAIL_PROTECTION)
                        .valid(end.minus(DAY), end)
                        .issuedBy(ca)
                        .create(),
                trusted);
        add(role, "the CA itself", ca, trusted);
        add(role, "the root itself", root, trusted);
        // A second root of the same name, as when a CA was set up anew.
        anchors.add(List.of(Presets.root("Odd Root").create().leaf()));
        anchors.add(List.of(trusted, Presets.root("Odd Root").create().leaf()));
        anchors.add(List.of(ca.leaf()));
    }

    /** CAs with something odd, below a sound root. */
    private void oddAuthorities(Role role) {
        Identity root = Presets.root("Strange Root").create();
        NewCertificate other = Presets.intermediate("Strange CA")
                .purposes(role == Role.CLIENT ? Purpose.SERVER_AUTH : Purpose.CLIENT_AUTH);
        below(role, "CA for the other purpose", other, root);
        below(
                role,
                "CA for a domain",
                Presets.intermediate("Strange CA").permit(new AlternativeName(AlternativeName.Kind.DNS, "example.org")),
                root);
        below(
                role,
                "CA not for a domain",
                Presets.intermediate("Strange CA")
                        .exclude(new AlternativeName(AlternativeName.Kind.DNS, "mtls.example.org")),
                root);
        below(role, "CA that has not begun", late(Presets.intermediate("Strange CA")), root);
        below(
                role,
                "CA with a key of 1024 bits",
                Presets.intermediate("Strange CA").key(KeyKind.UNSAFE_RSA_1024),
                root);
        below(
                role,
                "CA with a key of 512 bits",
                Presets.intermediate("Strange CA").key(KeyKind.UNSAFE_RSA_512),
                root);
    }

    private static NewCertificate late(NewCertificate certificate) {
        return certificate.valid(
                Instant.now().plus(DAY), Instant.now().plus(DAY).plus(DAY));
    }

    private void below(Role role, String name, NewCertificate ca, Identity root) {
        Identity made = ca.issuedBy(root).create();
        add(role, name, leaf(role).issuedBy(made).create(), root.leaf());
        // As if it were the root.
        add(role, name + ", trusted", leaf(role).issuedBy(made).create(), made.leaf());
    }

    /** Roots with something odd: of what is trusted the JDK looks at little. */
    private void anchorsWithFaults(Role role) {
        Instant end = Instant.now().minus(DAY);
        under(role, "expired root", Presets.root("Old Root").valid(end.minus(DAY), end));
        under(role, "root that has not begun", late(Presets.root("Young Root")));
        under(role, "root of path length 0", Presets.root("Narrow Root").pathLength(0));
        under(role, "root without keyCertSign", Presets.root("Mute Root").keyUses(KeyUse.CRL_SIGN));
        under(role, "root of 1024 bits", Presets.root("Weak Root").key(KeyKind.UNSAFE_RSA_1024));
        under(role, "root of 512 bits", Presets.root("Weaker Root").key(KeyKind.UNSAFE_RSA_512));
        under(
                role,
                "root for a domain",
                Presets.root("Fenced Root").permit(new AlternativeName(AlternativeName.Kind.DNS, "elsewhere.example")));
        under(
                role,
                "root with an unknown extension",
                Presets.root("Exotic Root").extension("2.999.1", true, new byte[] {5, 0}));
        // The same key and name, once expired and once not.
        KeyPair key = KeyKind.EC_P256.generate();
        Identity old =
                Presets.root("Renewed Root").key(key).valid(end.minus(DAY), end).create();
        Identity renewed = Presets.root("Renewed Root").key(key).create();
        Identity made = leaf(role).issuedBy(renewed).create();
        add(role, "renewed root", made, renewed.leaf());
        add(role, "root before it was renewed", made, old.leaf());
        add(
                role,
                "renewed root sent, the old one trusted",
                new Identity(List.of(made.leaf(), renewed.leaf()), made.key()),
                old.leaf());
    }

    private void under(Role role, String name, NewCertificate root) {
        Identity made = root.create();
        Identity ca = Presets.intermediate("Middle CA").issuedBy(made).create();
        add(role, name, leaf(role).issuedBy(ca).create(), made.leaf());
        add(role, name + ", directly", leaf(role).issuedBy(made).create(), made.leaf());
    }

    private void revoked(Role role) throws IOException {
        Books kept = Books.keep(() -> leaf(role));
        books.add(kept);
        of(role).addAll(kept.holdings());
        lists.addAll(kept.lists());
    }

    private void oddServers() {
        Identity root = Presets.root("Names Root").create();
        X509Certificate trusted = root.leaf();
        NewCertificate bare = NewCertificate.named("somebody").purposes(Purpose.SERVER_AUTH);
        add(
                Role.SERVER,
                "wildcard",
                bare.copy().dns("*.mtls.example.org").issuedBy(root).create(),
                trusted);
        add(
                Role.SERVER,
                "wildcard above",
                bare.copy().dns("*.example.org").issuedBy(root).create(),
                trusted);
        add(
                Role.SERVER,
                "address alone",
                bare.copy().ip("127.0.0.1").issuedBy(root).create(),
                trusted);
        add(
                Role.SERVER,
                "other address",
                bare.copy().ip("192.0.2.1").issuedBy(root).create(),
                trusted);
        add(
                Role.SERVER,
                "localhost alone",
                bare.copy().dns("localhost").issuedBy(root).create(),
                trusted);
        add(
                Role.SERVER,
                "in capitals",
                bare.copy().dns("SERVER.MTLS.EXAMPLE.ORG").issuedBy(root).create(),
                trusted);
        add(Role.SERVER, "nameless", bare.copy().issuedBy(root).create(), trusted);
        add(
                Role.SERVER,
                "address, and the name in the CN",
                NewCertificate.named(HOST)
                        .purposes(Purpose.SERVER_AUTH)
                        .ip("192.0.2.1")
                        .issuedBy(root)
                        .create(),
                trusted);
    }
}
