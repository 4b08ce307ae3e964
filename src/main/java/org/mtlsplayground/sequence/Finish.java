package org.mtlsplayground.sequence;

import org.mtlsplayground.peer.Side;

/**
 * The moment at which a side has finished its TLS 1.3 handshake, and believes that it is connected.
 *
 * @param nanos since the connection began
 */
public record Finish(Side side, long nanos) {}
