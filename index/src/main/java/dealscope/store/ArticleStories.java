package dealscope.store;

import dealscope.deal.Analysis;
import dealscope.deal.Report;
import dealscope.ledger.ReportId;
import dealscope.story.StoryPlace;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Of what story each of some articles is: the deal that it is about, when it is about one only, else its text's origin. */
final class ArticleStories {
    private final Map<ReportId, String> deals;
    private final Map<String, StoryPlace> places;

    private ArticleStories(Map<ReportId, String> deals, Map<String, StoryPlace> places) {
        this.deals = deals;
        this.places = places;
    }

    static ArticleStories of(Handle handle, List<String> articleIds) {
        return new ArticleStories(
                new DealTable(handle).assignedOf(articleIds), new StoryTable(handle).places(articleIds));
    }

    String of(String articleId, Analysis analysis) {
        Set<String> about = analysis.reports().stream()
                .filter(Report::main)
                .map(report -> deals.get(new ReportId(articleId, report.ordinal())))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return about.size() == 1 ? about.iterator().next() : origin(articleId);
    }

    boolean isCopy(String articleId) {
        return !origin(articleId).equals(articleId);
    }

    private String origin(String articleId) {
        StoryPlace place = places.get(articleId);
        return place == null ? articleId : place.origin();
    }
}
