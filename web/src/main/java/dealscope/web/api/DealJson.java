package dealscope.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dealscope.deal.Claim;
import dealscope.deal.Company;
import dealscope.deal.Confidence;
import dealscope.deal.Corrected;
import dealscope.deal.Deal;
import dealscope.deal.DealType;
import dealscope.deal.Field;
import dealscope.deal.Hardware;
import dealscope.deal.Money;
import dealscope.deal.Qualifier;
import dealscope.deal.SourceArticle;
import dealscope.deal.Status;
import dealscope.deal.StatusChange;
import dealscope.deal.Term;
import dealscope.ledger.Band;
import dealscope.ledger.Derived;
import dealscope.ledger.Plausibility;
import dealscope.ledger.Tally;
import dealscope.web.view.Links;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A deal as the API and the exports give it; the components are {@link Deal}'s.
 *
 * @param claims absent in lists unless they are asked for
 * @param derived what is worked out from the fields
 * @param flag why the figures cannot all be right, as a question; null when they may
 * @param tally whether it counts in sums, and if not, why, see {@link Tally}
 * @param url of the deal's page, on this server
 */
public record DealJson(
        String id,
        DealType type,
        List<Company> payer,
        List<Company> payee,
        @Nullable Value value,
        @Nullable Double powerMw,
        List<Hardware> hardware,
        @Nullable Term term,
        @Nullable String site,
        @Nullable Double equityStakePct,
        Status status,
        List<StatusChange> history,
        @Nullable LocalDate announced,
        @Nullable Instant reported,
        @Nullable Instant firstSeen,
        @Nullable Instant lastChanged,
        Sources sources,
        @Nullable String partOf,
        @Nullable String supersedes,
        @Nullable String possibleDuplicateOf,
        boolean excludeFromTotals,
        boolean background,
        Confidence confidence,
        List<Field> conflicts,
        boolean sample,
        boolean hidden,
        List<Corrected> corrections,
        List<Figure> derived,
        @Nullable String flag,
        String tally,
        String url,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Claim> claims) {

    /** An amount, see {@link Money}. */
    public record Value(
            String currency,
            BigDecimal min,
            BigDecimal max,
            @Nullable BigDecimal usd,
            Qualifier qualifier,
            @Nullable String per,
            String text,
            boolean converted) {
        static @Nullable Value of(@Nullable Money money) {
            return money == null
                    ? null
                    : new Value(
                            money.currency(),
                            money.min(),
                            money.max(),
                            money.usd(),
                            money.qualifier(),
                            money.per(),
                            money.text(),
                            money.converted());
        }
    }

    /**
     * A figure worked out from others.
     *
     * @param amount US dollars; kilowatts for {@code kw_per_gpu}
     * @param low of the band of plausibility, in the same unit; null when there is none
     * @param basis a known deal or price inside the band
     */
    public record Figure(
            String measure,
            double amount,
            String from,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable String basis,
            boolean implausible) {
        static Figure of(Derived derived) {
            Band band = derived.band();
            return new Figure(
                    derived.measure().label(),
                    derived.amount(),
                    derived.from(),
                    band == null ? null : band.low(),
                    band == null ? null : band.high(),
                    band == null ? null : band.example(),
                    derived.implausible());
        }
    }

    /** @param copies articles that repeat another one */
    public record Sources(List<SourceArticle> articles, int independent, int copies) {}

    /** The deal with all its claims. */
    public static DealJson of(Deal deal) {
        return of(deal, true);
    }

    /** @param claims whether to give them */
    public static DealJson of(Deal deal, boolean claims) {
        return new DealJson(
                deal.id(),
                deal.type(),
                deal.payer(),
                deal.payee(),
                Value.of(deal.value()),
                deal.powerMw(),
                deal.hardware(),
                deal.term(),
                deal.site(),
                deal.equityStakePct(),
                deal.status(),
                deal.history(),
                deal.announced(),
                deal.reported(),
                deal.firstSeen(),
                deal.lastChanged(),
                new Sources(deal.sources(), deal.independent(), deal.copies()),
                deal.partOf(),
                deal.supersedes(),
                deal.possibleDuplicateOf(),
                deal.excludeFromTotals(),
                deal.background(),
                deal.confidence(),
                deal.conflicts(),
                deal.sample(),
                deal.hidden(),
                deal.corrections(),
                Plausibility.derived(deal).stream().map(Figure::of).toList(),
                Plausibility.flag(deal),
                Tally.of(deal).reason().label(),
                Links.deal(deal.id()),
                claims ? deal.claims() : null);
    }
}
