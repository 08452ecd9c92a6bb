package dealscope.ledger;

import dealscope.deal.Money;
import dealscope.deal.Qualifier;
import dealscope.deal.Report;
import dealscope.deal.Term;
import org.jspecify.annotations.Nullable;

/** Compares amounts as texts give them: hedged, as ranges, as rates, in other currencies. */
final class Amounts {
    private static final int MONTHS = 12;

    private Amounts() {}

    /**
     * How the values of two reports stand to each other. Of two main reports of the same days a part that the other one
     * names too is agreement; later, and in a retelling, it may be the whole deal before that is named.
     */
    static Agreement compare(Told a, Told b) {
        Agreement headline = compare(
                a.report().value(),
                a.report().term(),
                b.report().value(),
                b.report().term());
        Long days = Told.days(a.published(), b.published());
        boolean both = a.main() && b.main() && (days == null || days <= Thresholds.EVENT);
        boolean named = both && headline != Agreement.SAME && (names(a, b.report()) || names(b, a.report()));
        return named ? Agreement.SAME : headline;
    }

    static Agreement power(Told a, Told b) {
        return compare(a.report().powerMw(), b.report().powerMw(), Thresholds.POWER);
    }

    /** Whether {@code told} names the value of {@code other} among its further amounts. */
    private static boolean names(Told told, Report other) {
        Money value = other.value();
        if (value == null) {
            return false;
        }
        return told.amounts().stream()
                .anyMatch(amount -> compare(amount, told.report().term(), value, other.term()) == Agreement.SAME);
    }

    static Agreement compare(@Nullable Money a, @Nullable Term aTerm, @Nullable Money b, @Nullable Term bTerm) {
        if (a == null || b == null) {
            return Agreement.UNKNOWN;
        }
        double aScale = 1;
        double bScale = 1;
        double extra = 0;
        if ((a.per() == null) != (b.per() == null)) {
            Double years = years(aTerm, bTerm);
            if (years == null) {
                return Agreement.UNKNOWN;
            }
            aScale = a.per() == null ? 1 : perYear(a.per()) * years;
            bScale = b.per() == null ? 1 : perYear(b.per()) * years;
            extra = Thresholds.DERIVED;
        } else if (a.per() != null && b.per() != null) {
            aScale = perYear(a.per());
            bScale = perYear(b.per());
        }
        if (Double.isNaN(aScale) || Double.isNaN(bScale)) {
            return Agreement.UNKNOWN;
        }
        if (!a.currency().equals(b.currency())) {
            return inDollars(a, aScale, b, bScale);
        }
        return compare(
                Interval.of(a, a.min().doubleValue(), a.max().doubleValue(), aScale),
                Interval.of(b, b.min().doubleValue(), b.max().doubleValue(), bScale),
                extra);
    }

    private static Agreement inDollars(Money a, double aScale, Money b, double bScale) {
        if (a.usd() == null || b.usd() == null) {
            return Agreement.UNKNOWN;
        }
        double aUsd = a.usd().doubleValue();
        double bUsd = b.usd().doubleValue();
        return compare(Interval.of(a, aUsd, aUsd, aScale), Interval.of(b, bUsd, bUsd, bScale), Thresholds.DERIVED);
    }

    /** Plain numbers: capacities, stakes. */
    static Agreement compare(@Nullable Double a, @Nullable Double b, double near) {
        if (a == null || b == null) {
            return Agreement.UNKNOWN;
        }
        double ratio = ratio(a, b);
        if (ratio >= 1 - Thresholds.EXACT) {
            return Agreement.SAME;
        }
        return ratio >= near ? Agreement.NEAR : Agreement.DIFFERENT;
    }

    /** The smaller amount as a part of the larger one; 0 when they cannot be compared. */
    static double ratio(@Nullable Money a, @Nullable Money b) {
        if (a == null || b == null || (a.per() == null) != (b.per() == null)) {
            return 0;
        }
        if (a.usd() != null && b.usd() != null) {
            return ratio(a.usd().doubleValue(), b.usd().doubleValue());
        }
        return a.currency().equals(b.currency())
                ? ratio(a.max().doubleValue(), b.max().doubleValue())
                : 0;
    }

    private static Agreement compare(Interval a, Interval b, double extra) {
        double tolerance = Math.max(extra, Math.max(a.tolerance(), b.tolerance()));
        boolean overlap = a.low() <= b.high() * (1 + tolerance) && b.low() <= a.high() * (1 + tolerance);
        if (overlap) {
            return Agreement.SAME;
        }
        boolean near = ratio(a.point(), b.point()) >= Thresholds.NEAR || a.caps(b) || b.caps(a);
        return near ? Agreement.NEAR : Agreement.DIFFERENT;
    }

    /** @param point the amount itself; @param low and @param high what it may mean */
    private record Interval(double point, double low, double high, double tolerance, boolean ceiling) {
        static Interval of(Money money, double min, double max, double scale) {
            double reach = money.qualifier() == Qualifier.AT_LEAST ? Thresholds.AT_LEAST_REACH : 1;
            return new Interval(
                    max * scale,
                    min * scale,
                    max * scale * reach,
                    money.qualifier() == Qualifier.ABOUT ? Thresholds.ABOUT : Thresholds.EXACT,
                    money.qualifier() == Qualifier.AT_MOST);
        }

        boolean caps(Interval other) {
            return ceiling && other.point <= point && other.point >= point * Thresholds.OF_CEILING;
        }
    }

    private static double ratio(double a, double b) {
        double large = Math.max(Math.abs(a), Math.abs(b));
        return large == 0 ? 1 : Math.min(Math.abs(a), Math.abs(b)) / large;
    }

    private static @Nullable Double years(@Nullable Term a, @Nullable Term b) {
        return a != null && a.years() != null ? a.years() : b != null ? b.years() : null;
    }

    private static double perYear(String per) {
        return switch (per) {
            case "year" -> 1;
            case "quarter" -> 4;
            case "month" -> MONTHS;
            default -> Double.NaN;
        };
    }
}
