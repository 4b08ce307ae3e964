package org.mtlsplayground.capture;

import java.io.IOException;
import java.util.List;

/**
 * An interceptor made of rules. Those that mean the same record act on it one after the other. Encrypted records are opened
 * only where a rule means a message by its name, and no longer than a handshake lasts.
 */
final class Rules implements Interceptor {
    /** More encrypted records than a handshake has, in one direction. */
    private static final int MOST = 64;

    private final List<WireRule> rules;
    private final Opener opener;

    Rules(List<WireRule> rules, Opener opener) {
        this.rules = List.copyOf(rules);
        this.opener = opener;
    }

    @Override
    public void intercept(WireUnit unit, Passage passage) throws IOException {
        Draft draft = draft(unit);
        if (draft == null) {
            passage.forward(unit.bytes());
        } else {
            draft.perform(passage);
        }
    }

    /** What becomes of a record; null if no rule means it. */
    Draft draft(WireUnit unit) {
        Draft draft = null;
        WireUnit known = mayHoldNamed(unit) ? unit.holding(opener.open(unit)) : unit;
        for (WireRule rule : rules) {
            if (rule.direction() == unit.direction()) {
                Spot.Span span = rule.spot().in(known).orElse(null);
                if (span != null) {
                    draft = draft == null ? new Draft(unit.bytes()) : draft;
                    rule.disturbance().apply(draft, span);
                }
            }
        }
        return draft;
    }

    private boolean mayHoldNamed(WireUnit unit) {
        return unit.encrypted() > 0
                && unit.encrypted() <= MOST
                && unit.data() == 0
                && rules.stream()
                        .anyMatch(rule ->
                                rule.direction() == unit.direction() && rule.spot() instanceof Spot.OfHandshake);
    }
}
