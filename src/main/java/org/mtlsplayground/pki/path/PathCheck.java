package org.mtlsplayground.pki.path;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * Whether a chain is accepted, and why. Immutable.
 *
 * <p>Accepted or not is what the running JDK says, asked in the midst of a handshake. The steps are checks of our own that
 * explain it; where they don't, a last step of the kind {@link Step.Kind#JDK} says so.
 *
 * @param question what was asked
 * @param accepted whether the JDK accepts the chain
 * @param jdkReason the JDK's words against it; empty if it accepts
 * @param path the certificates that the steps speak of: the leaf, its issuers as far as they are there, the trust anchor
 *     last if there is one
 * @param anchored whether the last one of the path is trusted
 * @param steps in the order of the path
 */
public record PathCheck(
        PathQuestion question,
        boolean accepted,
        Optional<String> jdkReason,
        List<X509Certificate> path,
        boolean anchored,
        List<Step> steps) {
    public PathCheck {
        path = List.copyOf(path);
        steps = List.copyOf(steps);
    }

    /** Answers a question. Takes some milliseconds of work and no waiting; any thread. */
    public static PathCheck of(PathQuestion question) {
        return PathSteps.check(question, JdkJudgement.of(question));
    }

    /** Whether the server's certificate is for a name that is asked for, and nothing else; costs next to nothing. */
    public static Step hostName(PathQuestion question) {
        Checks checks = new Checks();
        checks.about(0);
        NameCheck.check(question, checks);
        return checks.steps().get(0);
    }

    /**
     * Checks what does not depend on who judges; some milliseconds of work, any thread.
     *
     * @param chain the leaf first; never empty
     */
    public static Unjudged unjudged(List<X509Certificate> chain, Role role) {
        return PathSteps.unjudged(chain, role);
    }

    /**
     * Checks what a CA needs to be one, whoever trusts it: its own signature or that of its issuer, dates, algorithms, what
     * it may sign; the same of its issuers. Some milliseconds of work, any thread.
     *
     * @param chain the CA first, then its issuers as far as they are there; never empty
     */
    public static Unjudged authority(List<X509Certificate> chain) {
        return PathSteps.authority(chain);
    }

    /**
     * What can be said of a chain while nobody knows who will judge it.
     *
     * @param path the leaf and its issuers, as far as they are in the chain
     * @param steps in the order of the path; what depends on whom the other side trusts is {@link Step.Status#NOT_REACHED}
     */
    public record Unjudged(List<X509Certificate> path, List<Step> steps) {
        public Unjudged {
            path = List.copyOf(path);
            steps = List.copyOf(steps);
        }
    }

    /** The first step that goes wrong; empty if none does. */
    public Optional<Step> firstFailure() {
        return steps.stream().filter(Step::fails).findFirst();
    }
}
