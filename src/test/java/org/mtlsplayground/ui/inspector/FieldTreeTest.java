package org.mtlsplayground.ui.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.dissect.Dissected;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.dissect.Message;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.ui.common.hex.ByteRange;
import org.mtlsplayground.wire.Hex;

/** The tree of real messages: which bytes belong to which field, and what is written of it. */
class FieldTreeTest {
    private static Connected tls12;
    private static Connected tls13;

    @BeforeAll
    static void connect() throws Exception {
        tls12 = Connected.mutually(TlsVersion.TLS_1_2);
        tls13 = Connected.mutually(TlsVersion.TLS_1_3);
    }

    @Test
    void theRequestAsInTheStandard() {
        FieldNode request = FieldTree.of(tls13.first(Handshake.CertificateRequest.class));
        assertEquals("Handshake: CertificateRequest (13)", FieldText.title(request));
        assertEquals(request.range().length() + " bytes", request.words().note());
        FieldNode context = child(request, "certificate_request_context");
        assertEquals("empty", context.words().value());
        FieldNode algorithms = child(child(request, "extensions"), "signature_algorithms");
        assertEquals("signature_algorithms (13)", FieldText.title(algorithms));
        FieldNode scheme = child(algorithms, "signature_scheme");
        assertEquals("ecdsa_secp256r1_sha256", scheme.words().value());
        assertEquals("0x0403", scheme.words().number());
        assertTrue(scheme.words().isElement(), "in a list of equals the name is left out");
        FieldNode authority =
                child(child(child(request, "extensions"), "certificate_authorities"), "distinguished_name");
        assertEquals("CN=Demo Client CA, O=mTLS Playground", authority.words().value());
    }

    @Test
    void everyByteLeadsToTheDeepestFieldThatHoldsIt() {
        Stream.concat(tls12.events().stream(), tls13.events().stream()).forEach(event -> {
            FieldNode tree = FieldTree.of(event);
            assertEquals(new ByteRange(0, event.bytes().length), tree.range());
            for (int i = 0; i < event.bytes().length; i++) {
                ByteRange here = new ByteRange(i, i + 1);
                FieldNode found = tree.deepest(here);
                assertTrue(found.range().contains(i), found + " does not hold byte " + i);
                assertTrue(
                        found.children().stream().noneMatch(part -> part.range().contains(here)),
                        "a part of " + found + " holds byte " + i);
            }
            assertRangesAreNested(tree);
        });
    }

    private static void assertRangesAreNested(FieldNode node) {
        for (int i = 0; i < node.children().size(); i++) {
            FieldNode child = node.children().get(i);
            assertTrue(node.range().contains(child.range()), child + " in " + node);
            assertEquals(i, child.position());
            assertEquals(node, child.parent().orElseThrow());
            assertRangesAreNested(child);
        }
    }

    @Test
    void bytesOfTwoFieldsBelongToWhatHoldsBoth() {
        FieldNode hello = FieldTree.of(tls12.first(Handshake.ClientHello.class));
        FieldNode suites = child(hello, "cipher_suites");
        ByteRange first = suites.children().get(0).range();
        ByteRange second = suites.children().get(1).range();
        assertEquals(suites, hello.deepest(new ByteRange(first.start(), second.end())));
        assertEquals(hello, hello.deepest(new ByteRange(0, second.end())));
        assertEquals(
                suites,
                hello.deepest(
                        new ByteRange(suites.range().start(), suites.range().start() + 2)),
                "its length");
    }

    @Test
    void aValueIsCopiedInFull() {
        Event exchange = tls12.first(Handshake.CertificateVerify.class);
        FieldNode signature = child(FieldTree.of(exchange), "signature");
        assertTrue(signature.words().value().endsWith("…"), "shown in part: " + signature.words());
        byte[] content = Arrays.copyOfRange(
                exchange.bytes(),
                signature.range().start() + 2,
                signature.range().end());
        assertEquals("signature: " + Hex.of(content), FieldText.line(signature, exchange.bytes()));
        Event hello = tls12.first(Handshake.ClientHello.class);
        FieldNode suite = child(FieldTree.of(hello), "cipher_suites").children().get(0);
        assertEquals("cipher_suite: TLS_AES_256_GCM_SHA384 (0x1302)", FieldText.line(suite, hello.bytes()));
    }

    @Test
    void aStructureIsCopiedWithAllBelow() {
        Event request = tls12.first(Handshake.CertificateRequest.class);
        FieldNode types = child(FieldTree.of(request), "certificate_types");
        assertEquals("""
                certificate_types: 3 entries
                  certificate_type: ecdsa_sign (64)
                  certificate_type: rsa_sign (1)
                  certificate_type: dss_sign (2)""", FieldText.outline(types, request.bytes()));
    }

    @Test
    void aBrokenMessageHasTheFaultInItsTree() {
        byte[] hello = tls12.first(Handshake.ClientHello.class).bytes().clone();
        FieldNode sound = FieldTree.of(tls12.first(Handshake.ClientHello.class));
        int suites = child(sound, "cipher_suites").range().start();
        hello[suites] = (byte) 0xff;
        Dissected read = Events.handshake(hello).get(0);
        assertTrue(read.message() instanceof Message.Malformed, read.toString());
        FieldNode fault = FieldTree.of(Events.of(0, read)).fault().orElseThrow();
        assertEquals(FieldNode.Kind.FAULT, fault.kind());
        assertEquals("cipher_suites", fault.words().name());
        assertEquals(new ByteRange(suites, hello.length), fault.range());
    }

    @Test
    void aFaultWithoutFieldsHasANodeAllTheSame() {
        byte[] tooLong = {1, (byte) 0xff, 0, 0, 9, 9};
        Event event = Events.of(0, Events.handshake(tooLong).get(0));
        assertEquals(List.of(), event.fields());
        FieldNode fault = FieldTree.of(event).fault().orElseThrow();
        assertEquals(new ByteRange(1, 6), fault.range());
        assertEquals("a length of 16711680 bytes", fault.words().value());
    }

    @Test
    void everyPrefixHasASoundTree() {
        byte[] hello = tls12.first(Handshake.ClientHello.class).bytes();
        for (int length = 5; length < hello.length; length++) {
            byte[] cut = Arrays.copyOf(hello, length);
            int body = length - 4;
            cut[1] = 0;
            cut[2] = (byte) (body >> 8);
            cut[3] = (byte) body;
            for (Dissected read : Events.handshake(cut)) {
                assertRangesAreNested(FieldTree.of(Events.of(0, read)));
            }
        }
    }

    static FieldNode child(FieldNode node, String name) {
        return node.children().stream()
                .filter(child -> child.words().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not among " + node.children()));
    }
}
