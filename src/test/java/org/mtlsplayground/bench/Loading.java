package org.mtlsplayground.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.mtlsplayground.ca.Presets;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.Pem;
import org.mtlsplayground.pki.PkiFiles;

/**
 * How long a PEM file with a thousand certificates takes to load: by us, and by the JDK's {@code CertificateFactory}. Each
 * time in a fresh JVM, for the JDK keeps certificates that it has parsed once; its start does not count.
 */
final class Loading {
    private static final int CERTIFICATES = 1000;
    private static final int ROUNDS = 7;

    private Loading() {}

    /** In seconds. */
    static Duel measure() throws Exception {
        Path file = Files.createTempFile("mtls-playground-bench", ".pem");
        try {
            write(file);
            return Duel.fight(ROUNDS, () -> jvm(file, "ours"), () -> jvm(file, "theirs"));
        } finally {
            Files.delete(file);
        }
    }

    /** Ten CAs, and what they issued. */
    private static void write(Path file) throws IOException {
        List<X509Certificate> all = new ArrayList<>();
        for (int ca = 0; ca < 10; ca++) {
            Identity root = Presets.root("Root " + ca).create();
            all.add(root.leaf());
            for (int leaf = 1; leaf < CERTIFICATES / 10; leaf++) {
                all.add(Presets.server("server" + leaf + ".example")
                        .issuedBy(root)
                        .create()
                        .leaf());
            }
        }
        Files.writeString(file, Pem.encode(all));
    }

    private static double jvm(Path file, String who) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Loading.class.getName(),
                        file.toString(),
                        who)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("The JVM of the bench failed");
        }
        return Double.parseDouble(answer.strip());
    }

    /** The entry point of that JVM. */
    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[0]);
        long begin = System.nanoTime();
        int count = arguments[1].equals("ours") ? ours(file) : theirs(file);
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (count != CERTIFICATES) {
            throw new IllegalStateException(count + " certificates");
        }
        System.out.println(seconds);
    }

    private static int ours(Path file) throws Exception {
        return PkiFiles.trustAnchors(file, null).certificates().size();
    }

    private static int theirs(Path file) throws Exception {
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(file))) {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificates(stream)
                    .size();
        }
    }
}
