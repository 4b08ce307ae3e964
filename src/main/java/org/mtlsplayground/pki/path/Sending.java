package org.mtlsplayground.pki.path;

import java.util.List;
import java.util.Optional;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.TrustAnchors;

/**
 * Whether a client sends its certificate when a server asks for it (RFC 8446 §4.4.2.3, RFC 5246 §7.4.6). Immutable.
 *
 * <p>Sent or not is what the JDK does in a handshake in memory; the conditions are checks of our own that explain it. A last
 * one of the kind {@link Condition.Kind#JDK} says so where they don't.
 *
 * @param sent whether the certificate is sent; if not, the client sends an empty list, or nothing if it is not asked
 * @param acceptedIssuers the names of the CAs that the server's request lists; empty for any, or if it does not ask
 * @param conditions what it depends on, in the order in which it is decided
 */
public record Sending(boolean sent, List<String> acceptedIssuers, List<Condition> conditions) {
    public Sending {
        acceptedIssuers = List.copyOf(acceptedIssuers);
        conditions = List.copyOf(conditions);
    }

    /**
     * Finds it out; some milliseconds of work, any thread.
     *
     * @param identity the client's; empty if it has none
     * @param jdkChooses whether the JDK's key manager decides, which keeps back what the server's list does not name; else
     *     the identity is sent whatever that list says
     * @param asked whether the server asks at all
     * @param serverTrust whom the server trusts: its request lists their names
     * @param protocol the version of TLS, as JSSE names it
     */
    public static Sending of(
            Optional<Identity> identity, boolean jdkChooses, boolean asked, TrustAnchors serverTrust, String protocol) {
        if (!asked || identity.isEmpty()) {
            return SendingConditions.without(identity, asked);
        }
        Request request = Request.of(identity.get(), jdkChooses, serverTrust, protocol);
        return SendingConditions.of(identity.get(), jdkChooses, request);
    }

    /** The first condition that is not met; empty if all are. */
    public Optional<Condition> firstFailure() {
        return conditions.stream()
                .filter(condition -> condition.status() == Step.Status.FAILS)
                .findFirst();
    }

    /**
     * One thing that the sending depends on.
     *
     * @param kind what it is
     * @param status whether it is met
     * @param reason why
     * @param values what the reason speaks of, in the order that {@link Reason} says
     */
    public record Condition(Kind kind, Step.Status status, Reason reason, List<String> values) {
        public Condition {
            values = List.copyOf(values);
        }

        /** What the sending depends on. */
        public enum Kind {
            /** The server asks for a certificate. */
            ASKED,
            /** The client has one. */
            IDENTITY,
            /** Key and certificate are of one kind. */
            KEY_KIND,
            /** The server takes this kind of key. */
            KEY_TYPE,
            /** A signature scheme in common is one that the key can make. */
            SIGNATURE_SCHEME,
            /** The server's list of CAs names an issuer of the certificate. */
            ISSUER_NAMED,
            /** What the JDK does, where no other condition explains it. */
            JDK
        }

        /** Why a condition is met or not; in brackets what its values are. */
        public enum Reason {
            ASKED,
            NOT_ASKED,
            PRESENT,
            ABSENT,
            /** Both are of one kind [it]. */
            SAME_KIND,
            /** They are not [the certificate's, the key's]. */
            OTHER_KIND,
            /** The server takes it [the kind, what the server takes]. */
            TYPE_TAKEN,
            /** The server does not [the kind, what the server takes]. */
            TYPE_NOT_TAKEN,
            /** There is one [those that fit]. */
            SCHEME_FITS,
            /** There is none [what the server takes]. */
            NO_SCHEME_FITS,
            /** The list is empty: any issuer will do. */
            ANY_ISSUER,
            /** The list names an issuer [it]. */
            ISSUER_NAMED,
            /** The list names none, and so the JDK keeps the certificate back [the issuers, the list]. */
            ISSUER_NOT_NAMED,
            /** The list names none, but the client sends it all the same [the issuers, the list]. */
            LIST_IGNORED,
            /** The JDK sends it, whatever the conditions say. */
            JDK_SENDS,
            /** The JDK keeps it back, whatever the conditions say. */
            JDK_KEEPS_BACK,
            /** Something before it is not met. */
            NOT_REACHED
        }
    }
}
