package dealscope.web.page;

import dealscope.article.Article;
import dealscope.store.Store;
import dealscope.story.StoryPlace;
import dealscope.web.view.Dates;
import dealscope.web.view.Labels;
import dealscope.web.view.Links;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The articles that carry the text of the one that is shown.
 *
 * @param credit the outlet that the article names as origin, empty when it names none
 * @param copyOf the origin, null when the article is the origin itself
 * @param others the other copies, the oldest first
 * @param count in words
 */
public record SameText(String credit, @Nullable Other copyOf, List<Other> others, String count) {

    public record Other(String href, String title, String publisher, String date, String isoDate) {
        static Other of(Article article) {
            return new Other(
                    Links.article(article.id()),
                    article.title(),
                    article.publisher(),
                    Dates.day(article.published()),
                    Dates.iso(article.published()));
        }
    }

    /** Whether there is anything to tell. */
    public boolean isEmpty() {
        return credit.isEmpty() && copyOf == null && others.isEmpty();
    }

    static SameText of(Article article, Store store) {
        StoryPlace place = store.stories(List.of(article.id())).getOrDefault(article.id(), new StoryPlace("", null));
        List<Article> told = store.toldFrom(place.origin());
        Other origin = told.stream()
                .filter(each -> each.id().equals(place.origin()) && !each.id().equals(article.id()))
                .findFirst()
                .map(Other::of)
                .orElse(null);
        List<Other> others = told.stream()
                .filter(each -> !each.id().equals(place.origin()) && !each.id().equals(article.id()))
                .map(Other::of)
                .toList();
        String count = Labels.plural(others.size(), origin == null ? "copy" : "other copy");
        return new SameText(place.credit() == null ? "" : place.credit(), origin, others, count);
    }
}
