package dealscope.web.page;

import dealscope.deal.Deal;
import dealscope.deal.SourceArticle;
import dealscope.ledger.Plausibility;
import dealscope.web.site.Site;
import dealscope.web.view.Dates;
import dealscope.web.view.Labels;
import dealscope.web.view.Links;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A deal in short, with its claims, as it stands beside a list.
 *
 * @param href of the whole page
 * @param flag why the figures cannot all be right; empty when they may
 */
public record Preview(
        DealLine line,
        String type,
        String href,
        List<Fact> facts,
        List<DealPage.Step> history,
        String reported,
        String changed,
        String sources,
        String flag,
        String json) {

    /** Null when there is no such deal, or nobody had told of it by then. @param day whose knowledge it is; null: today */
    static @Nullable Preview of(Site site, String id, @Nullable LocalDate day) {
        Optional<Deal> deal =
                day == null ? site.store().deal(id) : site.store().ledger().dealAsOf(id, day);
        return deal.map(each -> of(site, each, day == null ? "" : "?asOf=" + day))
                .orElse(null);
    }

    private static Preview of(Site site, Deal deal, String then) {
        Map<String, SourceArticle> articles = deal.sources().stream()
                .collect(Collectors.toMap(SourceArticle::articleId, source -> source, (a, b) -> a));
        String flag = Plausibility.flag(deal);
        return new Preview(
                DealLine.of(deal),
                Labels.type(deal.type()),
                Links.deal(deal.id()) + then,
                Fact.all(deal, articles, site.articleLink()),
                DealPage.steps(deal, articles),
                Dates.day(deal.reported()),
                Dates.day(deal.lastChanged()),
                DealPage.sources(deal),
                flag == null ? "" : flag,
                "/api" + Links.deal(deal.id()) + then);
    }
}
