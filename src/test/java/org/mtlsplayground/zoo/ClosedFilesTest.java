package org.mtlsplayground.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mtlsplayground.pki.LoadException;
import org.mtlsplayground.pki.LoadProblem;
import org.mtlsplayground.pki.PkiFiles;

/** A missing password, a wrong one, and damage are told apart, whatever closes a file. */
class ClosedFilesTest {
    private final Zoo zoo = Zoo.openssl();

    @TempDir
    private Path folder;

    /** Those whose key lies closed. */
    static Stream<Recipe> samples() {
        return Zoo.openssl().samples().stream()
                .filter(sample -> sample.password().isPresent())
                .filter(sample -> sample.content().matches(".*key [^;]*(CBC|CFB|RC4|scrypt).*"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aMissingOrWrongPasswordIsNoDamage(Recipe sample) {
        Path file = zoo.file(sample);
        assertEquals(LoadProblem.PASSWORD_NEEDED, problem(file, null));
        for (String wrong : List.of("", "Secret", "secre", "secret ")) {
            assertEquals(LoadProblem.WRONG_PASSWORD, problem(file, wrong.toCharArray()), wrong);
        }
    }

    private static LoadProblem problem(Path file, char[] password) {
        return assertThrows(LoadException.class, () -> PkiFiles.privateKey(file, password))
                .problem();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void damageIsNoWrongPassword(Recipe sample) throws Exception {
        // In the first block of a ciphertext it would look the same. Keys alone end with the ciphertext, a PKCS#12
        // begins
        // with certificates and ends with its seal.
        boolean store = sample.content().startsWith("PKCS#12");
        boolean keyAlone = sample.name().equals("nocert.p12");
        List<Double> places = keyAlone ? List.of(0.99) : store ? List.of(0.25, 0.4, 0.7, 0.99) : List.of(0.8, 1.0);
        List<String> told = new ArrayList<>();
        for (double where : places) {
            Path file = Files.write(folder.resolve("damaged"), Damage.flip(zoo.file(sample), where));
            try {
                PkiFiles.privateKey(file, sample.chars());
                told.add(where + " opens");
            } catch (LoadException e) {
                told.add(where + " " + e.problem());
            }
        }
        assertTrue(told.stream().noneMatch(one -> one.endsWith("PASSWORD")), told::toString);
        // Without padding or seal a change may fall on what nobody needs.
        boolean mayOpen = sample.name().matches("nomac.p12|.*cfb");
        assertTrue(mayOpen || told.stream().anyMatch(one -> one.endsWith("DAMAGED")), told::toString);
    }
}
