package org.mtlsplayground.pki;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.ca.NewCertificate;

class ChainOrderTest {
    private final Identity root = NewCertificate.authority("root").create();
    private final Identity middle =
            NewCertificate.authority("middle").issuedBy(root).create();
    private final Identity leaf = NewCertificate.client("leaf").issuedBy(middle).create();

    @Test
    void anyOrderBecomesTheOneOrder() {
        List<X509Certificate> expected = List.of(leaf.leaf(), middle.leaf(), root.leaf());
        List<X509Certificate> shuffled = new ArrayList<>(expected);
        Random random = new Random(1);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(shuffled, random);
            assertEquals(expected, ChainOrder.sort(shuffled));
        }
    }

    @Test
    void ofTwoIssuersOfOneNameTheOneThatSigned() {
        Identity namesake = NewCertificate.authority("middle").issuedBy(root).create();
        assertEquals(
                List.of(leaf.leaf(), middle.leaf(), root.leaf(), namesake.leaf()),
                ChainOrder.sort(List.of(namesake.leaf(), root.leaf(), middle.leaf(), leaf.leaf())));
    }

    @Test
    void whatDoesNotBelongComesLastInTheOrderOfTheFile() {
        X509Certificate other = NewCertificate.authority("other").create().leaf();
        X509Certificate another = NewCertificate.authority("another").create().leaf();
        assertEquals(
                List.of(leaf.leaf(), middle.leaf(), other, another),
                ChainOrder.sort(List.of(middle.leaf(), leaf.leaf(), other, another)));
    }

    @Test
    void twoThatIssuedEachOtherEndTheChain() {
        // Cross-certificates: "a" issued by "b", and "b" issued by "a".
        Identity a = NewCertificate.authority("a").create();
        Identity b = NewCertificate.authority("b").issuedBy(a).create();
        Identity crossed = NewCertificate.authority("a").issuedBy(b).create();
        assertEquals(List.of(crossed.leaf(), b.leaf()), ChainOrder.sort(List.of(crossed.leaf(), b.leaf())));
    }
}
