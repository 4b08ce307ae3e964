package org.mtlsplayground.ca;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What can be wrong with a certificate, its chain or its key: one thing each. {@link ChainPlan#issue(Fault)} makes it.
 *
 * <p>The rows are those of the project’s catalogue of failures. Where one fault shows differently on each side there are
 * several.
 */
public enum Fault {
    EXPIRED(Who.ALL, 12, 33),
    NOT_YET_VALID(Who.ALL, 13, 34),
    /** The CA that issued the leaf has expired. */
    INTERMEDIATE_EXPIRED(Who.LEAF, 14),
    /** The chain file lacks the CA between leaf and root. */
    INTERMEDIATE_LEFT_OUT(Who.LEAF, 4, 15, 32),
    /** Issued by a root that the other side does not trust. */
    UNKNOWN_CA(Who.ALL, 3, 9, 32),
    SELF_SIGNED(Who.LEAF, 3, 10, 32),
    /** Issued by a root that has the trusted one’s name and key identifier, and another key. */
    FALSE_CA(Who.ALL, 11),
    /** A client’s certificate for servers, or a server’s for clients. */
    WRONG_PURPOSE(Who.LEAF, 16, 40),
    /** Key usage without digitalSignature. */
    NO_DIGITAL_SIGNATURE(Who.LEAF, 17),
    /** The issuer says CA:FALSE; of a CA, this one says so itself. */
    ISSUER_NO_CA(Who.ALL, 18),
    /** One CA more than the path length of the one above permits. */
    PATH_LENGTH_EXCEEDED(Who.ALL, 19),
    /** The issuer’s key usage lacks keyCertSign; of a CA, its own. */
    CA_WITHOUT_CERT_SIGN(Who.ALL, 20),
    /** The issuer may only issue for names that the leaf has not. */
    NAME_CONSTRAINT_BROKEN(Who.LEAF, 21),
    UNKNOWN_CRITICAL_EXTENSION(Who.ALL, 22),
    RSA_512(Who.ALL, 23),
    /** JDKs 17 to 25 take it as they come; openssl does not from security level 2 on, which is usual. */
    RSA_1024(Who.ALL, 23),
    MD5_SIGNATURE(Who.ALL, 23),
    /** JDKs 17 to 25 take it from a CA that is not one of their own; openssl does not, from security level 1 on. */
    SHA1_SIGNATURE(Who.ALL, 23),
    /** One bit of the signature is flipped. */
    SIGNATURE_ALTERED(Who.ALL, 24),
    /** A sequence in DER of the right length, with nonsense in it: no library can parse it. */
    DER_GARBAGE(Who.LEAF, 25),
    /** The private key belongs to another certificate. */
    FOREIGN_KEY(Who.LEAF, 27, 41),
    /** The private key is not even of the certificate’s kind: RSA for an EC certificate, and the other way round. */
    KEY_OF_ANOTHER_KIND(Who.LEAF, 5, 45),
    /** More certificates than JDKs take: eleven CAs between leaf and root. */
    CHAIN_TOO_LONG(Who.LEAF, 28),
    /** What the other side trusts is no CA. */
    ANCHOR_NO_CA(Who.LEAF, 29),
    /** For another host than the one that is called. */
    WRONG_HOST(Who.SERVER, 35),
    /** No address among the names: refused by those who connect to one. */
    NO_IP_NAME(Who.SERVER, 36),
    /** The host’s name is in the CN alone: JDKs, openssl, Python and Node take it, browsers and Go don’t. */
    NAME_ONLY_IN_CN(Who.SERVER, 39),
    /** The expired leaf itself is what the other side trusts: a fault that is no hindrance to a JDK. */
    EXPIRED_BUT_TRUSTED(Who.LEAF, 33, 56);

    /** For which roles a fault makes sense. */
    private enum Who {
        ALL(EnumSet.allOf(Role.class)),
        LEAF(EnumSet.of(Role.CLIENT, Role.SERVER)),
        SERVER(EnumSet.of(Role.SERVER));

        @SuppressWarnings("ImmutableEnumChecker") // a copy that nothing changes
        private final Set<Role> roles;

        Who(Set<Role> roles) {
            this.roles = Set.copyOf(roles);
        }
    }

    private final Who who;

    @SuppressWarnings("ImmutableEnumChecker") // a list that nothing changes
    private final List<Integer> rows;

    Fault(Who who, Integer... rows) {
        this.who = who;
        this.rows = List.of(rows);
    }

    /** The roles whose certificates can have it. */
    public Set<Role> roles() {
        return who.roles;
    }

    /** The rows of the catalogue of failures that it can lead to. */
    public List<Integer> rows() {
        return rows;
    }

    /** Whether it shows only if the other side connects by address and not by name. */
    public boolean needsAddress() {
        return this == NO_IP_NAME;
    }
}
