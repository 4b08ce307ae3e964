package org.mtlsplayground.ui.certificates;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.mtlsplayground.pki.Pem;

/**
 * Writes certificates as files for whoever takes them: a card, another program. A file's name has a piece of its digest, so
 * that the same name always means the same content.
 */
final class Outbox {
    private static final int LONGEST_NAME = 40;
    private static final int DIGEST_CHARACTERS = 8;

    private final Path folder;

    Outbox(Path folder) {
        this.folder = folder;
    }

    /** The file with a certificate and its issuers, the root left out where there is anything else. Blocks, shortly. */
    Path write(ChainEntry.Present entry) throws IOException {
        Path file = folder.resolve(name(entry));
        byte[] content = pem(chain(entry)).getBytes(StandardCharsets.US_ASCII);
        if (!Files.isRegularFile(file) || !Arrays.equals(Files.readAllBytes(file), content)) {
            Files.createDirectories(folder);
            Files.write(file, content);
        }
        return file;
    }

    private static String name(ChainEntry.Present entry) {
        String digest = entry.description().sha256().replace(":", "").toLowerCase(Locale.ROOT);
        return baseName(entry) + "-" + digest.substring(0, DIGEST_CHARACTERS) + ".crt";
    }

    /** What a file with it may be called anywhere, without an ending. */
    static String baseName(ChainEntry.Present entry) {
        String plain =
                entry.description().name().replaceAll("[^\\p{Alnum}._-]+", "-").replaceAll("^[-.]+|[-.]+$", "");
        String name = plain.isEmpty() ? "certificate" : plain;
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    private static List<X509Certificate> chain(ChainEntry.Present entry) {
        List<X509Certificate> chain = entry.chain();
        X509Certificate last = chain.get(chain.size() - 1);
        boolean endsInRoot = last.getSubjectX500Principal().equals(last.getIssuerX500Principal());
        return chain.size() > 1 && endsInRoot ? chain.subList(0, chain.size() - 1) : chain;
    }

    private static String pem(List<X509Certificate> chain) {
        return chain.stream().map(Pem::encode).collect(Collectors.joining());
    }
}
