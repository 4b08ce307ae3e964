package org.mtlsplayground.scenario;

import java.util.List;
import org.mtlsplayground.ca.Fault;
import org.mtlsplayground.diagnosis.Cause;
import org.mtlsplayground.peer.Side;

/** The server refuses the client's certificate. */
final class ServerRefusesShelf {
    private ServerRefusesShelf() {}

    static List<Scenario> all() {
        return List.of(draft("client-unknown-ca", 9)
                .client(Fault.UNKNOWN_CA)
                .refused(Side.SERVER, "Certificate", "certificate_unknown", Cause.UNKNOWN_CA));
    }

    private static Draft draft(String id, Integer... rows) {
        return Draft.of(Category.SERVER_REFUSES, id, rows);
    }
}
