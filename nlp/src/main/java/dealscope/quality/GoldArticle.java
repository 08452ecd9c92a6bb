package dealscope.quality;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article with all that its text says. What is optional or to be ignored is neither asked for nor wrong.
 *
 * @param title the first line of the text; empty when there is none
 * @param published ISO 8601 day or moment
 * @param negative whether it has companies and money, but no deal
 * @param ignoredCompanies names that may be found
 * @param ignoredHardware names that may be found
 * @param powerMw megawatts
 * @param ignoredPowerMw capacities that may be found
 */
public record GoldArticle(
        String id,
        String title,
        String text,
        @Nullable String published,
        boolean negative,
        List<Firm> companies,
        List<String> ignoredCompanies,
        List<Sum> money,
        List<Chip> hardware,
        List<String> ignoredHardware,
        List<Double> powerMw,
        List<Double> ignoredPowerMw,
        List<TrueDeal> deals) {

    /** A company, under any of its names. */
    public record Firm(String name, List<String> aliases) {}

    /**
     * A chip or system, under any of its names.
     *
     * @param count null when the text gives none
     */
    public record Chip(
            String name, List<String> aliases, @Nullable Double count) {}

    /**
     * An amount of money, of the truth or found.
     *
     * @param currency ISO 4217
     * @param per {@code month}, {@code year}; empty when the amount is no rate
     * @param optional found or not, it does not count
     */
    public record Sum(String currency, double min, double max, String per, boolean optional) {}

    /**
     * A deal; lists give the readings that the text equally supports, the first one first.
     *
     * @param payer empty when the text names none
     * @param valuesUsd empty when the text states none
     * @param main whether headline or lead are about it
     */
    public record TrueDeal(
            List<String> types,
            List<String> payer,
            List<String> payee,
            List<Double> valuesUsd,
            List<String> statuses,
            boolean main,
            boolean optional) {}
}
