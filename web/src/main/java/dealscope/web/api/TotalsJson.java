package dealscope.web.api;

import dealscope.ledger.Totals;
import dealscope.store.LedgerStore.By;
import dealscope.web.data.Terms;
import dealscope.web.http.Days;
import dealscope.web.http.Params;
import dealscope.web.site.DealTotals;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Sums as the API gives them.
 *
 * @param complete false when there were too many deals to work out for a former day
 * @param all every deal once; a deal of several payers stands in the group of each
 */
public record TotalsJson(
        String by, @Nullable String asOf, boolean complete, SumJson all, List<GroupJson> groups, Terms meta) {

    public record SumJson(int deals, BigDecimal usd, PartJson ceilings, List<LeftOutJson> leftOut) {
        static SumJson of(Totals.Sum sum) {
            return new SumJson(
                    sum.deals(),
                    sum.usd(),
                    new PartJson(sum.ceilings().deals(), sum.ceilings().usd()),
                    sum.leftOut().stream()
                            .map(left -> new LeftOutJson(
                                    left.reason().label(), left.reason().words(), left.deals(), left.usd()))
                            .toList());
        }
    }

    public record PartJson(int deals, BigDecimal usd) {}

    public record LeftOutJson(String reason, String words, int deals, BigDecimal usd) {}

    public record GroupJson(
            String key, String label, int deals, BigDecimal usd, PartJson ceilings, List<LeftOutJson> leftOut) {
        static GroupJson of(Totals.Group group) {
            SumJson sum = SumJson.of(group.sum());
            return new GroupJson(group.key(), group.label(), sum.deals(), sum.usd(), sum.ceilings(), sum.leftOut());
        }
    }

    public static TotalsJson of(Params params, By by, DealTotals.Answer answer, Terms meta) {
        String day = params.text(Days.AS_OF);
        return new TotalsJson(
                by.name().toLowerCase(Locale.ROOT),
                day.isEmpty() ? null : day,
                answer.complete(),
                SumJson.of(answer.totals().all()),
                ordered(by, answer.totals()).stream().map(GroupJson::of).toList(),
                meta);
    }

    /** Times by time, the rest by sum. */
    public static List<Totals.Group> ordered(By by, Totals totals) {
        return by == By.QUARTER || by == By.YEAR ? totals.byKey() : totals.bySum();
    }
}
