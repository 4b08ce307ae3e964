package org.mtlsplayground.capture;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/**
 * The two ends of a connection as a packet can carry them: both of one IP version.
 *
 * @param invented whether an address stands for one that is not known
 */
record Ends(InetSocketAddress client, InetSocketAddress server, boolean invented) {
    private static final int PORTS = 16384;
    private static final int FIRST_PORT = 49152;
    private static final int TLS_PORT = 443;

    /**
     * Those of a capture. What is not known is taken from the addresses for documentation (RFC 5737), with another port for
     * each number.
     */
    static Ends of(Capture capture, int number) {
        Optional<InetSocketAddress> client = capture.client().filter(address -> !address.isUnresolved());
        Optional<InetSocketAddress> server = capture.server().filter(address -> !address.isUnresolved());
        return of(
                client.orElseGet(() -> documentation(number)),
                server.orElseGet(() -> new InetSocketAddress(address(192, 0, 2, 1), TLS_PORT)),
                client.isEmpty() || server.isEmpty());
    }

    /** With another client, invented: for a connection that would else be mistaken for a part of another one. */
    Ends apart(int number) {
        return of(documentation(number), server, true);
    }

    private static Ends of(InetSocketAddress client, InetSocketAddress server, boolean invented) {
        if (isV6(client) == isV6(server)) {
            return new Ends(client, server, invented);
        }
        return new Ends(mapped(client), mapped(server), invented);
    }

    /** Whether packets between them are IPv6. */
    boolean isV6() {
        return isV6(client);
    }

    private static boolean isV6(InetSocketAddress end) {
        return end.getAddress() instanceof Inet6Address;
    }

    private static InetSocketAddress documentation(int number) {
        InetAddress host = address(192, 0, 2, 2 + number / PORTS % 250);
        return new InetSocketAddress(host, FIRST_PORT + number % PORTS);
    }

    /** An IPv4 address as IPv6 writes it: ::ffff:a.b.c.d (RFC 4291 §2.5.5.2). Others stay. */
    private static InetSocketAddress mapped(InetSocketAddress end) {
        if (isV6(end)) {
            return end;
        }
        byte[] bytes = new byte[16];
        Arrays.fill(bytes, 10, 12, (byte) 0xff);
        System.arraycopy(end.getAddress().getAddress(), 0, bytes, 12, 4);
        try {
            // Its factory alone does not turn it back into IPv4.
            return new InetSocketAddress(Inet6Address.getByAddress(null, bytes, -1), end.getPort());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Sixteen bytes are an address", e);
        }
    }

    private static InetAddress address(int... numbers) {
        byte[] bytes = new byte[numbers.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) numbers[i];
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Four bytes are an address", e);
        }
    }
}
