package org.mtlsplayground.diagnosis.paste;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mtlsplayground.diagnosis.Cause;
import org.mtlsplayground.text.Messages;

/** What programs really wrote, each with a fault that was set up: the fault is found in the text. */
class RecordedTextsTest {
    static Stream<Sample> samples() {
        return Sample.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void leadsToItsCause(Sample sample) {
        Reading reading = ErrorTexts.read(sample.text());
        List<Likely> of = reading.causes().stream()
                .filter(likely -> likely.cause() == sample.cause())
                .toList();
        assertEquals(1, of.size(), () -> reading + "\n" + sample.text());
        if (sample.top()) {
            assertEquals(reading.causes().get(0).weight(), of.get(0).weight(), () -> reading + "\n" + sample.text());
        }
        assertTrue(
                reading.speakers().stream()
                        .anyMatch(speaker ->
                                speaker.program().equals(sample.program()) && speaker.stance() == sample.stance()),
                () -> reading + "\n" + sample.text());
        for (Speaker speaker : reading.speakers()) {
            assertEquals(sample.side(), speaker.side().orElse(sample.side()), () -> reading + "\n" + sample.text());
        }
        if (reading.speakers().stream().allMatch(speaker -> speaker.side().isPresent())) {
            assertTrue(
                    reading.causes().stream().allMatch(likely -> isPossible(likely, sample)), () -> reading.toString());
        }
    }

    /** Who refuses is never the wrong one. */
    private static boolean isPossible(Likely likely, Sample sample) {
        return likely.refuser().isEmpty()
                || likely.refuser()
                        .equals(Optional.of(
                                sample.stance() == Stance.REFUSES
                                        ? sample.side()
                                        : sample.side().other()));
    }

    @Test
    void mostTextsTellIt() {
        List<Sample> all = samples().toList();
        long top = all.stream().filter(Sample::top).count();
        assertTrue(all.size() >= 250, "only " + all.size());
        assertTrue(top * 100 >= all.size() * 85L, top + " of " + all.size());
        // Who refuses knows why, but for OpenSSL, which takes a server’s own key for no key at all if it may not sign,
        // and
        // stops looking for issuers at the depth that nginx was given. The page that nginx shows keeps it to itself.
        assertEquals(
                List.of(
                        "no-digital-signature, OpenSSL 3.0.22, TLS 1.2, SERVER",
                        "chain-too-long, nginx 1.22.1, TLS 1.3, SERVER"),
                all.stream()
                        .filter(sample -> !sample.top() && sample.stance() == Stance.REFUSES)
                        .filter(sample -> !sample.text().contains("400 "))
                        .map(Sample::toString)
                        .toList());
        assertEquals(
                EnumSet.allOf(Program.class),
                all.stream().flatMap(sample -> sample.program().stream()).collect(Collectors.toSet()));
    }

    @Test
    void everyCauseOfARuleHasWords() {
        Set<Cause> named = RuleBook.load().stream()
                .flatMap(rule -> rule.causes().stream())
                .map(Rule.Weighted::cause)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Cause.class)));
        for (Cause cause : named) {
            assertTrue(!ReadingText.of(cause).isBlank());
        }
    }

    @Test
    void everyRuleHasOneReasonAndItsOwnName() {
        Set<String> ids = new TreeSet<>();
        for (Rule rule : RuleBook.load()) {
            assertTrue(ids.add(rule.id()), rule.id());
            assertTrue(!rule.patterns().isEmpty(), rule.id());
            assertEquals(!rule.causes().isEmpty(), Messages.has("paste.why." + rule.id()), rule.id());
            assertTrue(
                    rule.causes().stream().allMatch(cause -> cause.weight() > 0 && cause.weight() <= 100), rule.id());
        }
        assertEquals(
                List.of(),
                Messages.bundle().keySet().stream()
                        .filter(key ->
                                key.startsWith("paste.why.") && !ids.contains(key.substring("paste.why.".length())))
                        .toList());
    }
}
