package org.mtlsplayground.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlsplayground.capture.Capture;
import org.mtlsplayground.capture.CaptureFile;
import org.mtlsplayground.capture.Progress;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.recorded.Play;
import org.mtlsplayground.secrets.KeyLogEntry;
import org.mtlsplayground.transcript.Transcript;
import org.mtlsplayground.transcript.Transcripts;

/** {@code report}: what it writes, where, and what it does not write over. */
class ReportCommandTest {
    private static final String PROGRAM = "java -jar target/mtls-playground.jar ";

    @TempDir
    static Path folder;

    private static Path session;

    @BeforeAll
    static void record() throws Exception {
        List<Capture> captures = new ArrayList<>();
        List<KeyLogEntry> secrets = new ArrayList<>();
        for (String client : List.of("client", "client-unknown-ca")) {
            Capture capture = Play.between(Play.client(client), Play.server("server", TlsVersion.TLS_1_3))
                    .capture();
            Transcript transcript = new Transcripts(() -> List.of(capture)).of(capture);
            transcript.read();
            captures.add(capture);
            secrets.addAll(transcript.keyLog());
        }
        session = folder.resolve("session.pcapng");
        CaptureFile.write(session, captures, secrets, false, Progress.none());
    }

    @Test
    void theLinesOfTheReadme() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("README.md")).stream()
                .filter(line -> line.startsWith(PROGRAM + "report "))
                .toList();
        assertEquals(2, lines.size());
        for (String line : lines) {
            String here = line.substring(PROGRAM.length())
                    .replace("session.pcapng", session.toString())
                    .replace("--out ", "--out " + folder + "/");
            InProcess run = InProcess.run(here.split(" "));
            assertEquals(0, run.status(), run.all());
            assertEquals("", run.out() + run.err());
        }
        assertTrue(Files.readString(folder.resolve("report.html"))
                .contains("<h1>TLS connection 1: Both sides proved who they are</h1>"));
        assertTrue(Files.readString(folder.resolve("diagram.svg"))
                .contains(">TLS connection 2: The server refused the client’s certificate</title>"));
    }

    @Test
    void aPageOnStandardOutputWithSecretsIfAskedFor() {
        InProcess plain = InProcess.run("report", session.toString());
        assertEquals(0, plain.status(), plain.err());
        assertTrue(plain.out().startsWith("<!DOCTYPE html>\n<html "), plain.out());
        assertFalse(plain.out().contains("CLIENT_HANDSHAKE_TRAFFIC_SECRET"));
        InProcess open = InProcess.run("report", session.toString(), "--with-secrets");
        assertTrue(open.out().contains("CLIENT_HANDSHAKE_TRAFFIC_SECRET "));
    }

    @Test
    void nothingIsWrittenOverUnasked() throws IOException {
        Path there = Files.writeString(folder.resolve("there.png"), "mine");
        InProcess refused = InProcess.run("report", session.toString(), "--out", there.toString());
        assertEquals(2, refused.status());
        assertEquals(
                List.of("mtls-playground report: “" + there + "” is there already; --overwrite replaces it."),
                refused.problems());
        assertEquals("mine", Files.readString(there));
        assertEquals(
                0,
                InProcess.run("report", session.toString(), "--out", there.toString(), "--overwrite")
                        .status());
        assertArrayEquals(new byte[] {(byte) 0x89, 'P', 'N', 'G'}, Arrays.copyOf(Files.readAllBytes(there), 4));
    }

    @Test
    void wrongUseIsToldInALine() {
        assertEquals(
                List.of("mtls-playground report: “report.pdf” ends neither in .html nor in .svg nor in .png."),
                InProcess.run("report", session.toString(), "--out", "report.pdf")
                        .problems());
        assertEquals(
                List.of("mtls-playground report: The file has 2 connection(s); there is no number 3."),
                InProcess.run("report", session.toString(), "--connection", "3").problems());
    }
}
