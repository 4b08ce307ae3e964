package org.mtlsplayground.diagnosis;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import org.mtlsplayground.peer.ClientAuthentication;
import org.mtlsplayground.peer.RevocationChecking;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.peer.TlsVersion;

/** A change of the settings that mends a connection, or makes it safer. Immutable data: whoever shows the settings does it. */
public sealed interface Action {
    /** Whose settings change, or who does something. */
    Side side();

    /** What only a client can do, or has. */
    sealed interface OfClient extends Action {
        @Override
        default Side side() {
            return Side.CLIENT;
        }
    }

    /** What only a server can do, or has. */
    sealed interface OfServer extends Action {
        @Override
        default Side side() {
            return Side.SERVER;
        }
    }

    /**
     * The side trusts this certificate, too.
     *
     * @param certificate a root, or the certificate itself where it has signed itself
     */
    record TrustIssuer(Side side, X509Certificate certificate) implements Action {}

    /**
     * The side shows this chain, with the CAs that it left out; its key stays.
     *
     * @param chain leaf first
     */
    record SendChain(Side side, List<X509Certificate> chain) implements Action {
        public SendChain {
            chain = List.copyOf(chain);
        }
    }

    /** The side gets another certificate and key: the sample that is made for it, or one of the user's. */
    record LoadIdentity(Side side) implements Action {}

    /**
     * The client shows another entry of the file that it shows one of already.
     *
     * @param leaf its certificate
     */
    record ChooseEntry(X509Certificate leaf) implements OfClient {}

    /** The side gets another list of trusted CAs: the sample that is made for it, or one of the user's. */
    record LoadTrust(Side side) implements Action {}

    /**
     * The side's certificate is issued again with the thing mended that is wrong with it.
     *
     * @param cause what is wrong
     */
    record Reissue(Side side, Cause cause) implements Action {}

    /**
     * The client connects to this name.
     *
     * @param host what to connect to; may stay as it is
     * @param serverName what to ask for by SNI; empty for nothing
     */
    record ConnectByName(String host, String serverName) implements OfClient {}

    /** The server asks for the client's certificate so. */
    record SetClientAuthentication(ClientAuthentication wish) implements OfServer {}

    /**
     * The client compares the server's name with its certificate, and connects to this one.
     *
     * @param name as without the check
     */
    record CheckHostName(ConnectByName name) implements OfClient {}

    /** The side takes this version, too. */
    record AllowVersion(Side side, TlsVersion version) implements Action {}

    /** The side leaves a choice to the JDK that it had made itself. */
    record LeaveToJdk(Side side, Choice choice) implements Action {}

    /** The client sends its certificate whatever the server's list of CAs says. */
    record SendWhateverIsListed() implements OfClient {}

    /** The server lets in a client of this name, too. */
    record AllowSubject(String name) implements OfServer {}

    /** The server can be asked for by this name, too. */
    record AllowServerName(String name) implements OfServer {}

    /** The side does or doesn't let a certificate pass whose status can't be found out. */
    record SetSoftFail(Side side, boolean on) implements Action {}

    /** The side looks there whether the other's certificate is revoked. */
    record LookForRevocation(Side side, RevocationChecking.Source source) implements Action {}

    /** The client makes a full handshake and resumes nothing. */
    record HandshakeInFull() implements OfClient {}

    /** A server listens where the client connects to, and the client tries again. */
    record StartServer() implements OfClient {}

    /** The side waits so long for the other. */
    record SetTimeout(Side side, Duration time) implements Action {}

    /** The same again. */
    record TryAgain() implements OfClient {}

    /** What may be left to the JDK. */
    enum Choice {
        CIPHER_SUITES,
        NAMED_GROUPS,
        SIGNATURE_SCHEMES,
        APPLICATION_PROTOCOLS
    }
}
