package org.mtlsplayground.diagnosis.paste;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtlsplayground.diagnosis.Cause;
import org.mtlsplayground.peer.Side;

/** Error texts in all shapes, and texts that are none. */
class ErrorTextsTest {
    private static final String PATH = "javax.net.ssl.SSLHandshakeException: PKIX path building failed:"
            + " sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path to"
            + " requested target";

    private static Cause first(String text) {
        return ErrorTexts.read(text).causes().get(0).cause();
    }

    private static List<String> facts(String text) {
        return ErrorTexts.read(text).facts().stream()
                .map(fact -> fact.kind() + "=" + fact.value())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n\t ",
                "Dear colleague, the certificate of your course is ready; please fetch it. Kind regards",
                "Exception in thread \"main\" java.lang.NullPointerException: Cannot invoke \"String.length()\"\n\tat A.main(A.java:3)",
                "Traceback (most recent call last):\n  File \"a.py\", line 1, in <module>\nKeyError: 'ssl'",
                "ERROR 1064 (42000): You have an error in your SQL syntax",
                "panic: runtime error: index out of range [3] with length 3",
                "TypeError: Cannot read properties of undefined (reading 'tls')\n    at node:internal/main",
                "curl: (6) something new that nobody has seen",
                "2026/11/28 10:00:00 [error] 1#1: *1 open() \"/usr/share/nginx/html/x\" failed (2: No such file or directory)",
                "SSLHandshakeException",
                "certificate",
                "handshake_failure_of_my_team",
                "The word unknown_ca alone, and bad_certificate too, are no error text"
            })
    void whatIsNotKnownIsNotGuessed(String text) {
        Reading reading = ErrorTexts.read(text);
        assertFalse(reading.isRecognised(), reading::toString);
        assertTrue(ReadingText.caveat(reading).isPresent());
    }

    /** As people post them; of programs that are not at hand here. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wrong-host | System.Net.Http.HttpRequestException: The SSL connection could not be established, see inner"
                        + " exception. ---> System.Security.Authentication.AuthenticationException: The remote certificate"
                        + " is invalid according to the validation procedure: RemoteCertificateNameMismatch",
                "unknown-ca | The remote certificate is invalid because of errors in the certificate chain: UntrustedRoot",
                "expired | The remote certificate is invalid because of errors in the certificate chain: NotTimeValid",
                "unknown-ca | curl: (60) schannel: next InitializeSecurityContext failed: SEC_E_UNTRUSTED_ROOT"
                        + " (0x80090325) - The certificate chain was issued by an authority that is not trusted.",
                "wrong-host | curl: (60) schannel: SNI or certificate check failed: SEC_E_WRONG_PRINCIPAL (0x80090322) - The"
                        + " target principal name is incorrect.",
                "status-unknown | curl: (35) schannel: next InitializeSecurityContext failed: CRYPT_E_NO_REVOCATION_CHECK"
                        + " (0x80092012) - The revocation function was unable to check revocation for the certificate.",
                "unknown-ca | fatal: unable to access https://git.example.org/a.git/: server certificate verification"
                        + " failed. CAfile: none CRLfile: none",
                "unknown-ca | error trying to connect: invalid peer certificate: UnknownIssuer",
                "unknown-ca | haproxy[1234]: 10.0.0.9:53122 [03/Feb/2023:10:11:12.345] fe/1: SSL client CA chain cannot be"
                        + " verified",
                "no-client-certificate | psql: error: FATAL:  connection requires a valid client certificate",
                "subject-not-allowed | psql: error: FATAL:  certificate authentication failed for user \"alice\"",
            })
    void wordsOfOthers(String cause, String text) {
        assertEquals(cause, first(text).id(), text);
    }

    /** Its log has “[ssl:error]”, as Python has “[SSL: …]”. */
    @Test
    void apacheIsNotTakenForPython() {
        Reading reading = ErrorTexts.read(
                "[Tue Mar 05 10:00:01.123456 2024] [ssl:error] [pid 1234] [client 10.0.0.9:51234] AH02039:"
                        + " Certificate Verification: Error (20): unable to get local issuer certificate");
        assertEquals(
                List.of(new Speaker(Optional.of(Program.OPENSSL), Stance.REFUSES, Optional.of(Side.SERVER))),
                reading.speakers());
        assertEquals(Cause.UNKNOWN_CA, reading.causes().get(0).cause());
    }

    /** The page that a client is shown is the server's word. */
    @Test
    void thePageOfNginxIsThatOfTheServer() {
        assertEquals(
                List.of(new Speaker(Optional.of(Program.NGINX), Stance.REFUSES, Optional.of(Side.SERVER))),
                ErrorTexts.read(
                                "<center>No required SSL certificate was sent</center><hr><center>nginx/1.18.0</center>")
                        .speakers());
    }

    @Test
    void theLicenceIsNoErrorText() throws IOException {
        assertFalse(ErrorTexts.read(Files.readString(Path.of("LICENSE"))).isRecognised());
    }

    @Test
    void whoSpeaksIsSaidEvenIfTheWordsAreNew() {
        Reading reading = ErrorTexts.read("javax.net.ssl.SSLException: something new");
        assertEquals(
                List.of(new Speaker(Optional.of(Program.JAVA), Stance.NEITHER, Optional.empty())), reading.speakers());
        assertTrue(ReadingText.caveat(reading).orElseThrow().startsWith("Java "));
    }

    @Test
    void linesThatATerminalBroke() {
        assertEquals(Cause.UNKNOWN_CA, first(PATH.replace("certification path", "certification\n   path")));
        assertEquals(
                Cause.UNKNOWN_CA,
                first("| curl: (60) SSL certificate problem: unable to get\r\nlocal issuer certificate"));
    }

    @Test
    void aLogInJson() {
        assertEquals(
                Cause.EXPIRED,
                first(
                        "{\"msg\":\"boom\",\"stack\":\"javax.net.ssl.SSLHandshakeException: PKIX path validation failed\\n"
                                + "Caused by: java.security.cert.CertificateExpiredException: NotAfter: Thu Oct 29 22:33:34 UTC"
                                + " 2026\\n\\tat java.base/x\"}"));
    }

    @Test
    void lettersAndApostrophesOfAnyKind() {
        assertEquals(Cause.UNKNOWN_CA, first(PATH.toUpperCase(Locale.ROOT)));
        assertEquals(Cause.NO_CLIENT_CERTIFICATE, first("tls: client didn’t provide a certificate"));
    }

    @Test
    void wordsAreWhole() {
        assertFalse(ErrorTexts.read("SSL alert number 461").isRecognised());
        assertEquals(Cause.UNKNOWN_CA, first("SSL alert number 46"));
    }

    @Test
    void factsAreTakenOut() {
        assertEquals(
                List.of("HOST=api.example.com"),
                facts("No subject alternative DNS name matching api.example.com found."));
        assertEquals(
                List.of("SUBJECT=elsewhere.example", "HOST=api.example.com"),
                facts("x509: certificate is valid for elsewhere.example, not api.example.com"));
        assertEquals(
                List.of("DEPTH=1", "SUBJECT=CN = Demo CA"),
                facts("depth=1 CN = Demo CA\nverify error:num=10:certificate has expired"));
        assertEquals(List.of("ALERT=unknown_ca"), facts("Received fatal alert: unknown_ca"));
        assertEquals(
                List.of("DATE=Thu Oct 29 22:33:34 UTC 2026"),
                facts(
                        "java.security.cert.CertificateExpiredException: NotAfter: Thu Oct 29 22:33:34 UTC 2026\n\tat java.base/x"));
    }

    @Test
    void anAddressIsNoName() {
        assertEquals(
                Cause.NO_IP_NAME,
                first("curl: (60) SSL: no alternative certificate subject name matches target host name '127.0.0.1'"));
        assertEquals(
                Cause.WRONG_HOST,
                first("curl: (60) SSL: no alternative certificate subject name matches target host name 'localhost'"));
    }

    /** The server’s own word decides; what the client was told fits, too. */
    @Test
    void aLogOfSeveralPrograms() {
        Reading reading = ErrorTexts.read("""
                10:00:01 gateway  *1 client SSL certificate verify error: (10:certificate has expired) while reading client request headers, client: 10.0.0.7
                10:00:01 batch    javax.net.ssl.SSLHandshakeException: Received fatal alert: certificate_unknown
                10:00:01 batch      at java.net.http/jdk.internal.net.http.HttpClientImpl.send(HttpClientImpl.java:928)
                """);
        assertEquals(Cause.EXPIRED, reading.causes().get(0).cause());
        assertEquals(
                List.of(
                        new Speaker(Optional.of(Program.NGINX), Stance.REFUSES, Optional.of(Side.SERVER)),
                        new Speaker(Optional.of(Program.JAVA), Stance.TOLD, Optional.of(Side.CLIENT))),
                reading.speakers());
        assertTrue(reading.causes().stream().allMatch(likely -> likely.refuser().equals(Optional.of(Side.SERVER))));
    }

    @Test
    void whatOnlyAClientRefusesIsNotSaidOfAServer() {
        Reading reading = ErrorTexts.read(
                "curl: (56) OpenSSL SSL_read: error:0A000416:SSL routines::sslv3 alert certificate unknown, errno 0");
        assertTrue(reading.causes().stream().noneMatch(likely -> likely.cause() == Cause.WRONG_HOST));
        assertTrue(ErrorTexts.read("Received fatal alert: certificate_unknown").causes().stream()
                .anyMatch(likely ->
                        likely.cause() == Cause.WRONG_HOST && likely.refuser().equals(Optional.of(Side.CLIENT))));
    }

    @Test
    void theEndOfALongLogCounts() {
        Reading reading = ErrorTexts.read("12:00 nothing happened\n".repeat(100_000) + PATH);
        assertTrue(reading.shortened());
        assertEquals(Cause.UNKNOWN_CA, reading.causes().get(0).cause());
    }

    /** Each pattern’s beginning again and again, in a text of full length: the time stays bounded. */
    @Test
    void aTextMadeToTakeLong() {
        String beginnings = RuleBook.load().stream()
                .flatMap(rule -> rule.patterns().stream())
                .map(Template::beginning)
                .distinct()
                .collect(Collectors.joining(" "));
        for (String part : List.of(beginnings, "x509: certificate is valid for ", "\\\u0130")) {
            String text = part.repeat(ErrorTexts.MOST_CHARACTERS / part.length());
            // Whatever backtracks would take years.
            assertTimeoutPreemptively(
                    Duration.ofSeconds(60),
                    () -> ErrorTexts.read(text),
                    () -> part.substring(0, Math.min(30, part.length())));
        }
    }

    @Test
    void garbageIsTaken() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String known = Sample.all().map(Sample::text).limit(40).collect(Collectors.joining());
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = 0; j < 20; j++) {
                int from = random.nextInt(known.length());
                text.append(known, from, Math.min(known.length(), from + random.nextInt(80)));
                text.append((char) random.nextInt(0x10000));
            }
            Reading reading = ErrorTexts.read(text.toString());
            assertTrue(reading.causes().size() <= 24, "seed " + seed);
        }
    }
}
