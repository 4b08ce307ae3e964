package org.mtlsplayground.capture;

import java.nio.file.Path;

/** A file from which no connection can be read, and why. */
public final class CaptureFileException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is wrong. The bundle has a sentence for each: {@code capture.problem.NAME}. */
    public enum Problem {
        /** A folder, a device or a pipe. */
        NOT_A_FILE,
        /** It has no bytes. */
        EMPTY,
        /** Neither pcap nor pcapng. */
        NOT_A_CAPTURE,
        /** It is packed (gzip, zstd, lz4) and must be unpacked first. */
        COMPRESSED,
        /** It begins as it should, and makes no sense before the first connection; the detail is the offset in bytes. */
        DAMAGED,
        /** All of its packets are of a link type that can't be read; the detail is the type's number. */
        UNSUPPORTED_LINK_TYPE,
        /** It can be read, and there is no TCP connection in it that carries something. */
        NO_CONNECTIONS
    }

    private final Problem problem;
    private final String file;
    private final long detail;

    CaptureFileException(Problem problem, Path file, long detail) {
        super(problem + ": " + file + " (" + detail + ")");
        this.problem = problem;
        this.file = file.toString();
        this.detail = detail;
    }

    /** What is wrong. */
    public Problem problem() {
        return problem;
    }

    /** The file, as it was given. */
    public String file() {
        return file;
    }

    /** What the problem says it is; else 0. */
    public long detail() {
        return detail;
    }
}
