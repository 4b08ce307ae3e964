package org.mtlsplayground.ca;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.mtlsplayground.pki.Identity;

/**
 * What is to be issued together: a certificate, and the CAs above it as far as they are not there already. Immutable, as
 * long as nobody changes the certificates in it.
 */
public final class ChainPlan {
    private final Role role;
    /** A root to be made, or the CA that is there; the other one is null. */
    private final NewCertificate newRoot;

    private final Identity top;
    private final List<X509Certificate> trusted;
    private final List<NewCertificate> between;
    private final NewCertificate last;

    private ChainPlan(
            Role role,
            NewCertificate newRoot,
            Identity top,
            List<X509Certificate> trusted,
            List<NewCertificate> between,
            NewCertificate last) {
        this.role = role;
        this.newRoot = newRoot;
        this.top = top;
        this.trusted = List.copyOf(trusted);
        this.between = List.copyOf(between);
        this.last = last;
    }

    /**
     * All of it new. Issuers that were named in the certificates do not count.
     *
     * @param intermediates the CAs between root and leaf, the uppermost first; may be empty
     * @param last the leaf, or for {@link Role#CA} the lowest CA
     */
    public static ChainPlan of(
            Role role, NewCertificate root, List<NewCertificate> intermediates, NewCertificate last) {
        return new ChainPlan(role, root, null, List.of(), intermediates, last);
    }

    /**
     * By a CA that is there already.
     *
     * @param issuer the CA with its key and its chain
     * @param root whom the other side trusts: the issuer itself, or the root above it
     */
    public static ChainPlan under(Role role, Identity issuer, X509Certificate root, NewCertificate last) {
        return new ChainPlan(role, null, issuer, List.of(root), List.of(), last);
    }

    /** What can't be issued as it was asked for; empty if all can. */
    public List<WrongInput> problems() {
        List<WrongInput> problems = new ArrayList<>();
        Predicate<SignatureAlgorithm> above = algorithm -> algorithm.fits(top.key());
        if (newRoot != null) {
            problems.addAll(InputRules.inChain(newRoot, newRoot.key::makes));
            above = newRoot.key::makes;
        }
        for (NewCertificate ca : between) {
            problems.addAll(InputRules.inChain(ca, above));
            above = ca.key::makes;
        }
        problems.addAll(InputRules.inChain(last, above));
        return problems;
    }

    /**
     * The faults that can be made here. Some need a new CA between leaf and root, which a CA that is there already may
     * not be entitled to issue.
     */
    public Set<Fault> possibleFaults() {
        EnumSet<Fault> possible = EnumSet.noneOf(Fault.class);
        Arrays.stream(Fault.values())
                .filter(fault -> fault.roles().contains(role) && Breaking.isPossible(fault, draft()))
                .forEach(possible::add);
        return possible;
    }

    /**
     * Issues all of it.
     *
     * @throws WrongInputException if there are {@link #problems}
     */
    public Material issue() {
        check();
        return draft().issue();
    }

    /**
     * Issues all of it with exactly this thing wrong.
     *
     * @throws WrongInputException if there are {@link #problems}
     * @throws IllegalArgumentException if the fault is not among the {@link #possibleFaults}
     */
    public Material issue(Fault fault) {
        check();
        if (!possibleFaults().contains(fault)) {
            throw new IllegalArgumentException(fault + " can't be made of this");
        }
        return Breaking.issue(fault, draft());
    }

    private void check() {
        List<WrongInput> problems = problems();
        if (!problems.isEmpty()) {
            throw new WrongInputException(problems);
        }
    }

    private ChainDraft draft() {
        List<NewCertificate> copies = new ArrayList<>();
        between.forEach(ca -> copies.add(ca.copy()));
        return new ChainDraft(
                role,
                Optional.ofNullable(newRoot).map(NewCertificate::copy),
                Optional.ofNullable(top),
                trusted,
                copies,
                last.copy());
    }
}
