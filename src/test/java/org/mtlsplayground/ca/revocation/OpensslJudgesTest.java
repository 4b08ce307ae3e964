package org.mtlsplayground.ca.revocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mtlsplayground.ca.KeyKind;
import org.mtlsplayground.ca.NewCertificate;
import org.mtlsplayground.outside.OutsideProgram;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.Pem;
import org.mtlsplayground.pki.status.RevocationReason;

/** What OpenSSL makes of our CRLs and of our responder. */
class OpensslJudgesTest {
    private final Instant weekAgo = Instant.now().minus(Duration.ofDays(7));

    @TempDir
    Path folder;

    private Authority authority;
    private Identity alice;
    private Identity bob;
    private Identity stranger;

    @BeforeEach
    void make() throws Exception {
        OutsideProgram.require("openssl");
        make(KeyKind.EC_P256);
    }

    private void make(KeyKind kind) throws Exception {
        authority =
                new Authority(NewCertificate.authority("Judged CA").key(kind).create());
        alice = authority.issue(NewCertificate.client("alice"));
        bob = authority.issue(NewCertificate.client("bob"));
        stranger = NewCertificate.client("carol").issuedBy(authority.identity()).create();
        authority.revoke(
                bob.leaf().getSerialNumber(), new Revocation(weekAgo, RevocationReason.CESSATION_OF_OPERATION));
        write("ca", authority.identity());
        write("alice", alice);
        write("bob", bob);
        write("stranger", stranger);
    }

    private void write(String name, Identity identity) throws Exception {
        Files.writeString(folder.resolve(name + ".crt"), Pem.encode(identity.leaf()));
    }

    private OutsideProgram.Result openssl(String arguments) {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments.split(" ")));
        return OutsideProgram.run(command, folder, Duration.ofSeconds(20));
    }

    private static void assertSays(String words, String text) {
        assertTrue(text.contains(words), () -> words + " is not in: " + text);
    }

    @ParameterizedTest
    @EnumSource(names = {"EC_P256", "RSA_2048", "RSA_PSS_2048", "ED25519"})
    void theCrlIsUnderstood(KeyKind kind) throws Exception {
        make(kind);
        Instant now = Instant.now();
        CrlFiles.writePem(folder.resolve("crl.pem"), authority.newCrl(now, now.plus(Duration.ofDays(1))));
        OutsideProgram.Result text = openssl("crl -in crl.pem -noout -text -CAfile ca.crt");
        assertEquals(0, text.exitCode(), text::all);
        assertSays("verify OK", text.all());
        assertSays("Version 2 (0x1)", text.stdout());
        assertSays("X509v3 CRL Number: \n                1\n", text.stdout());
        assertSays("X509v3 Authority Key Identifier", text.stdout());
        assertSays("Serial Number: " + IndexFile.hex(bob.leaf().getSerialNumber()), text.stdout());
        assertSays("Cessation Of Operation", text.stdout());
        String verify = "verify -CAfile ca.crt -crl_check -CRLfile crl.pem ";
        assertEquals(0, openssl(verify + "alice.crt").exitCode());
        OutsideProgram.Result revoked = openssl(verify + "bob.crt");
        assertEquals(2, revoked.exitCode(), revoked::all);
        assertSays("certificate revoked", revoked.all());
    }

    @Test
    void anEmptyCrlIsUnderstoodToo() throws Exception {
        Authority other = new Authority(authority.identity());
        CrlFiles.writeDer(folder.resolve("crl.der"), other.currentCrl(Instant.now()));
        OutsideProgram.Result text = openssl("crl -inform DER -in crl.der -noout -text -CAfile ca.crt");
        assertSays("No Revoked Certificates", text.all());
        assertEquals(
                0,
                openssl("verify -CAfile ca.crt -crl_check -CRLfile crl.der alice.crt")
                        .exitCode());
    }

    @ParameterizedTest
    @CsvSource({"sha1, false", "sha256, false", "sha384, true", "sha1, true"})
    void theResponderIsUnderstood(String hash, boolean delegated) throws Exception {
        OcspResponder.Settings settings = new OcspResponder.Settings(0, delegated, Duration.ofMinutes(5));
        LinkedBlockingQueue<Asked> asked = new LinkedBlockingQueue<>();
        try (OcspResponder responder = OcspResponder.start(authority, settings, asked::add)) {
            OutsideProgram.Result result = openssl("ocsp -" + hash + " -issuer ca.crt -CAfile ca.crt -url "
                    + responder.address() + " -cert alice.crt -" + hash + " -cert bob.crt -" + hash
                    + " -cert stranger.crt");
            assertEquals(0, result.exitCode(), result::all);
            assertSays("Response verify OK", result.all());
            // OpenSSL sends a nonce, and warns where it does not come back.
            assertTrue(!result.all().contains("WARNING"), result::all);
            assertSays("alice.crt: good", result.stdout());
            assertSays("bob.crt: revoked", result.stdout());
            assertSays("Reason: cessationOfOperation", result.stdout());
            assertSays("stranger.crt: unknown", result.stdout());
        }
        assertEquals(
                List.of(Asked.Answer.GOOD, Asked.Answer.REVOKED, Asked.Answer.UNKNOWN),
                asked.stream().map(Asked::answer).toList());
        assertTrue(asked.stream().allMatch(one -> one.question() == Asked.Question.STATUS_BY_POST));
    }
}
