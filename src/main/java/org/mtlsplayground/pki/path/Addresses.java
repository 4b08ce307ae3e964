package org.mtlsplayground.pki.path;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** IP addresses as text. */
final class Addresses {
    private Addresses() {}

    /** Whether both are the same address, however each is written; neither is looked up. */
    static boolean same(String one, String other) {
        if (one.equalsIgnoreCase(other)) {
            return true;
        }
        // A colon keeps the JDK from asking a name server; addresses of IPv4 have one way to be written.
        if (!one.contains(":") || !other.contains(":")) {
            return false;
        }
        try {
            return InetAddress.getByName(one).equals(InetAddress.getByName(other));
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
