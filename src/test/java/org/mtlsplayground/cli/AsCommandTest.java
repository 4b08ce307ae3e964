package org.mtlsplayground.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code --as}: the command of another program, alone on standard output. */
class AsCommandTest {
    private static final String PROGRAM = "java -jar target/mtls-playground.jar ";

    @Test
    void theLinesOfTheReadmeWriteCommands() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("README.md")).stream()
                .filter(line -> line.startsWith(PROGRAM) && line.contains(" --as "))
                .toList();
        assertEquals(2, lines.size());
        InProcess curl = InProcess.run(lines.get(0).substring(PROGRAM.length()).split(" "));
        assertEquals(0, curl.status(), curl.all());
        String folder = Path.of("sample-certs").toAbsolutePath() + "/";
        assertEquals(
                List.of(
                        "# It speaks HTTP: it asks for / instead of sending the message.",
                        "curl \\",
                        "  --noproxy '*' \\",
                        "  --cert " + folder + "client.crt \\",
                        "  --key " + folder + "client.key \\",
                        "  --cacert " + folder + "server_ca.crt \\",
                        "  --capath /dev/null \\",
                        "  --tlsv1.2 \\",
                        "  --tls-max 1.3 \\",
                        "  --no-alpn \\",
                        "  --max-time 10 \\",
                        "  --http0.9 \\",
                        "  --silent --show-error \\",
                        "  https://localhost:4443/"),
                curl.out().lines().toList());
        assertTrue(curl.err().startsWith("No --cert given: using the samples "), curl.err());
        InProcess nginx = InProcess.run(lines.get(1).substring(PROGRAM.length()).split(" "));
        assertEquals(0, nginx.status(), nginx.all());
        assertTrue(nginx.out().contains("\n    ssl_verify_client optional;\n"), nginx.out());
    }

    @Test
    void eachSideHasItsPrograms() {
        assertEquals(
                "mtls-playground serve: Invalid value for option '--as': one of openssl, python, java, node, nginx belongs here, not “curl”."
                        + " See “mtls-playground serve --help”.",
                InProcess.run("serve", "--as", "curl").err().strip());
    }
}
