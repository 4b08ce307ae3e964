package org.mtlsplayground.ui.workshop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A certificate, its key and whom the other side must trust, as three PEM files that lie open.
 *
 * @param chain the certificate with its chain
 * @param key empty where there is none
 * @param trusted empty where nobody else is to be trusted
 */
record PemFiles(Path chain, Optional<Path> key, Optional<Path> trusted) {
    /** From the files of a PEM set; empty if there is no chain among them. */
    static Optional<PemFiles> of(List<Path> written) {
        Optional<Path> trusted = ending(written, "-ca.crt");
        return written.stream()
                .filter(file -> file.toString().endsWith(".crt") && !trusted.equals(Optional.of(file)))
                .findFirst()
                .map(chain -> new PemFiles(chain, ending(written, ".key"), trusted));
    }

    private static Optional<Path> ending(List<Path> files, String ending) {
        return files.stream().filter(file -> file.toString().endsWith(ending)).findFirst();
    }

    /** Whether they are all there. */
    boolean exist() {
        return Files.exists(chain)
                && key.map(Files::exists).orElse(true)
                && trusted.map(Files::exists).orElse(true);
    }

    List<Path> all() {
        return java.util.stream.Stream.of(Optional.of(chain), key, trusted)
                .flatMap(Optional::stream)
                .toList();
    }
}
