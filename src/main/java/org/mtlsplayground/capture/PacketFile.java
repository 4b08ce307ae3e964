package org.mtlsplayground.capture;

import java.io.IOException;
import java.util.Optional;

/** A file of packets, read from its beginning. */
interface PacketFile {
    /**
     * The next packet; empty at the end.
     *
     * @throws BrokenOffException if the file can't be read any further
     */
    Optional<RawPacket> next() throws IOException, BrokenOffException;
}
