package org.mtlsplayground.peer;

import java.net.InetSocketAddress;

/** An address and port as people write them. */
public final class Where {
    private Where() {}

    /** {@code 127.0.0.1:4443}, or {@code [::1]:4443}. */
    public static String of(InetSocketAddress address) {
        String host = address.getAddress() == null
                ? address.getHostString()
                : address.getAddress().getHostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
    }
}
