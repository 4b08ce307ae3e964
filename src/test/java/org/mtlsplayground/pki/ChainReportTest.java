package org.mtlsplayground.pki;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.ca.NewCertificate;

class ChainReportTest {
    private final Identity root = NewCertificate.authority("root").create();
    private final Identity middle =
            NewCertificate.authority("middle").issuedBy(root).create();
    private final Identity leaf = NewCertificate.client("leaf").issuedBy(middle).create();

    @Test
    void aWholeChainInAnyOrder() {
        ChainReport report = ChainReport.of(certificates(root, leaf, middle));
        assertEquals(certificates(leaf, middle, root), report.chain());
        assertEquals(List.of(), report.superfluous());
        assertTrue(report.rootIncluded());
        assertFalse(report.lacksIntermediate());
        assertFalse(report.leafIsAuthority());
    }

    @Test
    void theRootNeedNotBeThere() {
        ChainReport report = ChainReport.of(certificates(middle, leaf));
        assertEquals(Optional.of(root.leaf().getSubjectX500Principal()), report.missingIssuer());
        assertFalse(report.lacksIntermediate());
        assertFalse(report.rootIncluded());
    }

    @Test
    void aMissingIntermediateIsNamed() {
        ChainReport report = ChainReport.of(certificates(root, leaf));
        assertEquals(certificates(leaf), report.chain());
        assertEquals(certificates(root), report.superfluous());
        assertEquals(Optional.of(middle.leaf().getSubjectX500Principal()), report.missingIssuer());
        assertTrue(report.lacksIntermediate());
    }

    @Test
    void whatDoesNotBelong() {
        Identity other = NewCertificate.client("other").issuedBy(root).create();
        Identity stranger = NewCertificate.authority("stranger").create();
        ChainReport report = ChainReport.of(certificates(leaf, stranger, middle, other, root));
        assertEquals(certificates(leaf, middle, root), report.chain());
        assertEquals(certificates(stranger, other), report.superfluous());
        assertEquals(certificates(leaf, middle, root, stranger, other), report.certificates());
        assertTrue(ChainReport.of(certificates(root)).leafIsAuthority());
    }

    private static List<X509Certificate> certificates(Identity... identities) {
        return List.of(identities).stream().map(Identity::leaf).toList();
    }
}
