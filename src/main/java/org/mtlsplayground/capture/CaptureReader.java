package org.mtlsplayground.capture;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mtlsplayground.capture.CaptureFileException.Problem;
import org.mtlsplayground.secrets.KeyLog;
import org.mtlsplayground.secrets.KeyLogEntry;

/** Reads the connections of one file of packets. */
final class CaptureReader {
    private final Path file;
    private final Notes notes = new Notes();
    private final List<KeyLogEntry> secrets = new ArrayList<>();
    private final IpReader ip = new IpReader(notes);
    private final Budget budget = Budget.ofMemory();
    private final Flows flows = new Flows(notes, budget);
    private long packets;
    private int unsupported;

    CaptureReader(Path file) {
        this.file = file;
    }

    CaptureFile.Content read(KeyLog beside, Progress progress) throws IOException, CaptureFileException {
        requireFile();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            readAll(new FileCursor(in, Files.size(file), progress));
        }
        ip.finish();
        List<Capture> connections = flows.captures();
        if (connections.isEmpty()) {
            throw nothing();
        }
        secrets.addAll(beside.entries());
        KeyLog all = KeyLog.of(secrets);
        connections.forEach(connection -> connection.keys().keyLog(all));
        return new CaptureFile.Content(connections, all, notes.all());
    }

    /** Looks at the beginning alone. */
    void check() throws IOException, CaptureFileException {
        requireFile();
        try (InputStream in = Files.newInputStream(file)) {
            PacketFile unused = open(new FileCursor(in, Files.size(file), Progress.none()));
        } catch (BrokenOffException e) {
            throw problem(Problem.DAMAGED, e.offset());
        }
    }

    private void requireFile() throws IOException, CaptureFileException {
        if (Files.notExists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        if (!Files.isRegularFile(file)) {
            throw problem(Problem.NOT_A_FILE, 0);
        }
    }

    private void readAll(FileCursor in) throws IOException, CaptureFileException {
        try {
            PacketFile packetFile = open(in);
            for (Optional<RawPacket> next = packetFile.next(); next.isPresent(); next = packetFile.next()) {
                packets++;
                packet(next.get());
            }
        } catch (BrokenOffException e) {
            notes.count(e.kind(), Math.max(1, e.offset()));
        }
    }

    private PacketFile open(FileCursor in) throws IOException, CaptureFileException, BrokenOffException {
        if (in.isAtEnd()) {
            throw problem(Problem.EMPTY, 0);
        }
        int magic = magic(in);
        if (magic == Pcapng.SECTION_HEADER) {
            return new PcapngFile(in, notes, new FoundSecrets(secrets, notes, budget));
        }
        if (PcapFile.isMagic(magic)) {
            return new PcapFile(in, magic);
        }
        throw problem(isPacked(magic) ? Problem.COMPRESSED : Problem.NOT_A_CAPTURE, 0);
    }

    private int magic(FileCursor in) throws IOException, CaptureFileException {
        try {
            return in.take(4).getInt();
        } catch (BrokenOffException e) {
            throw problem(Problem.NOT_A_CAPTURE, 0);
        }
    }

    /** What Wireshark itself packs files with: gzip, Zstandard, LZ4. */
    private static boolean isPacked(int magic) {
        return magic >>> 16 == 0x1f8b || magic == 0x28b52ffd || magic == 0x04224d18;
    }

    private void packet(RawPacket packet) {
        if (!LinkLayer.isSupported(packet.linkType())) {
            unsupported = packet.linkType();
            notes.count(Note.Kind.UNSUPPORTED_LINK_TYPE);
            return;
        }
        if (packet.cut()) {
            notes.count(Note.Kind.PACKETS_CUT);
        }
        try {
            Optional<ByteBuffer> content = LinkLayer.ip(packet.linkType(), packet.bytes());
            if (content.isEmpty()) {
                notes.count(Note.Kind.NOT_TCP);
                return;
            }
            Optional<IpReader.Carried> carried = ip.read(content.get());
            if (carried.isPresent()) {
                flows.add(SeenSegment.read(packet.epochNanos(), carried.get()), packets, packet.altered());
            }
        } catch (BufferUnderflowException e) {
            if (!packet.cut()) {
                notes.count(Note.Kind.MALFORMED);
            }
        }
    }

    private CaptureFileException nothing() {
        long damage = notes.of(Note.Kind.FILE_DAMAGED) + notes.of(Note.Kind.FILE_CUT);
        if (damage > 0) {
            return problem(Problem.DAMAGED, damage);
        }
        long foreign = notes.of(Note.Kind.UNSUPPORTED_LINK_TYPE);
        return foreign > 0 && foreign == packets
                ? problem(Problem.UNSUPPORTED_LINK_TYPE, unsupported)
                : problem(Problem.NO_CONNECTIONS, 0);
    }

    private CaptureFileException problem(Problem problem, long detail) {
        return new CaptureFileException(problem, file, detail);
    }
}
