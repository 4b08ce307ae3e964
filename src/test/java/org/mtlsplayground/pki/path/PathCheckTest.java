package org.mtlsplayground.pki.path;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mtlsplayground.recorded.Play;

/** Whether a chain is accepted, and each step of it. */
class PathCheckTest {
    @ParameterizedTest
    @CsvSource({
        "client, true",
        "client-expired, false",
        "client-unknown-ca, false",
        "client-wrong-usage, false",
        "client-key-of-another, true"
    })
    void aServerAcceptsAClient(String name, boolean accepted) throws Exception {
        PathQuestion question = PathQuestion.client(Play.identity(name).chain(), Play.trust("client_ca.crt"));
        assertEquals(accepted, PathCheck.of(question).accepted());
        assertEquals(accepted, PathCheck.of(question.by("TLSv1.2")).accepted());
    }
}
