package org.mtlsplayground.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mtlsplayground.pki.ContentKind;
import org.mtlsplayground.pki.FileContents;
import org.mtlsplayground.pki.FileEntry;
import org.mtlsplayground.pki.LoadException;
import org.mtlsplayground.pki.LoadFault;
import org.mtlsplayground.pki.PkiFiles;

/** Each file that openssl makes is known for what it is. */
class OpensslZooTest {
    private final Zoo zoo = Zoo.openssl();

    @TempDir
    private Path folder;

    static Stream<Recipe> samples() {
        return Zoo.openssl().samples().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isWhatItIs(Recipe sample) throws Exception {
        String found = Rendering.of(PkiFiles.inspect(zoo.file(sample), sample.chars()));
        assertEquals(sample.content(), found);
    }

    /** Without the one whose label lies. */
    static Stream<Recipe> honest() {
        return samples().filter(sample -> !sample.name().equals("sequence.pem"));
    }

    /** The name of the file says something else, and the slot is for certificates or for a key. */
    @ParameterizedTest
    @MethodSource("honest")
    void isNamedInTheWrongSlot(Recipe sample) throws Exception {
        Path file = Files.copy(zoo.file(sample), folder.resolve("photo.jpg"));
        FileContents contents = PkiFiles.inspect(file, sample.chars());
        assertEquals(sample.content(), Rendering.of(contents));
        boolean certificates = sample.content().matches(".*(certificate|chain) .*");
        boolean key =
                sample.content().matches(".*key [A-Z].*") && !sample.content().contains("!");
        check(certificates, ContentKind.CERTIFICATE, contents, () -> PkiFiles.certificates(file, sample.chars()));
        check(key, ContentKind.PRIVATE_KEY, contents, () -> PkiFiles.privateKey(file, sample.chars()));
    }

    private interface Loading {
        Object load() throws LoadException;
    }

    private static void check(boolean there, ContentKind sought, FileContents contents, Loading loading)
            throws LoadException {
        if (there) {
            assertNotNull(loading.load());
            return;
        }
        LoadFault fault = assertThrows(LoadException.class, loading::load).fault();
        assertEquals(Optional.of(sought), fault.expected());
        Optional<ContentKind> found =
                contents.entries().stream().map(FileEntry::kind).findFirst();
        assertEquals(found.or(() -> contents.faults().get(0).found()), fault.found());
    }
}
