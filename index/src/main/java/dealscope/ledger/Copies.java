package dealscope.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which of a deal's articles are copies of another one: the first to be published is the origin of those like it. */
final class Copies {
    private final Map<String, String> originOf = new HashMap<>();
    private final List<Coverage> articles;

    /** @param articles each once, oldest first */
    Copies(List<Coverage> articles) {
        this.articles = articles;
        List<Coverage> origins = new ArrayList<>();
        for (Coverage article : articles) {
            Coverage origin = origins.stream()
                    .filter(earlier -> Fingerprint.alike(earlier.fingerprint(), article.fingerprint()))
                    .findFirst()
                    .orElse(null);
            if (origin == null) {
                origins.add(article);
            } else {
                originOf.put(article.articleId(), origin.articleId());
            }
        }
    }

    @Nullable
    String originOf(String articleId) {
        return originOf.get(articleId);
    }

    boolean isCopy(String articleId) {
        return originOf.containsKey(articleId);
    }

    int independent() {
        return articles.size() - originOf.size();
    }

    int copies() {
        return originOf.size();
    }
}
