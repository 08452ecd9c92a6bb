package dealscope.web.page;

import dealscope.article.Article;
import dealscope.article.Completeness;
import dealscope.deal.Analysis;
import dealscope.deal.Company;
import dealscope.deal.Deal;
import dealscope.deal.MentionKind;
import dealscope.store.Store.StoredArticle;
import dealscope.web.http.Params;
import dealscope.web.http.RequestProblem;
import dealscope.web.page.Renderer.Title;
import dealscope.web.site.Site;
import dealscope.web.view.Dates;
import dealscope.web.view.Labels;
import dealscope.web.view.Links;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /articles/{id}}: the text with everything that was found in it. */
public final class ArticlePage {
    private final Site site;
    private final Renderer renderer;

    public ArticlePage(Site site, Renderer renderer) {
        this.site = site;
        this.renderer = renderer;
    }

    /**
     * @param completeness {@code full}, {@code partial}, {@code headline}
     * @param completenessWords what that means, with the reason
     * @param note when it was not read, or not to its end
     * @param kinds of mentions in it, for the legend
     */
    public record View(
            MarkedText.Paragraph title,
            List<MarkedText.Paragraph> text,
            String publisher,
            @Nullable String author,
            String published,
            String isoPublished,
            String updated,
            String fetched,
            String completeness,
            String completenessWords,
            @Nullable String note,
            @Nullable String outHref,
            @Nullable String language,
            List<String> kinds,
            List<DealLine> deals,
            SameText sameText,
            List<Version> versions,
            boolean sample,
            String json) {
        public String versionsInWords() {
            return Labels.plural(versions.size(), "change");
        }
    }

    public void show(Context ctx) {
        String id = Params.id(ctx, "article");
        StoredArticle stored = site.store()
                .article(id)
                .orElseThrow(() -> RequestProblem.notFound("There is no article with this id."));
        if (!stored.article().id().equals(id)) {
            ctx.redirect(Links.article(stored.article().id()), HttpStatus.MOVED_PERMANENTLY);
            return;
        }
        renderer.page(ctx, "article", Title.of(stored.article().title(), "deals"), view(stored));
    }

    View view(StoredArticle stored) {
        Article article = stored.article();
        Analysis analysis = stored.analysis() == null ? Analysis.EMPTY : stored.analysis();
        List<Deal> deals = site.store().deals(stored.dealIds());
        MarkedText marked = new MarkedText(analysis, companiesOf(deals));
        List<String> kinds = analysis.mentions().stream()
                .map(mention -> mention.kind().label())
                .filter(kind -> !kind.equals(MentionKind.PUBLISHER.label()))
                .distinct()
                .toList();
        return new View(
                marked.title(article.title()),
                marked.text(article.text()),
                article.publisher(),
                article.author(),
                Dates.day(article.published()),
                Dates.iso(article.published()),
                article.updated() == null || article.updated().equals(article.published())
                        ? ""
                        : Dates.day(article.updated()),
                Dates.minute(article.fetched()),
                article.completeness().name().toLowerCase(Locale.ROOT),
                completeness(article),
                note(stored, analysis),
                Links.out(article.url(), site.articleLink()),
                article.language(),
                kinds,
                deals.stream().map(DealLine::of).toList(),
                SameText.of(article, site.store()),
                Version.of(article, site.store().revisions(List.of(article.id()))),
                article.sample(),
                "/api" + Links.article(article.id()));
    }

    /** Only companies with deals have a page to go to. */
    private static Set<String> companiesOf(List<Deal> deals) {
        Set<String> ids = new HashSet<>();
        for (Deal deal : deals) {
            deal.payer().stream().map(Company::id).forEach(ids::add);
            deal.payee().stream().map(Company::id).forEach(ids::add);
        }
        return ids;
    }

    private static String completeness(Article article) {
        String words =
                switch (article.completeness()) {
                    case FULL -> "Full text";
                    case PARTIAL -> "Text from the feed only";
                    case HEADLINE -> "Headline only";
                };
        return article.reason() == null || article.completeness() == Completeness.FULL
                ? words
                : words + ": " + article.reason();
    }

    private static @Nullable String note(StoredArticle stored, Analysis analysis) {
        if (stored.analysisError() != null) {
            return "This article could not be analyzed: " + stored.analysisError();
        }
        if (stored.analysis() == null) {
            return "This article waits to be analyzed.";
        }
        return analysis.truncated() ? "The text is longer than what is analyzed; its end was not read." : null;
    }
}
