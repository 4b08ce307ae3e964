package org.mtlsplayground.diagnosis;

import java.util.List;
import org.mtlsplayground.peer.Side;

/** What a side has chosen for itself, and not left to the JDK. */
final class Choices {
    private Choices() {}

    static boolean isMade(Facts facts, Side side, Action.Choice choice) {
        List<String> chosen = side == Side.CLIENT
                ? facts.client()
                        .map(client -> switch (choice) {
                            case CIPHER_SUITES -> client.cipherSuites();
                            case NAMED_GROUPS -> client.namedGroups();
                            case SIGNATURE_SCHEMES -> client.signatureSchemes();
                            case APPLICATION_PROTOCOLS -> client.applicationProtocols();
                        })
                        .orElse(List.of())
                : facts.server()
                        .map(server -> switch (choice) {
                            case CIPHER_SUITES -> server.cipherSuites();
                            case NAMED_GROUPS -> server.namedGroups();
                            case SIGNATURE_SCHEMES -> server.signatureSchemes();
                            case APPLICATION_PROTOCOLS -> server.applicationProtocols();
                        })
                        .orElse(List.of());
        return !chosen.isEmpty();
    }
}
