package org.mtlsplayground.ui.certificates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.ca.NewCertificate;
import org.mtlsplayground.pki.Identity;

/** Each certificate stands below its issuer, whatever the order and the chains. */
class ForestTest {
    private static List<ChainNode> forest(List<X509Certificate> certificates) {
        return Forest.of(new CertificateGroup("bundle.pem", certificates, "", Origin.FILE));
    }

    private static String name(ChainNode node) {
        return node.entry() instanceof ChainEntry.Present present
                ? present.description().name()
                : node.entry() instanceof ChainEntry.Missing missing ? missing.name() + " (missing)" : "";
    }

    private static String told(ChainNode node) {
        String below = node.children().stream().map(ForestTest::told).sorted().reduce("", (a, b) -> a + b);
        return name(node) + "[" + below + "]";
    }

    private static Stream<ChainEntry.Present> presents(List<ChainNode> nodes) {
        return nodes.stream()
                .flatMap(ChainNode::entries)
                .filter(ChainEntry.Present.class::isInstance)
                .map(ChainEntry.Present.class::cast);
    }

    @Test
    void inAnyOrder() {
        Identity root = NewCertificate.authority("Root").create();
        Identity middle = NewCertificate.authority("Middle").issuedBy(root).create();
        Identity one = NewCertificate.server("one.example.org").issuedBy(middle).create();
        Identity two = NewCertificate.server("two.example.org").issuedBy(middle).create();
        List<X509Certificate> all =
                new ArrayList<>(List.of(root.leaf(), middle.leaf(), one.leaf(), two.leaf(), two.leaf()));
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 10; i++) {
            Collections.shuffle(all, random);
            List<ChainNode> forest = forest(all);
            assertEquals(1, forest.size(), "seed " + seed);
            assertEquals("Root[Middle[one.example.org[]two.example.org[]]]", told(forest.get(0)), "seed " + seed);
        }
        ChainEntry.Present leaf = presents(forest(all))
                .filter(entry -> entry.certificate().equals(one.leaf()))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of(one.leaf(), middle.leaf(), root.leaf()), leaf.chain());
    }

    @Test
    void thoseOfOneAbsentIssuerStandTogether() {
        Identity root = NewCertificate.authority("Root").create();
        List<X509Certificate> leaves = Stream.of("one", "two", "three")
                .map(name -> NewCertificate.client(name).issuedBy(root).create().leaf())
                .toList();
        List<ChainNode> forest = forest(leaves);
        assertEquals(
                List.of("Root (missing)"), forest.stream().map(ForestTest::name).toList());
        assertEquals(3, forest.get(0).children().size());
    }

    @Test
    void ofNamesakesTheOneThatSigned() {
        Identity wrong = NewCertificate.authority("Root").create();
        Identity right = NewCertificate.authority("Root").create();
        X509Certificate leaf =
                NewCertificate.client("alice").issuedBy(right).create().leaf();
        List<ChainNode> forest = forest(List.of(leaf, wrong.leaf(), right.leaf()));
        ChainNode above = forest.stream()
                .filter(node -> !node.children().isEmpty())
                .findFirst()
                .orElseThrow();
        assertEquals(
                right.leaf(),
                assertInstanceOf(ChainEntry.Present.class, above.entry()).certificate());
    }

    @Test
    void circlesAndEndlessChainsAreCut() {
        Identity first = NewCertificate.authority("First").create();
        Identity second = NewCertificate.authority("Second").issuedBy(first).create();
        X509Certificate back =
                NewCertificate.like(first).issuedBy(second).create().leaf();
        List<ChainNode> circle = forest(List.of(back, second.leaf()));
        assertEquals(2, presents(circle).count());

        Identity above = first;
        List<X509Certificate> deep = new ArrayList<>(List.of(first.leaf()));
        for (int i = 0; i < 60; i++) {
            above = NewCertificate.authority("CA " + i).issuedBy(above).create();
            deep.add(above.leaf());
        }
        Collections.reverse(deep);
        List<ChainNode> forest = forest(deep);
        assertEquals(61, presents(forest).count(), "none is lost");
        assertTrue(forest.size() > 1 && forest.size() < 5, forest.size() + " beside each other");
    }
}
