package org.mtlsplayground.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtlsplayground.outside.OutsideProgram;
import org.mtlsplayground.pki.CertificateDescription;
import org.mtlsplayground.pki.ContentKind;
import org.mtlsplayground.pki.FileContents;
import org.mtlsplayground.pki.FileEntry;
import org.mtlsplayground.pki.PkiFiles;

/** Key stores that keytool makes of each kind, with an entry of each sort, beside what {@code keytool -list -v} says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeytoolZooTest {
    private static final String PASSWORD = "secret1";
    private static final String STORE = " -storepass " + PASSWORD + " -noprompt -keystore ";
    private static final String COPY = "-importkeystore -srcstorepass " + PASSWORD + " -deststorepass " + PASSWORD
            + " -noprompt -srckeystore full -destkeystore ";

    private static final Pattern ENTRY = Pattern.compile("(?ms)^Alias name: (.*?)$(.*?)(?=^\\*{20}|\\z)");

    @TempDir
    private static Path folder;

    @BeforeAll
    void make() throws Exception {
        Zoo zoo = Zoo.openssl();
        Files.copy(zoo.folder().resolve("root.crt"), folder.resolve("root.crt"));
        Files.copy(zoo.folder().resolve("alice.p12"), folder.resolve("alice.p12"));
        Path home = Path.of(System.getProperty("java.home"));
        keytool(home, "-genkeypair -alias one -keyalg EC -groupname secp256r1 -dname CN=one" + STORE + "full", "");
        keytool(
                home,
                "-importkeystore -srckeystore alice.p12 -srcstorepass secret -noprompt -deststorepass " + PASSWORD
                        + " -destkeystore full",
                "");
        keytool(home, "-importcert -alias trusted -file root.crt" + STORE + "full", "");
        keytool(home, COPY + "jks -deststoretype JKS", "");
        keytool(home, "-importpass -alias word" + STORE + "full", "hidden1\nhidden1\n");
        keytool(home, "-genseckey -alias symmetric -keyalg AES -keysize 128" + STORE + "full", "");
        keytool(home, COPY + "jceks -deststoretype JCEKS", "");
        keytool(home, "-J-Dkeystore.pkcs12.legacy " + COPY + "old -deststoretype PKCS12", "");
        keytool(home, "-importcert -alias trusted -file root.crt" + STORE + "trust", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"full", "old", "jks", "jceks", "trust"})
    void eachEntryIsWhatKeytoolSays(String store) throws Exception {
        Map<String, String> told = new TreeMap<>();
        String list = keytool(Path.of(System.getProperty("java.home")), "-list -v" + STORE + store, "");
        ENTRY.matcher(list).results().forEach(entry -> told.put(entry.group(1), told(entry)));
        Map<String, String> found = new TreeMap<>();
        FileContents contents = PkiFiles.inspect(folder.resolve(store), PASSWORD.toCharArray());
        contents.entries().forEach(entry -> add(entry, found));
        assertEquals(told, found);
        assertEquals(List.of(), contents.faults());
        assertEquals(
                Map.of("full", 5, "old", 5, "jks", 3, "jceks", 5, "trust", 1).get(store), told.size(), list);
    }

    private static String told(MatchResult entry) {
        String text = entry.group(2);
        return Stream.of("Entry type: (\\w+)", "Owner: (.*)", "Serial number: (.*)", "SHA256: (.*)")
                .map(pattern -> find(text, pattern))
                .toList()
                .toString();
    }

    private static List<String> find(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1).strip())
                .toList();
    }

    private static void add(FileEntry entry, Map<String, String> found) {
        if (entry instanceof FileEntry.Key key) {
            found.put(key.alias(), text("PrivateKeyEntry", key.chain()));
            assertTrue(key.key().matches("EC P-256|RSA 2048"), key.key());
        } else if (entry instanceof FileEntry.Certificate certificate) {
            found.put(certificate.alias(), text("trustedCertEntry", List.of(certificate.certificate())));
        } else {
            FileEntry.Other other = (FileEntry.Other) entry;
            assertTrue(other.kind() == ContentKind.SECRET || other.kind() == ContentKind.SECRET_KEY, other::toString);
            found.put(other.alias(), text("SecretKeyEntry", List.of()));
        }
    }

    private static String text(String type, List<X509Certificate> certificates) {
        List<CertificateDescription> described =
                certificates.stream().map(CertificateDescription::of).toList();
        return Stream.<Function<CertificateDescription, String>>of(
                        CertificateDescription::subject,
                        one -> one.serial().toString(16),
                        CertificateDescription::sha256)
                .map(what -> described.stream().map(what).toList().toString())
                .collect(Collectors.joining(", ", "[[" + type + "], ", "]"));
    }

    /** What one JDK writes is read by every other, and by us in each. */
    @Test
    void asEveryJdkOfThisMachineWritesThem() throws Exception {
        int number = 0;
        for (Path home : homes()) {
            String name = "other" + number++;
            keytool(home, "-genkeypair -alias her -keyalg RSA -keysize 2048 -dname CN=her" + STORE + name, "");
            String rendered = Rendering.of(PkiFiles.inspect(folder.resolve(name), PASSWORD.toCharArray()));
            assertTrue(rendered.matches("PKCS#12: key RSA 2048, PKCS#8, .*, named her, chain her"), home + rendered);
        }
    }

    private static List<Path> homes() throws Exception {
        Path own = Path.of(System.getProperty("java.home")).toRealPath();
        List<Path> homes = new ArrayList<>(List.of(own));
        try (Stream<Path> beside = Files.list(own.getParent())) {
            for (Path home : beside.sorted().toList()) {
                if (Files.isExecutable(home.resolve("bin").resolve("keytool")) && !homes.contains(home.toRealPath())) {
                    homes.add(home.toRealPath());
                }
            }
        }
        return homes;
    }

    private static String keytool(Path home, String arguments, String input) {
        List<String> command = new ArrayList<>(List.of(
                home.resolve("bin").resolve("keytool").toString(),
                // The start of a whole JVM is most of its work.
                "-J-XX:TieredStopAtLevel=1",
                "-J-XX:+UseSerialGC",
                "-J-Duser.language=en"));
        command.addAll(List.of(arguments.split(" ")));
        OutsideProgram.Result result = OutsideProgram.run(command, folder, Duration.ofSeconds(60), input);
        assertEquals(0, result.exitCode(), () -> command + ": " + result.all());
        return result.stdout();
    }
}
