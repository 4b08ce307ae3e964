package org.mtlsplayground.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Names from certificates of strangers stand in our sentences. */
class PhraseTest {
    private static String serverIs(String name) {
        return Phrase.of("verdict.server.is", name, "CA").plain();
    }

    @Test
    void argumentsStandOut() {
        assertEquals(
                List.of(
                        new Phrase.Piece("The server is ", false),
                        new Phrase.Piece("a", true),
                        new Phrase.Piece(", vouched for by ", false),
                        new Phrase.Piece("b", true),
                        new Phrase.Piece(".", false)),
                Phrase.of("verdict.server.is", "a", "b").pieces());
    }

    @Test
    void patternsInArgumentsMeanNothing() {
        assertEquals("The server is {1} '{0}' {x, vouched for by CA.", serverIs("{1} '{0}' {x"));
    }

    @Test
    void nothingBreaksTheLineOrPassesForOurMarks() {
        assertEquals("The server is a b c d, vouched for by CA.", serverIs("a\nb\tc\u2028d"));
        assertEquals("The server is ab[31m, vouched for by CA.", serverIs("a\u0000b\u001b[31m\u007f\u0085"));
        assertEquals("The server is abc, vouched for by CA.", serverIs("a\uE001b\uE000c\uF8FF"));
        assertEquals(
                5,
                Phrase.of("verdict.server.is", "a\uE001b\uE000", "CA").pieces().size());
    }

    @Test
    void nothingTurnsTheDirectionOfTheLine() {
        assertEquals("The server is moc, vouched for by CA.", serverIs("\u202emoc\u202c\u2066\u200f"));
    }

    @Test
    void halvesOfCharactersAreDropped() {
        assertEquals("The server is ab\uD83D\uDE00, vouched for by CA.", serverIs("a\uD800b\uD83D\uDE00\uDC00"));
    }

    @Test
    void whatIsVeryLongIsCut() {
        assertEquals("The server is " + "x".repeat(500) + ", vouched for by CA.", serverIs("x".repeat(500)));
        assertEquals("The server is " + "x".repeat(500) + "…, vouched for by CA.", serverIs("x".repeat(100_000)));
    }

    @Test
    void sentencesAreJoinedByASpace() {
        Phrase one = Phrase.of("verdict.client.nobody");
        assertEquals(one.plain() + " " + one.plain(), one.and(one).plain());
        assertEquals(one, one.and(Phrase.empty()));
        assertEquals(one, Phrase.empty().and(one));
        assertEquals("", Phrase.empty().and(Phrase.empty()).plain());
    }

    /** Each for itself, so that a long list is not taken for one long name. */
    @Test
    void namesOfAList() {
        Phrase some = Phrase.of("evidence.offered", Phrase.listed(List.of("one", "two", "three"), 2));
        assertEquals("the client offers one, two and 1 more", some.plain());
        assertEquals(
                List.of("one", "two"),
                some.pieces().stream()
                        .filter(Phrase.Piece::strong)
                        .map(Phrase.Piece::text)
                        .toList());
    }
}
