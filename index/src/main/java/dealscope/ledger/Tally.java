package dealscope.ledger;

import dealscope.deal.Deal;
import dealscope.deal.Money;
import dealscope.deal.Qualifier;
import dealscope.deal.Status;
import dealscope.deal.Term;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a deal adds to sums of money, and if nothing, why not: the one rule for all totals.
 *
 * @param usd its total in US dollars, whether it counts or not; null when nobody knows it
 */
public record Tally(Reason reason, @Nullable BigDecimal usd) {
    /** Above this an amount is an error of reading; cents of it still fit 64 bits. */
    private static final BigDecimal LARGEST_USD = new BigDecimal("50000000000000");

    private static final int LONGEST_YEARS = 100;

    /** Why a deal counts or not; of several reasons the first in this order. */
    public enum Reason {
        /** An analyst hid it. */
        HIDDEN("hidden by an analyst"),
        CANCELLED("cancelled"),
        /** It may be another deal told once more. */
        DUPLICATE("possible duplicates"),
        /** It is a part of another deal, which counts. */
        SLICE("slices of a programme"),
        /** Articles only tell it in passing. */
        BACKGROUND("told only in passing"),
        /** Nobody names an amount, or none that can be put in dollars. */
        NO_AMOUNT("no amount named"),
        /** The amount is for a month or a year, and nobody says for how many. */
        RATE("rates without a term"),
        /** The amount is out of all proportion to what it buys, see {@link Plausibility}. */
        IMPLAUSIBLE("implausible amounts"),
        /** "Up to": shown apart. */
        CEILING("ceilings (up to)"),
        COUNTED("counted");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /** For people. */
        public String words() {
            return words;
        }

        /** The name in the store and the API. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Tally of(Deal deal) {
        BigDecimal usd = total(deal);
        return new Tally(reason(deal, usd), usd);
    }

    private static Reason reason(Deal deal, @Nullable BigDecimal usd) {
        if (deal.hidden()) {
            return Reason.HIDDEN;
        }
        if (deal.status() == Status.CANCELLED) {
            return Reason.CANCELLED;
        }
        if (deal.possibleDuplicateOf() != null) {
            return Reason.DUPLICATE;
        }
        if (deal.partOf() != null || deal.excludeFromTotals()) {
            return Reason.SLICE;
        }
        if (deal.background()) {
            return Reason.BACKGROUND;
        }
        Money value = deal.value();
        if (value == null || value.usd() == null) {
            return Reason.NO_AMOUNT;
        }
        if (usd == null) {
            return value.per() == null ? Reason.IMPLAUSIBLE : Reason.RATE;
        }
        if (Plausibility.flag(deal) != null) {
            return Reason.IMPLAUSIBLE;
        }
        return value.qualifier() == Qualifier.AT_MOST ? Reason.CEILING : Reason.COUNTED;
    }

    /** The whole of the contract in dollars; a rate times its term. */
    static @Nullable BigDecimal total(Deal deal) {
        Money value = deal.value();
        if (value == null || value.usd() == null) {
            return null;
        }
        BigDecimal usd = total(value.usd(), value.per(), deal.term());
        return usd == null || usd.signum() < 0 || usd.compareTo(LARGEST_USD) > 0 ? null : usd;
    }

    private static @Nullable BigDecimal total(BigDecimal amount, @Nullable String per, @Nullable Term term) {
        if (per == null) {
            return amount;
        }
        Double years = term == null ? null : term.years();
        if (years == null || !(years > 0 && years < LONGEST_YEARS)) {
            return null;
        }
        return switch (per) {
            case "year" -> amount.multiply(BigDecimal.valueOf(years));
            case "quarter" -> amount.multiply(BigDecimal.valueOf(4 * years));
            case "month" -> amount.multiply(BigDecimal.valueOf(12 * years));
            default -> null;
        };
    }
}
