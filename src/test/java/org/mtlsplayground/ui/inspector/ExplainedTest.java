package org.mtlsplayground.ui.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.text.Explanations;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.transcript.Unopened;
import org.mtlsplayground.ui.common.Emphasis;
import org.mtlsplayground.ui.common.Hint;
import org.mtlsplayground.ui.common.hex.ByteRange;

class ExplainedTest {
    private static Event request;

    @BeforeAll
    static void connect() throws Exception {
        request = Connected.mutually(TlsVersion.TLS_1_2).first(Handshake.CertificateRequest.class);
    }

    @Test
    void theMessage() {
        Explained explained = Explained.of(FieldTree.of(request), request, Optional.empty());
        assertEquals("What this message does", explained.title());
        assertTrue(explained.text().contains("*mutual*"), explained.text());
        assertTrue(explained.see().startsWith("RFC 8446 §4.3.2"), explained.see());
        assertEquals(Hint.NONE, explained.trouble());
    }

    @Test
    void aFieldByItsName() {
        FieldNode tree = FieldTree.of(request);
        FieldNode types = FieldTreeTest.child(tree, "certificate_types");
        Explained explained = Explained.of(types, request, Optional.empty());
        assertEquals("certificate_types", explained.title());
        assertEquals(Explanations.of("field.certificate_types").orElseThrow().text(), explained.text());
        assertEquals("4 bytes from offset 0x4", explained.place());
    }

    @Test
    void whatHasNoneIsExplainedByWhatItIsAPartOf() {
        FieldNode root = new FieldNode(
                FieldNode.Kind.MESSAGE,
                new FieldNode.Words("m", "", "", "", false),
                "",
                new ByteRange(0, 9),
                null,
                0,
                message -> List.of(new FieldNode(
                        FieldNode.Kind.STRUCTURE,
                        new FieldNode.Words("key_share", "", "51", "", false),
                        "extension.key_share",
                        new ByteRange(2, 9),
                        message,
                        0,
                        extension -> List.of(new FieldNode(
                                FieldNode.Kind.LEAF,
                                new FieldNode.Words("nobody explains this", "x", "", "", false),
                                "",
                                new ByteRange(2, 3),
                                extension,
                                0,
                                leaf -> List.of())))));
        FieldNode leaf = root.children().get(0).children().get(0);
        Explained explained = Explained.of(leaf, request, Optional.empty());
        assertEquals("key_share (51)", explained.title());
        assertEquals(Explanations.of("extension.key_share").orElseThrow().text(), explained.text());
        assertEquals("1 byte at offset 0x2", explained.place());
    }

    @Test
    void whyItIsNotOpened() {
        for (Unopened reason : Unopened.values()) {
            String trouble = Explained.of(FieldTree.of(request), request, Optional.of(reason))
                    .trouble()
                    .text();
            assertTrue(trouble.startsWith("Shown as it crossed the wire, not opened: "), trouble);
        }
    }

    @Test
    void whatIsWrongAndWhere() {
        Event broken = Events.of(
                0, Events.handshake(new byte[] {1, (byte) 0xff, 0, 0, 9}).get(0));
        Explained explained = Explained.of(FieldTree.of(broken).fault().orElseThrow(), broken, Optional.empty());
        assertEquals(
                "Malformed: a length of 16711680 bytes. Reading stopped in handshake.length, at offset 1;"
                        + " what follows is not decoded.",
                explained.trouble().text());
        assertEquals(Explanations.of("message.malformed").orElseThrow().text(), explained.text());
    }

    @Test
    void wordsBetweenAsterisksAreEmphasised() {
        assertEquals(
                List.of(
                        new Emphasis.Run("no ", false),
                        new Emphasis.Run("mutual", true),
                        new Emphasis.Run(" TLS for *.example.org or 2*3*4", false)),
                Emphasis.runs("no *mutual* TLS for *.example.org or 2*3*4"));
        assertEquals(List.of(), Emphasis.runs(""));
    }
}
