package dealscope.nlp.text;

import dealscope.deal.Company;
import dealscope.deal.Hardware;
import dealscope.deal.Money;
import dealscope.deal.Qualifier;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a mention says, by kind. */
public sealed interface Detail {

    /**
     * A COMPANY.
     *
     * @param root id of the topmost parent (Google Cloud: {@code alphabet}); the company's own id when it has none
     * @param industry the fact file's kind ({@code neocloud}, {@code utility}, {@code bank}); null when the company is
     *     in no list
     * @param acts false when the name only modifies a product or a measure ("Nvidia GPUs", "Google-scale"): marked, but
     *     not a company that the text is about
     */
    record Org(Company company, String root, @Nullable String industry, boolean acts) implements Detail {}

    /** MONEY; a unit price is for one share, chip or kilowatt-hour, not the price of a deal. */
    record Amount(Money money, boolean unitPrice) implements Detail {}

    /** HARDWARE, with its own count where the text binds one to it. */
    record Gear(Hardware hardware) implements Detail {}

    /**
     * POWER.
     *
     * @param mw megawatts, upper bound of a range
     * @param minMw lower bound, the same as {@code mw} unless a range
     * @param ignored true for a shortage or deficit: not a capacity of anything
     */
    record Capacity(double mw, double minMw, Qualifier qualifier, Load load, boolean ignored) implements Detail {}

    /** What a capacity is of. */
    enum Load {
        COMPUTE,
        GENERATION,
        STORAGE,
        UNKNOWN
    }

    /**
     * A DATE, resolved against the date of publication where the text gives a weekday or leaves the year out.
     *
     * @param from first day that it may mean
     * @param to last day that it may mean: the same for a day, the 31st for "May 2029", 31 December for "2027"
     */
    record When(LocalDate from, LocalDate to) implements Detail {
        public boolean isDay() {
            return from.equals(to);
        }
    }

    /** A TERM, the length of a contract: "15-year", "through May 2029" (until is the last day). */
    record Length(@Nullable Double years, @Nullable LocalDate until) implements Detail {}

    /** A PERCENT; equity is true when it is of a company's shares ("a 10% stake"). */
    record Share(double percent, boolean equity) implements Detail {}

    /** A PERSON, PLACE, PRODUCT, FACILITY, PUBLISHER or AGENCY: the name says it all. */
    record Named(String name) implements Detail {}
}
