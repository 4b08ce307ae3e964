package org.mtlsplayground.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mtlsplayground.pki.PkiFiles;

/** Each file that openssl makes is known for what it is. */
class OpensslZooTest {
    private final Zoo zoo = Zoo.openssl();

    static Stream<Recipe> samples() {
        return Zoo.openssl().samples().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isWhatItIs(Recipe sample) throws Exception {
        String found = Rendering.of(PkiFiles.inspect(zoo.file(sample), sample.chars()));
        assertEquals(sample.content(), found);
    }
}
