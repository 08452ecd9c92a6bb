package dealscope.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which of a deal's articles are copies of another one. Of the articles of one text one speaks for all: the origin, or
 * the longest when the origin is a mere beginning of it.
 */
final class Copies {
    /** An origin shorter than this part of the longest copy was cut. */
    private static final double CUT = 0.5;

    private final Map<String, String> originOf = new HashMap<>();
    private final Set<String> silent = new HashSet<>();
    private final int articles;

    /** @param articles each once, oldest first */
    Copies(List<Coverage> articles) {
        this.articles = articles.size();
        Map<String, List<Coverage>> stories = new LinkedHashMap<>();
        articles.forEach(article -> stories.computeIfAbsent(article.story(), story -> new ArrayList<>())
                .add(article));
        stories.forEach(this::gather);
    }

    private void gather(String story, List<Coverage> group) {
        Coverage origin = group.stream()
                .filter(article -> article.articleId().equals(story))
                .findFirst()
                .orElse(group.getFirst());
        Coverage speaker = origin;
        for (Coverage article : group) {
            if (origin.length() < CUT * article.length() && article.length() > speaker.length()) {
                speaker = article;
            }
        }
        for (Coverage article : group) {
            if (article != origin) {
                originOf.put(article.articleId(), origin.articleId());
            }
            if (article != speaker) {
                silent.add(article.articleId());
            }
        }
    }

    @Nullable
    String originOf(String articleId) {
        return originOf.get(articleId);
    }

    /** Whether this article has a say of its own. */
    boolean speaks(String articleId) {
        return !silent.contains(articleId);
    }

    int independent() {
        return articles - originOf.size();
    }

    int copies() {
        return originOf.size();
    }
}
