package org.mtlsplayground.pki.path;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mtlsplayground.ca.AlternativeName;
import org.mtlsplayground.ca.Fault;
import org.mtlsplayground.ca.KeyKind;
import org.mtlsplayground.ca.Material;
import org.mtlsplayground.ca.NewCertificate;
import org.mtlsplayground.ca.Presets;
import org.mtlsplayground.ca.Purpose;
import org.mtlsplayground.ca.Role;
import org.mtlsplayground.outside.OutsideProgram;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.Pem;
import org.mtlsplayground.pki.TrustAnchors;

/** What OpenSSL says of the same chains; where it differs from the JDK is named here, and nowhere else does it. */
class OpensslVerifyTest {
    /** A leaf that is itself trusted: the JDK does not look at its dates, OpenSSL wants its issuer. */
    private static final Set<Fault> JDK_ALONE_ACCEPTS = EnumSet.of(Fault.EXPIRED_BUT_TRUSTED);
    /** The program verify knows no limits of strength and length unless it is told some. */
    private static final Set<Fault> OPENSSL_ALONE_ACCEPTS =
            EnumSet.of(Fault.RSA_512, Fault.MD5_SIGNATURE, Fault.CHAIN_TOO_LONG);

    private static final Pattern DEPTH = Pattern.compile("error \\d+ at (\\d+) depth");

    @TempDir
    private Path folder;

    static Stream<Arguments> faults() {
        return Stream.of(Fault.values())
                .flatMap(fault ->
                        fault.roles().stream().filter(role -> role != Role.CA).map(role -> Arguments.of(fault, role)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void saysOfEachFault(Fault fault, Role role) throws Exception {
        boolean ofClient = role == Role.CLIENT;
        Material made = Presets.chainOfThree(role, ofClient ? Presets.client("alice") : Presets.server())
                .issue(fault);
        TrustAnchors trust = TrustAnchors.of(made.trusted());
        List<X509Certificate> chain = made.identity().chain();
        PathQuestion question = ofClient
                ? PathQuestion.client(chain, trust)
                : PathQuestion.server(chain, trust).named("", fault.needsAddress() ? "127.0.0.1" : "localhost");
        PathCheck jdk = PathCheck.of(question);
        OutsideProgram.Result openssl = verify(made.identity(), made.trusted(), ofClient, fault.needsAddress());
        boolean accepts = openssl.exitCode() == 0;
        assertEquals(JDK_ALONE_ACCEPTS.contains(fault), jdk.accepted() && !accepts, openssl::all);
        assertEquals(OPENSSL_ALONE_ACCEPTS.contains(fault), !jdk.accepted() && accepts, openssl::all);
        Matcher depth = DEPTH.matcher(openssl.all());
        if (!jdk.accepted() && depth.find()) {
            // Both count from the leaf.
            assertEquals(jdk.firstFailure().orElseThrow().index(), Integer.parseInt(depth.group(1)), openssl::all);
        }
    }

    /** What is wrong with a CA shows in what it issues. */
    @ParameterizedTest
    @EnumSource
    void saysOfWhatABrokenCaIssues(Fault fault) throws Exception {
        if (!fault.roles().contains(Role.CA)) {
            return;
        }
        Material ca =
                Presets.chainOfThree(Role.CA, Presets.intermediate("Sub CA")).issue(fault);
        Identity leaf = Presets.client("alice").issuedBy(ca.identity()).create();
        PathCheck jdk = PathCheck.of(PathQuestion.client(leaf.chain(), TrustAnchors.of(ca.trusted())));
        OutsideProgram.Result openssl = verify(leaf, ca.trusted(), true, false);
        assertEquals(jdk.accepted() || OPENSSL_ALONE_ACCEPTS.contains(fault), openssl.exitCode() == 0, openssl::all);
    }

    /** The longer keys of each family take long to make. */
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"RSA_3072", "RSA_4096", "RSA_PSS_3072"})
    void takesWhatIsSound(KeyKind kind) throws Exception {
        for (Role role : List.of(Role.CLIENT, Role.SERVER)) {
            boolean ofClient = role == Role.CLIENT;
            NewCertificate leaf = ofClient ? Presets.client("alice") : Presets.server();
            Material made = Presets.chainOfThree(role, leaf.key(kind)).issue();
            TrustAnchors trust = TrustAnchors.of(made.trusted());
            List<X509Certificate> chain = made.identity().chain();
            PathCheck jdk = PathCheck.of(
                    ofClient
                            ? PathQuestion.client(chain, trust)
                            : PathQuestion.server(chain, trust).named("", "localhost"));
            OutsideProgram.Result openssl = verify(made.identity(), made.trusted(), ofClient, false);
            boolean tooShort = kind == KeyKind.UNSAFE_RSA_512;
            assertEquals(!tooShort, jdk.accepted(), () -> jdk.steps().toString());
            assertEquals(0, openssl.exitCode(), openssl::all);
        }
    }

    /** A client below two CAs of which the lower one is changed. */
    private void differs(boolean jdkAccepts, boolean opensslAccepts, NewCertificate root, NewCertificate between)
            throws IOException {
        Identity top = root.create();
        Identity leaf =
                Presets.client("alice").issuedBy(between.issuedBy(top).create()).create();
        differs(jdkAccepts, opensslAccepts, leaf, top.leaf());
    }

    private void differs(boolean jdkAccepts, boolean opensslAccepts, Identity leaf, X509Certificate trusted)
            throws IOException {
        PathCheck jdk = PathCheck.of(PathQuestion.client(leaf.chain(), TrustAnchors.of(List.of(trusted))));
        OutsideProgram.Result openssl = verify(leaf, List.of(trusted), true, false);
        assertEquals(jdkAccepts, jdk.accepted(), () -> jdk.steps().toString());
        assertEquals(opensslAccepts, openssl.exitCode() == 0, openssl::all);
        // Whatever it is, our steps explain it.
        assertEquals(
                List.of(),
                jdk.steps().stream()
                        .filter(step -> step.kind() == Step.Kind.JDK)
                        .toList());
    }

    @Test
    void theJdkTakesOfATrustAnchorNameAndKeyAlone() throws Exception {
        differs(true, false, Presets.root("Root").pathLength(0), Presets.intermediate("CA"));
        Instant end = Instant.now().minusSeconds(3600);
        differs(true, false, Presets.root("Root").valid(end.minusSeconds(3600), end), Presets.intermediate("CA"));
        differs(
                true,
                false,
                Presets.root("Root").permit(new AlternativeName(AlternativeName.Kind.DIRECTORY, "O=Elsewhere")),
                Presets.intermediate("CA"));
    }

    @Test
    void onlyOpensslLooksAtWhatACaIsFor() throws Exception {
        differs(true, false, Presets.root("Root"), Presets.intermediate("CA").purposes(Purpose.SERVER_AUTH));
    }

    @Test
    void onlyTheJdkTrustsAnIntermediateWithoutItsRoot() throws Exception {
        Identity between = Presets.intermediate("CA")
                .issuedBy(Presets.root("Root").create())
                .create();
        differs(true, false, Presets.client("alice").issuedBy(between).create(), between.leaf());
    }

    private OutsideProgram.Result verify(
            Identity identity, List<X509Certificate> trusted, boolean ofClient, boolean address) throws IOException {
        List<String> command = new ArrayList<>(
                List.of("openssl", "verify", "-purpose", ofClient ? "sslclient" : "sslserver", "-no-CApath"));
        command.addAll(List.of("-CAfile", file("trusted.pem", trusted)));
        if (identity.chain().size() > 1) {
            command.addAll(List.of(
                    "-untrusted",
                    file(
                            "sent.pem",
                            identity.chain().subList(1, identity.chain().size()))));
        }
        if (!ofClient) {
            command.addAll(address ? List.of("-verify_ip", "127.0.0.1") : List.of("-verify_hostname", "localhost"));
        }
        command.add(file("leaf.pem", List.of(identity.leaf())));
        return OutsideProgram.run(command, folder, Duration.ofSeconds(20));
    }

    private String file(String name, List<X509Certificate> certificates) throws IOException {
        Files.writeString(folder.resolve(name), Pem.encode(certificates));
        return name;
    }
}
