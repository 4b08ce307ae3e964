package org.mtlsplayground.ca.revocation;

import java.math.BigInteger;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mtlsplayground.ca.NewCertificate;
import org.mtlsplayground.pki.Identity;

/**
 * A CA with its books: what it issued, what of it is revoked, which number its next CRL has. In memory;
 * {@link AuthorityFolder} saves and loads it. Thread-safe.
 */
public final class Authority {
    /** How long a CRL holds unless said otherwise. */
    public static final Duration USUAL_PERIOD = Duration.ofDays(7);

    private final Identity identity;
    private final Map<BigInteger, Issued> issued = new LinkedHashMap<>();
    private BigInteger nextCrlNumber;
    private X509CRL latest;

    /** A CA that has issued nothing yet. */
    public Authority(Identity identity) {
        this(identity, List.of(), BigInteger.ONE);
    }

    Authority(Identity identity, Collection<Issued> issued, BigInteger nextCrlNumber) {
        this.identity = identity;
        this.nextCrlNumber = nextCrlNumber;
        issued.forEach(one -> this.issued.put(one.serial(), one));
    }

    /** Its own certificate, chain and key. */
    public Identity identity() {
        return identity;
    }

    /** Issues a certificate and enters it in the books. Whatever issuer was named before, it is this CA now. */
    public Identity issue(NewCertificate wanted) {
        Identity made = wanted.issuedBy(identity).create();
        enter(made.leaf());
        return made;
    }

    /**
     * Enters a certificate that this CA issued elsewhere. Does nothing if its serial number is in the books.
     *
     * @throws IllegalArgumentException if it names another issuer
     */
    public synchronized void enter(X509Certificate certificate) {
        if (!certificate.getIssuerX500Principal().equals(identity.leaf().getSubjectX500Principal())) {
            throw new IllegalArgumentException("not a certificate of this CA");
        }
        issued.putIfAbsent(certificate.getSerialNumber(), Issued.of(certificate));
    }

    /** All that is in the books, the oldest first. */
    public synchronized List<Issued> issued() {
        return List.copyOf(issued.values());
    }

    /** What the books say of a serial number; empty if it is not in them. */
    public synchronized Optional<Issued> find(BigInteger serial) {
        return Optional.ofNullable(issued.get(serial));
    }

    /**
     * Revokes a certificate. One that is on hold may be revoked for good.
     *
     * @throws IllegalArgumentException if the serial number is not in the books
     * @throws IllegalStateException if it is revoked for good
     */
    public synchronized void revoke(BigInteger serial, Revocation revocation) {
        Issued one = known(serial);
        if (one.revocation().filter(before -> !before.isHold()).isPresent()) {
            throw new IllegalStateException("revoked already");
        }
        change(one.with(Optional.of(revocation)));
    }

    /**
     * Takes a hold back (RFC 5280 §5.3.1).
     *
     * @throws IllegalArgumentException if the serial number is not in the books
     * @throws IllegalStateException if it is not on hold
     */
    public synchronized void release(BigInteger serial) {
        Issued one = known(serial);
        if (one.revocation().filter(Revocation::isHold).isEmpty()) {
            throw new IllegalStateException("not on hold");
        }
        change(one.with(Optional.empty()));
    }

    private Issued known(BigInteger serial) {
        Issued one = issued.get(serial);
        if (one == null) {
            throw new IllegalArgumentException("not in the books");
        }
        return one;
    }

    private void change(Issued one) {
        issued.put(one.serial(), one);
        latest = null;
    }

    /** Makes a new CRL of all that is revoked, empty if nothing is, and counts its number on. Whole seconds. */
    public synchronized X509CRL newCrl(Instant thisUpdate, Instant nextUpdate) {
        latest = CrlWriting.write(identity, issued.values(), nextCrlNumber, thisUpdate, nextUpdate);
        nextCrlNumber = nextCrlNumber.add(BigInteger.ONE);
        return latest;
    }

    /** The latest CRL, if it still says what the books say and is not over; else a new one for {@link #USUAL_PERIOD}. */
    public synchronized X509CRL currentCrl(Instant now) {
        if (latest == null || !now.isBefore(latest.getNextUpdate().toInstant())) {
            return newCrl(now, now.plus(USUAL_PERIOD));
        }
        return latest;
    }

    /** The number of the next CRL (RFC 5280 §5.2.3). */
    public synchronized BigInteger nextCrlNumber() {
        return nextCrlNumber;
    }
}
