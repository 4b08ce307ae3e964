package org.mtlsplayground.ca;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mtlsplayground.outside.OutsideProgram;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.KeyPairs;
import org.mtlsplayground.pki.Pem;

/** Each fault, as openssl sees it: it names the one thing that is wrong, and nothing else. */
class FaultTest {
    private static final String HOST = "server.mtls.example.org";
    private static final String OK = "OK";
    private static final Pattern ERROR = Pattern.compile("(?m)^error \\d+ at \\d+ depth lookup: (.*)$");

    /** The rows of the catalogue that lie in a certificate, its chain or its key. Revocation is not made here. */
    private static final Set<Integer> ROWS = Set.of(
            3, 4, 5, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 27, 28, 29, 32, 33, 34, 35, 36,
            39, 40, 41, 45, 56);

    private static final Map<Fault, String> VERDICTS = Map.ofEntries(
            Map.entry(Fault.EXPIRED, "certificate has expired"),
            Map.entry(Fault.NOT_YET_VALID, "certificate is not yet valid"),
            Map.entry(Fault.INTERMEDIATE_EXPIRED, "certificate has expired"),
            Map.entry(Fault.INTERMEDIATE_LEFT_OUT, "unable to get local issuer certificate"),
            Map.entry(Fault.UNKNOWN_CA, "unable to get local issuer certificate"),
            Map.entry(Fault.SELF_SIGNED, "self-signed certificate"),
            Map.entry(Fault.FALSE_CA, "certificate signature failure"),
            Map.entry(Fault.WRONG_PURPOSE, "unsuitable certificate purpose"),
            Map.entry(Fault.NO_DIGITAL_SIGNATURE, "unsuitable certificate purpose"),
            Map.entry(Fault.ISSUER_NO_CA, "invalid CA certificate, unsuitable certificate purpose"),
            Map.entry(Fault.PATH_LENGTH_EXCEEDED, "path length constraint exceeded"),
            Map.entry(
                    Fault.CA_WITHOUT_CERT_SIGN,
                    "invalid CA certificate, key usage does not include certificate signing,"
                            + " unsuitable certificate purpose"),
            Map.entry(Fault.NAME_CONSTRAINT_BROKEN, "permitted subtree violation"),
            Map.entry(Fault.UNKNOWN_CRITICAL_EXTENSION, "unhandled critical extension"),
            Map.entry(Fault.RSA_512, "EE certificate key too weak"),
            Map.entry(Fault.RSA_1024, "EE certificate key too weak"),
            Map.entry(Fault.MD5_SIGNATURE, "CA signature digest algorithm too weak"),
            Map.entry(Fault.SHA1_SIGNATURE, "CA signature digest algorithm too weak"),
            Map.entry(Fault.SIGNATURE_ALTERED, "certificate signature failure"),
            Map.entry(Fault.ANCHOR_NO_CA, "invalid CA certificate, unsuitable certificate purpose"),
            Map.entry(Fault.WRONG_HOST, "hostname mismatch"),
            Map.entry(Fault.NO_IP_NAME, "IP address mismatch"),
            Map.entry(Fault.EXPIRED_BUT_TRUSTED, "certificate has expired"),
            // What openssl doesn't mind, or doesn't see: the key is not looked at; chains may have a hundred CAs; and
            // where there is no name in the SAN the CN will do.
            Map.entry(Fault.FOREIGN_KEY, OK),
            Map.entry(Fault.KEY_OF_ANOTHER_KIND, OK),
            Map.entry(Fault.CHAIN_TOO_LONG, OK),
            Map.entry(Fault.NAME_ONLY_IN_CN, OK));

    @TempDir
    Path dir;

    static Stream<Arguments> leaves() {
        return Arrays.stream(Fault.values())
                .filter(VERDICTS::containsKey)
                .flatMap(fault ->
                        fault.roles().stream().filter(role -> role != Role.CA).map(role -> Arguments.of(fault, role)));
    }

    @ParameterizedTest
    @MethodSource("leaves")
    void opensslNamesTheOneThingInANewChain(Fault fault, Role role) throws Exception {
        Material material = Presets.chainOfThree(role, leaf(role)).issue(fault);
        assertEquals(Optional.of(fault), material.fault());
        assertEquals(VERDICTS.get(fault), verdict(material));
    }

    @ParameterizedTest
    @MethodSource("leaves")
    void opensslNamesTheOneThingUnderACaThatIsThere(Fault fault, Role role) throws Exception {
        Identity root = Presets.root("Root").create();
        ChainPlan plan = ChainPlan.under(role, root, root.leaf(), leaf(role));
        assertEquals(VERDICTS.get(fault), verdict(plan.issue(fault)));
    }

    /** What is wrong with a CA shows in what it issues. */
    @ParameterizedTest
    @EnumSource
    void aBrokenCaBreaksWhatItIssues(Fault fault) throws Exception {
        if (!fault.roles().contains(Role.CA)) {
            return;
        }
        Material ca =
                Presets.chainOfThree(Role.CA, Presets.intermediate("Sub CA")).issue(fault);
        Identity leaf = Presets.client("alice").issuedBy(ca.identity()).create();
        Material material = new Material(Role.CLIENT, leaf, ca.trusted(), ca.authorities(), ca.fault());
        assertEquals(VERDICTS.get(fault).replace("EE certificate", "CA certificate"), verdict(material));
    }

    @ParameterizedTest
    @EnumSource(names = {"CLIENT", "SERVER"})
    void withoutAFaultThereIsNone(Role role) throws Exception {
        assertEquals(OK, verdict(Presets.chainOfThree(role, leaf(role)).issue()));
    }

    @Test
    void garbageIsNoCertificateToAnybody() throws Exception {
        Material material = Presets.chainOfThree(Role.CLIENT, leaf(Role.CLIENT)).issue(Fault.DER_GARBAGE);
        Files.writeString(
                dir.resolve("leaf.pem"), Pem.encode(material.identity().leaf()));
        OutsideProgram.Result result = openssl("x509", "-in", "leaf.pem", "-noout");
        assertTrue(result.exitCode() != 0, result.all());
        // The sequence around it is sound, so that only what is within can be blamed.
        Files.write(dir.resolve("leaf.der"), material.identity().leaf().getEncoded());
        OutsideProgram.Result asn1 = openssl("asn1parse", "-inform", "DER", "-in", "leaf.der");
        assertTrue(asn1.stdout().contains("cons: SEQUENCE"), asn1.all());
    }

    @Test
    void aKeyOfAnotherDoesNotFit() {
        ChainPlan plan = Presets.chainOfThree(Role.CLIENT, leaf(Role.CLIENT));
        for (Fault fault : List.of(Fault.FOREIGN_KEY, Fault.KEY_OF_ANOTHER_KIND)) {
            Identity odd = plan.issue(fault).identity();
            assertFalse(KeyPairs.match(odd.leaf(), odd.key()));
            assertEquals(fault == Fault.FOREIGN_KEY ? "EC" : "RSA", odd.key().getAlgorithm());
        }
    }

    @Test
    void theLongChainIsLongerThanAnyJdkTakes() {
        Material material = Presets.chainOfThree(Role.SERVER, leaf(Role.SERVER)).issue(Fault.CHAIN_TOO_LONG);
        assertEquals(12, material.identity().chain().size());
        assertEquals(12, material.authorities().size());
    }

    @Test
    void eachRowOfTheCatalogueIsCovered() {
        Set<Integer> covered = Arrays.stream(Fault.values())
                .flatMap(fault -> fault.rows().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(ROWS), covered);
    }

    /** A CA with path length 0 can't issue the broken CA that some faults need. */
    @ParameterizedTest
    @CsvSource({"-1", "0", "1", "2", "11"})
    void onlyWhatTheCaMayIssueCanBeMade(int pathLength) {
        NewCertificate ca = Presets.root("Root");
        Identity root = (pathLength < 0 ? ca.authority(false) : ca.pathLength(pathLength)).create();
        Set<Fault> possible = ChainPlan.under(Role.SERVER, root, root.leaf(), leaf(Role.SERVER))
                .possibleFaults();
        Set<Fault> expected = EnumSet.allOf(Fault.class);
        if (pathLength < 11) {
            expected.remove(Fault.CHAIN_TOO_LONG);
        }
        if (pathLength < 2) {
            expected.remove(Fault.PATH_LENGTH_EXCEEDED);
        }
        if (pathLength < 1) {
            expected.removeAll(EnumSet.of(
                    Fault.INTERMEDIATE_EXPIRED,
                    Fault.INTERMEDIATE_LEFT_OUT,
                    Fault.ISSUER_NO_CA,
                    Fault.CA_WITHOUT_CERT_SIGN,
                    Fault.NAME_CONSTRAINT_BROKEN,
                    Fault.MD5_SIGNATURE));
        }
        assertEquals(expected, possible);
    }

    @Test
    void whatIsImpossibleIsRefused() {
        ChainPlan plan = Presets.chainOfThree(Role.CLIENT, leaf(Role.CLIENT));
        assertThrows(IllegalArgumentException.class, () -> plan.issue(Fault.WRONG_HOST));
    }

    @Test
    void aPlanCanBeIssuedTwice() throws Exception {
        ChainPlan plan = Presets.chainOfThree(Role.CLIENT, leaf(Role.CLIENT));
        plan.issue(Fault.EXPIRED);
        assertEquals(OK, verdict(plan.issue()));
    }

    private static NewCertificate leaf(Role role) {
        return role == Role.CLIENT ? Presets.client("alice") : Presets.server(HOST);
    }

    /** All that openssl finds, in alphabetical order, or OK. */
    private String verdict(Material material) throws Exception {
        List<String> chain = List.of(material.chainPem().split("(?<=-----END CERTIFICATE-----\n)"));
        Files.writeString(dir.resolve("leaf.pem"), chain.get(0));
        Files.writeString(dir.resolve("rest.pem"), String.join("", chain));
        Files.writeString(dir.resolve("trusted.pem"), material.trustedPem());
        boolean server = material.role() == Role.SERVER;
        List<String> command = new ArrayList<>(List.of("verify", "-no-CApath", "-no-CAstore", "-auth_level", "2"));
        command.addAll(List.of("-CAfile", "trusted.pem", "-untrusted", "rest.pem"));
        command.addAll(List.of("-purpose", server ? "sslserver" : "sslclient"));
        if (material.fault().filter(Fault::needsAddress).isPresent()) {
            command.addAll(List.of("-verify_ip", "127.0.0.1"));
        } else if (server) {
            command.addAll(List.of("-verify_hostname", HOST));
        }
        if (material.fault().filter(Fault.EXPIRED_BUT_TRUSTED::equals).isPresent()) {
            // The way to trust what is not self-signed, as a JDK does without being told.
            command.add("-partial_chain");
        }
        command.add("leaf.pem");
        OutsideProgram.Result result = openssl(command.toArray(String[]::new));
        String errors = ERROR.matcher(result.all())
                .results()
                .map(found -> found.group(1))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        assertEquals(errors.isEmpty(), result.exitCode() == 0, result.all());
        return errors.isEmpty() ? OK : errors;
    }

    private OutsideProgram.Result openssl(String... arguments) {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        return OutsideProgram.run(command, dir, Duration.ofSeconds(30));
    }
}
