package dealscope.ledger;

import dealscope.deal.Confidence;
import dealscope.deal.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How sure we are that a deal is as shown, as a sum whose parts are named. It orders deals for a reader; it is no
 * probability.
 */
final class ConfidenceRule {
    private static final double BASE = 0.30;
    private static final double EACH_REPORT = 0.10;
    private static final int MOST_REPORTS = 3;
    private static final double PRIMARY = 0.20;
    private static final double BOTH_SIDES = 0.10;
    private static final double VALUE = 0.05;
    private static final double EACH_CONFLICT = -0.10;
    private static final double VALUE_MISSING = -0.05;
    private static final double BACKGROUND = -0.15;
    private static final double MOST = 0.99;
    private static final double LEAST = 0.05;

    private final List<String> parts = new ArrayList<>();
    private double score;

    private ConfidenceRule() {}

    static Confidence of(Draft draft, List<Field> conflicts) {
        ConfidenceRule rule = new ConfidenceRule();
        rule.add("a report", BASE);
        int independent = draft.copies().independent();
        if (independent > 1) {
            rule.add(independent + " independent reports", Math.min(independent - 1, MOST_REPORTS) * EACH_REPORT);
        }
        if (draft.voices().stream().anyMatch(ConfidenceRule::primary)) {
            rule.add("a filing or a company is cited", PRIMARY);
        }
        if (draft.twoSided()) {
            rule.add("both sides are named", BOTH_SIDES);
        }
        if (draft.value().money() != null) {
            rule.add("an amount is given", VALUE);
        }
        for (Field conflict : conflicts) {
            rule.add("sources differ on " + conflict.label(), EACH_CONFLICT);
        }
        if (draft.value().missingInSome() && !draft.value().disputed()) {
            rule.add("not all give the value", VALUE_MISSING);
        }
        if (!draft.main()) {
            rule.add("told only in passing", BACKGROUND);
        }
        double rounded = Math.round(Math.clamp(rule.score, LEAST, MOST) * 100) / 100.0;
        return new Confidence(rounded, rule.parts);
    }

    private static boolean primary(Told told) {
        for (Field field : Field.values()) {
            if (Choice.primary(told, field)) {
                return true;
            }
        }
        return false;
    }

    private void add(String what, double share) {
        score += share;
        parts.add(what + String.format(Locale.ROOT, " %+.2f", share));
    }
}
