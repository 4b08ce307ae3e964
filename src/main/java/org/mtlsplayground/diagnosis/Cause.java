package org.mtlsplayground.diagnosis;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Why a connection ended as it did: a closed list, one for each kind of row in the project’s catalogue of failures. Of
 * several reasons a verdict has the one that decided.
 */
public enum Cause {
    /** Both proved who they are, and nothing is to be said against it. */
    SOUND,
    /** The server did not ask, so the client stays unknown. */
    SERVER_ONLY(8),
    /** The server only asked, and the client showed nothing. */
    CLIENT_UNVERIFIED(2),
    /** The client does not compare the server’s name with its certificate, and that would not fit. */
    HOST_NAME_UNCHECKED(37),
    /** The certificate itself is trusted: neither its dates nor its usages are looked at. */
    ANCHOR_UNCHECKED(56),
    /** A session is resumed although the certificate shown in it would be refused by now. */
    RESUMED_UNCHECKED(57),
    /** One of the two is somebody in the middle, and the other can’t tell. */
    IN_THE_MIDDLE,
    /** The certificate says where to ask whether it is revoked, and nobody asks. */
    REVOCATION_UNCHECKED(26),
    /** Nobody could say whether the certificate is revoked, and it was accepted all the same. */
    STATUS_PASSED_OVER(30),
    /** A key or a signature that is too weak by today’s standards was accepted. */
    WEAK_ACCEPTED(23),
    /** The certificate is not for the name that the client asked for, but for the host that it connected to. */
    OTHER_NAME_ACCEPTED(38),
    /** The server keeps to certain names, and lets in a client that asks for none. */
    SERVER_NAME_ABSENT(48),
    /** The connection was not ended by close_notify: it may have been cut. */
    TRUNCATED,
    /** The client has no certificate to show. */
    NO_CLIENT_CERTIFICATE(1),
    /** The client has a certificate, and no CA of the server’s list has issued it: so it is not sent. */
    ISSUER_NOT_LISTED(3),
    /** The client’s file lacks the intermediate that leads to a CA of the server’s list: so it is not sent. */
    INTERMEDIATE_NOT_LISTED(4),
    /** The key is not even of the certificate’s kind: so neither is used. */
    KEY_OF_ANOTHER_KIND(5),
    /** There is no signature scheme that both sides and the key can use. */
    NO_COMMON_SIGNATURE_SCHEME(6),
    /** Nobody whom the refusing side trusts has issued the certificate. */
    UNKNOWN_CA(9, 32),
    /** The certificate has signed itself, and is not trusted itself. */
    SELF_SIGNED(10, 32),
    /** Issued by a CA of the trusted one’s name that has another key. */
    FALSE_CA(11),
    /** The leaf has expired. */
    EXPIRED(12, 33),
    /** The leaf is not valid yet. */
    NOT_YET_VALID(13, 34),
    /** A CA of the chain is outside of its dates. */
    CA_EXPIRED(14),
    /** A CA between leaf and trusted root was not sent. */
    INTERMEDIATE_MISSING(15, 32),
    /** The extended key usage does not permit this role. */
    WRONG_PURPOSE(16, 40),
    /** The key usage lacks digitalSignature. */
    NO_DIGITAL_SIGNATURE(17),
    /** The issuer says that it is no CA. */
    ISSUER_NO_CA(18),
    /** There are more CAs below one than its path length permits. */
    PATH_LENGTH_EXCEEDED(19),
    /** The issuer’s key usage lacks keyCertSign. */
    CA_WITHOUT_CERT_SIGN(20),
    /** A CA of the chain may not issue for these names. */
    NAME_CONSTRAINT_BROKEN(21),
    /** A critical extension that the refusing side does not know. */
    UNKNOWN_CRITICAL_EXTENSION(22),
    /** A key too short, or a signature of an algorithm that is disabled. */
    WEAK_ALGORITHM(23),
    /** The signature on a certificate is not that of its issuer’s key. */
    SIGNATURE_WRONG(24),
    /** What was sent as a certificate can’t be parsed. */
    CERTIFICATE_UNREADABLE(25),
    /** The CA has revoked the certificate. */
    REVOKED(26, 42),
    /** The proof was signed with another key than the certificate’s. */
    FOREIGN_KEY(27, 41),
    /** The chain has more certificates than the refusing side takes. */
    CHAIN_TOO_LONG(28),
    /** What is trusted is no CA. */
    ANCHOR_NO_CA(29),
    /** It can’t be found out whether the certificate is revoked. */
    STATUS_UNKNOWN(30),
    /** The certificate is sound, and its subject is not among those that may come in. */
    SUBJECT_NOT_ALLOWED(31),
    /** The certificate is for other host names. */
    WRONG_HOST(35),
    /** Called by address, and the certificate has no such address. */
    NO_IP_NAME(36),
    /** The host’s name is in the CN alone, which is not looked at. */
    NAME_ONLY_IN_CN(39),
    /** No version of TLS in common. */
    NO_COMMON_VERSION(43),
    /** No cipher suite in common. */
    NO_COMMON_CIPHER_SUITE(44),
    /** The server has no certificate and key that it can use for this client. */
    SERVER_WITHOUT_KEY(45),
    /** No group for the key exchange in common. */
    NO_COMMON_GROUP(46),
    /** The server is not called by the name that the client asked for. */
    SERVER_NAME_REFUSED(47),
    /** No application protocol in common (ALPN). */
    NO_COMMON_PROTOCOL(49),
    /** What came was no TLS. */
    NOT_TLS(50),
    /** An encrypted record is not as it was sent. */
    RECORD_ALTERED(51),
    /** The two sides did not see the same handshake. */
    HELLO_ALTERED(52),
    /** A message of the handshake, in clear and no Hello, did not arrive as it was sent. */
    MESSAGE_ALTERED,
    /** Something that was sent did not arrive, or twice, or not in its turn. */
    OUT_OF_ORDER,
    /** Something arrived that the other side never sent. */
    INJECTED,
    /** The server could do better than the version it was asked for: somebody has meddled. */
    DOWNGRADE(53),
    /** The connection ended in the middle. */
    PEER_VANISHED(54),
    /** No answer in time. */
    PEER_STALLED(55),
    /** A file’s password is wrong. */
    WRONG_PASSWORD(58),
    /** A file can’t be used as what it was picked for. */
    FILE_UNUSABLE,
    /** A key store in which Java itself would see no trusted certificate; here they are used. */
    JAVA_SEES_NO_ANCHORS(60),
    /** The refusing side trusts nobody at all. */
    TRUSTS_NOBODY,
    /** Nothing listens at the address. */
    NOBODY_LISTENS,
    /** There is no host of that name. */
    UNKNOWN_HOST,
    /** The settings can’t be used. */
    SETTINGS_UNUSABLE,
    /** The user ended it. */
    CANCELLED,
    /** It is not over yet. */
    NOT_OVER,
    /** What is known does not tell. */
    UNKNOWN;

    @SuppressWarnings("ImmutableEnumChecker") // a list that nothing changes
    private final List<Integer> rows;

    Cause(Integer... rows) {
        this.rows = Arrays.stream(rows).toList();
    }

    /** The stable name that files and command lines use: {@code unknown-ca}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The rows of the catalogue of failures in which it decides; empty for what is no failure of the catalogue. */
    public List<Integer> rows() {
        return rows;
    }
}
