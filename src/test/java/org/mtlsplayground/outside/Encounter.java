package org.mtlsplayground.outside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mtlsplayground.ca.Fault;
import org.mtlsplayground.ca.KeyFiles;
import org.mtlsplayground.ca.Material;
import org.mtlsplayground.ca.Presets;
import org.mtlsplayground.ca.Role;
import org.mtlsplayground.diagnosis.Diagnosis;
import org.mtlsplayground.diagnosis.Verdict;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.pki.Pem;
import org.mtlsplayground.pki.TrustAnchors;
import org.mtlsplayground.recorded.Play;
import org.mtlsplayground.transcript.Transcript;
import org.mtlsplayground.transcript.Transcripts;

/**
 * One of our sides meets an outside program, and one of the two has something wrong with its certificate.
 *
 * @param fault what is wrong
 * @param owner whose certificate has it
 * @param ours which of the sides is ours
 * @param stranger the other one: the name of an {@link OutsideServer} or an {@link OutsideClient}
 */
record Encounter(Fault fault, Side owner, Side ours, String stranger, TlsVersion version) {
    /** Files of what was issued. */
    private record Issued(Path folder, Material material) implements PemFiles {
        static Issued write(Material material, Path folder) throws IOException {
            Files.createDirectories(folder);
            List<X509Certificate> chain = material.identity().chain();
            Files.writeString(folder.resolve("chain.pem"), Pem.encode(chain));
            Files.writeString(folder.resolve("above.pem"), Pem.encode(chain.subList(1, chain.size())));
            Files.write(
                    folder.resolve("key.pem"),
                    KeyFiles.plainPem(material.identity().key()));
            Files.writeString(folder.resolve("trusted.pem"), material.trustedPem());
            return new Issued(folder, material);
        }

        @Override
        public String certificate() {
            return folder.resolve("chain.pem").toString();
        }

        @Override
        public String key() {
            return folder.resolve("key.pem").toString();
        }

        @Override
        public Optional<String> above() {
            return material.identity().chain().size() < 2
                    ? Optional.empty()
                    : Optional.of(folder.resolve("above.pem").toString());
        }

        String trusted() {
            return folder.resolve("trusted.pem").toString();
        }

        TrustAnchors anchors() {
            return TrustAnchors.of(material.trusted());
        }
    }

    /** Lets the two meet, and returns what we make of it. */
    Verdict verdict(Path folder) throws Exception {
        Issued client = issue(Side.CLIENT, folder);
        Issued server = issue(Side.SERVER, folder);
        Connection connection = ours == Side.SERVER ? served(client, server) : called(client, server);
        Transcript transcript = new Transcripts(() -> List.of(connection.capture())).of(connection.capture());
        transcript.read();
        return Diagnosis.of(connection, transcript);
    }

    private Issued issue(Side side, Path folder) throws IOException {
        Role role = side == Side.CLIENT ? Role.CLIENT : Role.SERVER;
        var plan = Presets.chainOfThree(
                role,
                side == Side.CLIENT ? Presets.client("alice") : Presets.server(ClientSettings.DEFAULT_SERVER_NAME));
        return Issued.write(side == owner ? plan.issue(fault) : plan.issue(), folder.resolve(side.name()));
    }

    private Connection served(Issued client, Issued server) throws Exception {
        ServerSettings.Builder settings = ServerSettings.builder()
                .port(0)
                .identity(server.material().identity())
                .trust(client.anchors())
                .versions(Set.of(version));
        return Play.visit(
                settings,
                port -> OutsideClient.valueOf(stranger)
                        .connect(String.valueOf(port), client, server.trusted(), version));
    }

    private Connection called(Issued client, Issued server) throws Exception {
        OutsideServer program = OutsideServer.valueOf(stranger);
        try (Running running = program.start(server, client.trusted(), version)) {
            return Play.call(ClientSettings.builder()
                    .port(program.port(running))
                    .identity(client.material().identity())
                    .trust(server.anchors())
                    .timeout(Duration.ofSeconds(20)));
        }
    }

    @Override
    public String toString() {
        return fault + " of the " + owner + ", our " + ours + ", " + stranger + ", " + version;
    }
}
