package org.mtlsplayground.pki.path;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.mtlsplayground.pki.CertificateDescription;

/** Collects the steps about the certificates of a path. */
final class Checks {
    private final List<Step> steps = new ArrayList<>();
    private int index;

    /** The steps that follow are about this one. */
    void about(int position) {
        index = position;
    }

    void ok(Step.Kind kind, Step.Reason reason, String... values) {
        add(kind, Step.Status.OK, reason, values);
    }

    void fails(Step.Kind kind, Step.Reason reason, String... values) {
        add(kind, Step.Status.FAILS, reason, values);
    }

    void notReached(Step.Kind kind) {
        add(kind, Step.Status.NOT_REACHED, Step.Reason.NOT_REACHED);
    }

    void notApplicable(Step.Kind kind, Step.Reason reason, String... values) {
        add(kind, Step.Status.NOT_APPLICABLE, reason, values);
    }

    private void add(Step.Kind kind, Step.Status status, Step.Reason reason, String... values) {
        steps.add(new Step(kind, status, index, reason, List.of(values)));
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    boolean anyFails() {
        return steps.stream().anyMatch(Step::fails);
    }

    static String name(X509Certificate certificate) {
        return CertificateDescription.of(certificate).name();
    }

    static String issuerName(X509Certificate certificate) {
        return CertificateDescription.of(certificate).issuerName();
    }
}
