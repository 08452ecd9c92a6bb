package dealscope.ledger;

import dealscope.deal.Deal;
import dealscope.deal.Hardware;
import dealscope.deal.Money;
import dealscope.deal.Qualifier;
import dealscope.fact.HardwareCatalog;
import dealscope.fact.HardwareFact;
import dealscope.ledger.Band.Measure;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Dollars per MW, per GPU, per year and in all, worked out from what a deal shows, and whether they are plausible.
 */
public final class Plausibility {
    /** Kinds of the hardware list that are counted one by one; a rack or a system holds many. */
    private static final Set<String> CHIPS = Set.of("gpu", "accelerator", "superchip");

    private static final Set<String> NAMES = names(HardwareCatalog.load());

    private Plausibility() {}

    /** The chips, the families that they are of, and GPUs of no name. */
    private static Set<String> names(HardwareCatalog catalog) {
        Set<String> names = new HashSet<>();
        for (HardwareFact fact : catalog.all()) {
            if (CHIPS.contains(fact.kind())) {
                names.add(fact.name());
                if (fact.family() != null) {
                    names.add(fact.family());
                }
            } else if (fact.generic() && fact.name().endsWith("GPU")) {
                names.add(fact.name());
            }
        }
        return Set.copyOf(names);
    }

    /** The figures that can be worked out, each with its band. */
    public static List<Derived> derived(Deal deal) {
        List<Derived> derived = new ArrayList<>();
        BigDecimal total = Tally.total(deal);
        Double megawatts = positive(deal.powerMw());
        Long chips = chips(deal);
        Double years = deal.term() == null ? null : positive(deal.term().years());
        if (total != null && total.signum() > 0) {
            double usd = total.doubleValue();
            if (megawatts != null) {
                add(
                        derived,
                        deal,
                        Measure.USD_PER_MW,
                        usd / megawatts,
                        dollars(usd) + " for " + plain(megawatts) + " MW");
            }
            if (chips != null) {
                add(derived, deal, Measure.USD_PER_GPU, usd / chips, dollars(usd) + " for " + count(chips) + " GPUs");
            }
            if (years != null) {
                add(
                        derived,
                        deal,
                        Measure.USD_PER_YEAR,
                        usd / years,
                        dollars(usd) + " over " + plain(years) + " years");
            }
            add(derived, deal, Measure.USD_TOTAL, usd, dollars(usd));
        }
        if (megawatts != null && chips != null) {
            add(
                    derived,
                    deal,
                    Measure.KW_PER_GPU,
                    megawatts * 1000 / chips,
                    plain(megawatts) + " MW for " + count(chips) + " GPUs");
        }
        return derived;
    }

    /** Why the deal's figures cannot all be right, as a question; null when they may. */
    public static @Nullable String flag(Deal deal) {
        for (Derived each : derived(deal)) {
            if (each.implausible()) {
                return reason(each);
            }
        }
        return null;
    }

    private static String reason(Derived figure) {
        boolean low = figure.band() != null && figure.amount() < figure.band().low();
        String amount = figure.measure() == Measure.KW_PER_GPU ? plain(figure.amount()) : dollars(figure.amount());
        String guess =
                switch (figure.measure()) {
                    case KW_PER_GPU -> "count or capacity of something else?";
                    case USD_TOTAL -> low ? "unit error?" : "a valuation or a backlog?";
                    default -> low ? "unit error?" : "the amount of something larger?";
                };
        return amount + " " + figure.measure().words() + ": " + guess;
    }

    private static void add(List<Derived> derived, Deal deal, Measure measure, double amount, String from) {
        if (!Double.isFinite(amount)) {
            return;
        }
        derived.add(new Derived(measure, amount, from, band(deal, measure, amount)));
    }

    /** None where the hedge leaves open what lies outside: "at least" cannot be too little, "up to" not too much. */
    private static @Nullable Band band(Deal deal, Measure measure, double amount) {
        Band band = Band.of(measure, deal.type());
        Money value = deal.value();
        if (band == null || value == null || measure == Measure.KW_PER_GPU) {
            return band;
        }
        boolean open = value.qualifier() == Qualifier.AT_LEAST && amount < band.low()
                || value.qualifier() == Qualifier.AT_MOST && amount > band.high();
        return open ? null : band;
    }

    private static @Nullable Double positive(@Nullable Double number) {
        return number != null && number > 0 && Double.isFinite(number) ? number : null;
    }

    /** Null when no chips are counted, or when racks are. */
    private static @Nullable Long chips(Deal deal) {
        long most = 0;
        for (Hardware hardware : deal.hardware()) {
            if (hardware.count() != null && NAMES.contains(hardware.name())) {
                most = Math.max(most, hardware.count());
            }
        }
        return most > 0 ? most : null;
    }

    private static String dollars(double usd) {
        String[] units = {"", "k", "m", "bn", "tn"};
        double rest = usd;
        int unit = 0;
        while (rest >= 999.5 && unit < units.length - 1) {
            rest /= 1000;
            unit++;
        }
        return "$" + plain(rest) + units[unit];
    }

    private static String plain(double number) {
        return new BigDecimal(number)
                .round(new MathContext(3))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
