package dealscope.store;

import dealscope.article.Article;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** Takes articles out of the store, with what was found in them and the groups they were in. */
final class ArticleRemoval {
    private final Handle handle;
    private final LedgerRules rules;

    ArticleRemoval(Handle handle, LedgerRules rules) {
        this.handle = handle;
        this.rules = rules;
    }

    void of(List<String> ids) {
        DealRevision revision = new DealRevision(handle, rules);
        StoryTable stories = new StoryTable(handle);
        Set<String> neighbours = new TreeSet<>();
        ids.forEach(id -> neighbours.addAll(stories.neighbours(id)));
        ids.forEach(revision::willChange);
        ids.forEach(new ArticleTable(handle)::remove);
        ids.forEach(neighbours::remove);
        Set<String> changed = new TreeSet<>(stories.regroup(neighbours));
        changed.addAll(ids);
        revision.revise(changed);
        changed.forEach(new ArticleTable(handle)::touch);
    }

    /** Lets the headlines that waited for this article go up in it. */
    void ofHeadlines(String articleId) {
        Article article = new ArticleTable(handle).textOf(articleId).orElse(null);
        Headlines headlines = new Headlines(handle);
        List<String> found = article == null || headlines.isHeadline(articleId) ? List.of() : headlines.of(article);
        if (!found.isEmpty()) {
            found.forEach(headline -> headlines.join(headline, articleId));
            of(found);
        }
    }
}
