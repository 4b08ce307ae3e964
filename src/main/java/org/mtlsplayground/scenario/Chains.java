package org.mtlsplayground.scenario;

import java.util.List;
import org.mtlsplayground.ca.ChainPlan;
import org.mtlsplayground.ca.KeyKind;
import org.mtlsplayground.ca.NewCertificate;
import org.mtlsplayground.ca.Presets;
import org.mtlsplayground.ca.Role;
import org.mtlsplayground.peer.ClientSettings;

/** Plans of the chains that scenarios begin with: a root, an intermediate, a leaf. */
final class Chains {
    private Chains() {}

    /** Alice, a client. */
    static NewCertificate alice() {
        return Presets.client("alice");
    }

    /** The usual server, for its name and for this machine's. */
    static NewCertificate host() {
        return Presets.server(ClientSettings.DEFAULT_SERVER_NAME);
    }

    static ChainPlan client() {
        return client(alice());
    }

    static ChainPlan client(NewCertificate leaf) {
        return plan(Role.CLIENT, "Client", leaf);
    }

    static ChainPlan server() {
        return server(host());
    }

    static ChainPlan server(NewCertificate leaf) {
        return plan(Role.SERVER, "Server", leaf);
    }

    /** Somebody else's, for the server's name. */
    static ChainPlan mallory() {
        return ChainPlan.of(Role.SERVER, Presets.root("Mallory Root"), List.of(), host());
    }

    /** The client's chain with all keys of this kind. */
    static ChainPlan client(KeyKind kind) {
        return plan(Role.CLIENT, "Client", alice(), kind);
    }

    /** The server's chain with all keys of this kind. */
    static ChainPlan server(KeyKind kind) {
        return plan(Role.SERVER, "Server", host(), kind);
    }

    /** The client's chain with an intermediate that has such a key. */
    static ChainPlan client(NewCertificate leaf, KeyKind ofIntermediate) {
        return ChainPlan.of(
                Role.CLIENT, root("Client"), List.of(intermediate("Client").key(ofIntermediate)), leaf);
    }

    private static ChainPlan plan(Role role, String whose, NewCertificate leaf) {
        return ChainPlan.of(role, root(whose), List.of(intermediate(whose)), leaf);
    }

    private static ChainPlan plan(Role role, String whose, NewCertificate leaf, KeyKind kind) {
        return ChainPlan.of(
                role, root(whose).key(kind), List.of(intermediate(whose).key(kind)), leaf.key(kind));
    }

    private static NewCertificate root(String whose) {
        return Presets.root("Demo " + whose + " Root");
    }

    private static NewCertificate intermediate(String whose) {
        return Presets.intermediate("Demo " + whose + " Intermediate CA");
    }
}
