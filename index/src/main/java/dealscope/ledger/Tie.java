package dealscope.ledger;

import dealscope.deal.DealType;
import dealscope.deal.Money;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A key that reports have in common when they may be of one deal; only reports that share one are compared. The store
 * keeps them, so that the few reports that matter to a new one are found among millions.
 *
 * <p>Amounts and days stand on two grids that are half a cell apart: what differs by less than half a cell shares a key
 * on one of them.
 *
 * @param key companies by ultimate parent, and where it matters the amount and the days
 */
public record Tie(Kind kind, String key) {
    /** What reports have in common. */
    public enum Kind {
        /** A company that takes part, for whoever asks for its reports; none are compared for this alone. */
        PARTY,
        /** Both companies; such reports are resolved together. */
        PAIR,
        /** The company that a round or takeover of this size and time is about, whoever pays; resolved together. */
        ROUND,
        /** A party of a deal between named companies, with its amount and time. */
        DEAL_AMOUNT,
        /** A party of a deal between named companies that is news in these days. */
        DEAL_DAYS,
        /** The only named party, with the amount and time. */
        LONE_AMOUNT,
        /** The only named party of what is news in these days. */
        LONE_DAYS;

        /** Whether reports that share such a tie are of one group, of which each deal depends on all reports. */
        public boolean groups() {
            return this == PAIR || this == ROUND;
        }
    }

    private static final double SECONDS_A_DAY = 86_400;

    /** The tie by which reports with one named party find deals between two, and the other way round. */
    public Tie counterpart() {
        return switch (kind) {
            case DEAL_AMOUNT -> new Tie(Kind.LONE_AMOUNT, key);
            case DEAL_DAYS -> new Tie(Kind.LONE_DAYS, key);
            case LONE_AMOUNT -> new Tie(Kind.DEAL_AMOUNT, key);
            case LONE_DAYS -> new Tie(Kind.DEAL_DAYS, key);
            case PARTY, PAIR, ROUND -> this;
        };
    }

    static Set<Tie> of(Told told) {
        Set<Tie> ties = new LinkedHashSet<>();
        if (told.twoSided()) {
            pairs(told).forEach(pair -> ties.add(new Tie(Kind.PAIR, pair)));
            if (told.round()) {
                told.payees().forEach(payee -> amounts(told, payee, Thresholds.EVENT)
                        .forEach(key -> ties.add(new Tie(Kind.ROUND, key))));
            }
        }
        Kind amount = told.twoSided() ? Kind.DEAL_AMOUNT : Kind.LONE_AMOUNT;
        Kind days = told.twoSided() ? Kind.DEAL_DAYS : Kind.LONE_DAYS;
        for (String party : told.parties()) {
            amounts(told, party, Thresholds.ONE_SIDED_AMOUNT).forEach(key -> ties.add(new Tie(amount, key)));
            if (told.main()) {
                for (String at : cells(day(told.time()), Thresholds.ONE_SIDED)) {
                    ties.add(new Tie(days, party + " " + type(told) + " " + at));
                }
            }
        }
        return ties;
    }

    private static String type(Told told) {
        DealType type = told.report().type();
        return type.label();
    }

    private static Set<String> pairs(Told told) {
        Set<String> pairs = new LinkedHashSet<>();
        Set<String> others = told.partnership() ? told.payers() : told.payees();
        for (String payer : told.payers()) {
            for (String other : others) {
                if (!told.partnership() || !payer.equals(other)) {
                    pairs.add(payer.compareTo(other) < 0 ? payer + " " + other : other + " " + payer);
                }
            }
        }
        return pairs;
    }

    /** Keys of the amount and the days around it; none when it is unknown what the amount is in dollars. */
    private static Set<String> amounts(Told told, String party, long days) {
        Set<String> keys = new LinkedHashSet<>();
        Money value = told.report().value();
        if (value == null || value.usd() == null || value.usd().signum() <= 0) {
            return keys;
        }
        String per = value.per() == null ? "" : value.per();
        for (String size : cells(Math.log(value.usd().doubleValue()), Math.log1p(Thresholds.DERIVED))) {
            for (String at : cells(day(told.time()), days)) {
                keys.add(String.join(" ", party, size + per, at));
            }
        }
        return keys;
    }

    private static double day(Instant time) {
        return time.getEpochSecond() / SECONDS_A_DAY;
    }

    private static List<String> cells(double at, double reach) {
        double width = 2 * reach;
        return List.of(Long.toString((long) Math.floor(at / width)), (long) Math.floor(at / width + 0.5) + "h");
    }
}
