package org.mtlsplayground.pki;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sound files cut off at each byte, and with bytes changed: a {@link LoadException} or a result, and nothing else. */
class DamagedFilesTest {
    @TempDir
    Path dir;

    private int refused;

    @ParameterizedTest
    @ValueSource(strings = {"client.crt", "client.key", "client-encrypted.key", "client.p12"})
    void eachPrefixIsRefusedInWords(String sample) throws Exception {
        byte[] whole = TestFiles.bytes(TestFiles.sample(sample));
        for (int length = 0; length < whole.length - 1; length++) {
            refused = 0;
            loadAll(Arrays.copyOf(whole, length), "length " + length);
            assertTrue(refused == 3, sample + " cut to " + length + " bytes was accepted");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"client.crt", "server.crt", "client.key"})
    void eachPrefixOfTheDerIsRefusedInWords(String sample) throws Exception {
        byte[] whole = TestFiles.der(TestFiles.sample(sample));
        for (int length = 0; length < whole.length; length++) {
            refused = 0;
            loadAll(Arrays.copyOf(whole, length), "length " + length);
            assertTrue(refused == 3, sample + " cut to " + length + " bytes was accepted");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"client.crt", "client.key", "client-encrypted.key", "client.p12"})
    void changedBytesNeverSurprise(String sample) throws Exception {
        mutate(
                TestFiles.bytes(TestFiles.sample(sample)),
                sample.endsWith(".crt") || sample.equals("client.key") ? 1500 : 150);
    }

    @ParameterizedTest
    @ValueSource(strings = {"client.crt", "server_ca.crt", "client.key", "client-encrypted.key"})
    void changedBytesInTheDerNeverSurprise(String sample) throws Exception {
        mutate(TestFiles.der(TestFiles.sample(sample)), sample.equals("client-encrypted.key") ? 300 : 2000);
    }

    @Test
    void aLostLineIsTold() throws Exception {
        String pem = Files.readString(TestFiles.sample("client.crt"));
        List<String> lines = pem.lines().toList();
        Path file = Files.writeString(
                dir.resolve("lost.crt"),
                String.join("\n", lines.subList(0, 4)) + "\n" + String.join("\n", lines.subList(5, lines.size())));
        LoadFault fault = TestFiles.failureOfCertificates(file, null).fault();
        assertEquals(LoadProblem.DAMAGED, fault.problem());
        assertEquals(LoadDetail.CUT_SHORT, fault.detail());
        assertEquals(Optional.of(Place.line(1)), fault.place());
    }

    @Test
    void noFailureQuotesTheKey() throws Exception {
        byte[] der = TestFiles.der(TestFiles.sample("client.key"));
        List<String> secrets = new ArrayList<>();
        // The private value of a P-256 key fills 32 bytes of this encoding; any window of four of all bytes will do.
        for (int i = 20; i + 4 <= der.length; i++) {
            secrets.add(HexFormat.of().formatHex(der, i, i + 4));
        }
        String base64 = Base64.getEncoder().encodeToString(der);
        for (int i = 24; i + 10 <= base64.length(); i++) {
            secrets.add(base64.substring(i, i + 10).toLowerCase(Locale.ROOT));
        }
        secrets.add("playground" + "1");
        for (int i = 0; i < der.length; i++) {
            byte[] changed = der.clone();
            changed[i] ^= 0x41;
            String pem = "-----BEGIN PRIVATE KEY-----\n" + Base64.getEncoder().encodeToString(changed)
                    + "\n-----END PRIVATE KEY-----\n";
            for (byte[] content : List.of(changed, pem.getBytes(StandardCharsets.US_ASCII))) {
                Path file = Files.write(dir.resolve("changed"), content);
                try {
                    PkiFiles.privateKey(file, "playground1".toCharArray());
                } catch (LoadException e) {
                    String told = everything(e);
                    secrets.forEach(secret -> assertFalse(told.contains(secret), told));
                }
            }
        }
    }

    private void mutate(byte[] sound, int times) throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < times; i++) {
            byte[] changed = sound.clone();
            int changes = 1 + random.nextInt(4);
            for (int c = 0; c < changes; c++) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            loadAll(changed, "seed " + seed + " round " + i);
        }
    }

    private void loadAll(byte[] content, String what) throws IOException {
        Path file = Files.write(dir.resolve("file"), content);
        List<Loading> loadings = List.of(
                () -> PkiFiles.certificates(file, TestFiles.SAMPLE_PASSWORD).forEach(CertificateDescription::of),
                () -> PkiFiles.trustAnchors(file, null),
                () -> PkiFiles.privateKey(file, TestFiles.SAMPLE_PASSWORD));
        for (Loading loading : loadings) {
            try {
                loading.run();
            } catch (LoadException e) {
                refused++;
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError(what, e);
            }
        }
    }

    private static String everything(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString().toLowerCase(Locale.ROOT);
    }

    private interface Loading {
        void run() throws LoadException;
    }
}
