package dealscope.store;

import dealscope.alert.DealFacts;
import dealscope.deal.Deal;
import dealscope.deal.SourceArticle;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A deal that may have changed since it was last asked for alerts.
 *
 * @param id of the deal
 * @param now null when it is no deal any more, or hidden
 * @param known what was known of it, or null
 * @param former deals that became part of it and were known by themselves, by id
 * @param moved whether it is gone because another deal took over what was told of it
 * @param tellers ids of alerts that told of it, or of one of {@code former}, and did not take it back
 */
public record DealNews(
        String id,
        @Nullable Deal now,
        @Nullable Known known,
        Map<String, Known> former,
        boolean moved,
        List<Teller> tellers) {
    public DealNews {
        former = Map.copyOf(former);
        tellers = List.copyOf(tellers);
    }

    /** @param articles ids of those that told of it, sorted */
    public record Known(DealFacts facts, List<String> articles) {
        public Known {
            articles = List.copyOf(articles);
        }

        public static Known of(Deal deal) {
            return new Known(
                    DealFacts.of(deal),
                    deal.sources().stream()
                            .map(SourceArticle::articleId)
                            .distinct()
                            .sorted()
                            .toList());
        }
    }

    /** @param dealId under which id the alert told of it */
    public record Teller(String alertId, String dealId) {}

    /** What was known of it, or of what became part of it. */
    public @Nullable Known before() {
        return known != null
                ? known
                : former.entrySet().stream()
                        .min(Map.Entry.comparingByKey())
                        .map(Map.Entry::getValue)
                        .orElse(null);
    }
}
