package org.mtlsplayground.capture;

import java.io.IOException;
import java.util.List;

/** An interceptor made of rules. Those that mean the same record act on it one after the other. */
final class Rules implements Interceptor {
    private final List<WireRule> rules;

    Rules(List<WireRule> rules) {
        this.rules = List.copyOf(rules);
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
        for (WireRule rule : rules) {
            if (rule.direction() == unit.direction()) {
                Spot.Span span = rule.spot().in(unit).orElse(null);
                if (span != null) {
                    draft = draft == null ? new Draft(unit.bytes()) : draft;
                    rule.disturbance().apply(draft, span);
                }
            }
        }
        return draft;
    }
}
