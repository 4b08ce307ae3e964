package org.mtlsplayground.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.peer.Outcome;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.TlsClient;
import org.mtlsplayground.peer.TlsServer;
import org.mtlsplayground.peer.TlsVersion;

/** What a finished connection costs beyond the bytes that crossed its wire, as long as it is kept. */
final class ConnectionMemory {
    /** Which sides of the connections are ours. For the other one the connections are not kept, as if it were outside. */
    enum Ours {
        BOTH,
        SERVER,
        CLIENT
    }

    private static final int COUNT = Connections.KEPT;
    private static final int WARM_UP = 200;
    private static final int GC_ROUNDS = 20;

    private ConnectionMemory() {}

    /**
     * Makes a thousand full mutual connections in a fresh JVM.
     *
     * @return bytes of heap for each kept connection, without the bytes on its wire
     */
    static double measure(Ours ours, TlsVersion version) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ConnectionMemory.class.getName(),
                        ours.name(),
                        version.name())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("The JVM of the bench failed");
        }
        return Double.parseDouble(answer.strip());
    }

    /** The entry point of that JVM. */
    public static void main(String[] arguments) throws Exception {
        Ours ours = Ours.valueOf(arguments[0]);
        Set<TlsVersion> versions = Set.of(TlsVersion.valueOf(arguments[1]));
        Handshakes.Files files = Handshakes.Files.load();
        Connections kept = new Connections();
        Connections elsewhere = new Connections();
        try (TlsServer server = TlsServer.start(
                ServerSettings.builder()
                        .port(0)
                        .identity(files.server())
                        .trust(files.clientCa())
                        .versions(versions)
                        .build(),
                ours == Ours.CLIENT ? elsewhere : kept)) {
            TlsClient client = new TlsClient(ours == Ours.SERVER ? elsewhere : kept);
            ClientSettings settings = ClientSettings.builder()
                    .port(server.address().getPort())
                    .identity(files.client())
                    .trust(files.serverCa())
                    .versions(versions)
                    .build();
            connect(client, settings, WARM_UP, List.of(kept, elsewhere));
            kept.clear();
            elsewhere.clear();
            long before = heap();
            connect(client, settings, COUNT, List.of(kept, elsewhere));
            elsewhere.clear();
            long wire = kept.all().stream()
                    .mapToLong(connection -> connection.capture().seen())
                    .sum();
            long after = heap();
            System.out.println((after - before - wire) / (double) COUNT);
        }
        System.exit(0);
    }

    private static void connect(TlsClient client, ClientSettings settings, int count, List<Connections> all)
            throws Exception {
        for (int i = 0; i < count; i++) {
            Outcome outcome = client.connect(settings).outcome().get(20, TimeUnit.SECONDS);
            if (!(outcome instanceof Outcome.Success)) {
                throw new IllegalStateException("No way through: " + outcome);
            }
        }
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!all.stream().flatMap(one -> one.all().stream()).allMatch(Connection::isClosed)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The connections do not end");
            }
            Thread.onSpinWait();
        }
    }

    /** Used bytes when the collector finds no more to do. */
    static long heap() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < GC_ROUNDS; round++) {
            memory.gc();
            least = Math.min(least, memory.getHeapMemoryUsage().getUsed());
        }
        return least;
    }
}
