package org.mtlsplayground.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code explain}: error texts of other programs. */
class ExplainCommandTest {
    private static final String NGINX =
            "*1 client SSL certificate verify error: (20:unable to get local issuer certificate) while reading client"
                    + " request headers, client: 10.0.0.7";

    @TempDir
    Path folder;

    private InProcess explain(String text, String... options) throws Exception {
        Path file = Files.writeString(folder.resolve("error.log"), text);
        String[] all = new String[options.length + 2];
        all[0] = "explain";
        all[1] = file.toString();
        System.arraycopy(options, 0, all, 2, options.length);
        return InProcess.run(all);
    }

    @Test
    void saysWhoSpeaksAndWhatIsLikely() throws Exception {
        InProcess run = explain(NGINX);
        assertEquals(0, run.status(), run::all);
        assertEquals("", run.err());
        assertTrue(run.out().startsWith("nginx, as the server, refuses the other side."), run::all);
        assertTrue(
                run.out().contains("1. The certificate comes from a CA that the other side does not trust"), run::all);
        assertTrue(run.out().contains("client-unknown-ca"), run::all);
    }

    @Test
    void json() throws Exception {
        InProcess run = explain(NGINX, "--json");
        assertEquals(0, run.status(), run::all);
        Map<String, Object> object = JsonText.object(run.out().strip());
        assertEquals(true, object.get("recognised"));
        assertEquals(
                List.of(Map.of("program", "nginx", "side", "server", "stance", "refuses")), object.get("speakers"));
        Map<?, ?> first = (Map<?, ?>) ((List<?>) object.get("causes")).get(0);
        assertEquals("unknown-ca", first.get("cause"));
        assertEquals("server", first.get("refused_by"));
        assertTrue(((List<?>) first.get("scenarios")).contains("client-unknown-ca"), run::all);
    }

    @Test
    void whatIsNotKnownIsSaidToBeSo() throws Exception {
        InProcess run = explain("it does not work");
        assertEquals(1, run.status(), run::all);
        assertEquals(List.of("mtls-playground explain: nothing in this text is known"), run.problems());
        assertEquals(1, explain("it does not work", "--json").status());
    }

    @Test
    void aFileThatIsNotThere() {
        InProcess run = InProcess.run("explain", folder.resolve("none.log").toString());
        assertEquals(2, run.status(), run::all);
        assertEquals(1, run.problems().size());
    }

    @Test
    void theStandardInputInUtf16() {
        InputStream before = System.in;
        try {
            for (String[] arguments : new String[][] {{"explain"}, {"explain", "-"}}) {
                System.setIn(new ByteArrayInputStream(("\ufeff" + NGINX).getBytes(StandardCharsets.UTF_16LE)));
                InProcess run = InProcess.run(arguments);
                assertEquals(0, run.status(), run::all);
                assertTrue(run.out().startsWith("nginx"), run::all);
            }
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void ofALongFileTheEndCounts() throws Exception {
        InProcess run = explain("nothing happened\n".repeat(500_000) + NGINX);
        assertEquals(0, run.status(), run::all);
    }

    @Test
    void nothingInAFactSteersATerminal() throws Exception {
        InProcess run = explain("x509: certificate is valid for \u001b[31mevil, not host.example");
        assertEquals(0, run.status(), run::all);
        assertEquals(-1, run.out().indexOf('\u001b'));
    }
}
