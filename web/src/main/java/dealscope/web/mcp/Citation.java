package dealscope.web.mcp;

import dealscope.deal.Claim;
import dealscope.deal.Deal;
import dealscope.deal.Field;
import dealscope.deal.Money;
import dealscope.deal.SourceArticle;
import dealscope.web.view.Links;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A sentence of an article that is evidence for a deal.
 *
 * @param url of the article, opened at the sentence; on this server when it begins with a slash
 * @param sentence null where no single one tells it
 * @param says the deal's fields for which it is evidence
 */
record Citation(
        String title,
        String outlet,
        @Nullable Instant published,
        String url,
        @Nullable String sentence,
        Set<Field> says,
        String articleId) {
    /** What a reader wants to see proved first. */
    private static final List<Field> WEIGHT = List.of(
            Field.VALUE,
            Field.POWER_MW,
            Field.HARDWARE,
            Field.STATUS,
            Field.TERM,
            Field.EQUITY_STAKE_PCT,
            Field.ANNOUNCED,
            Field.SITE,
            Field.TYPE,
            Field.PAYER,
            Field.PAYEE);

    /**
     * All evidence, the best first: articles about the deal before those that tell it in passing, originals before copies,
     * amounts before the rest and the deal's own before others; one sentence of each article, then the others.
     *
     * @param articleLink see {@link dealscope.web.site.Site}
     */
    static List<Citation> of(Deal deal, UnaryOperator<String> articleLink) {
        Map<String, SourceArticle> articles = new LinkedHashMap<>();
        deal.sources().forEach(source -> articles.put(source.articleId(), source));
        List<Said> said = new ArrayList<>(sentences(deal, articles).values());
        said.sort(Comparator.comparing((Said each) -> each.article.copyOf() != null)
                .thenComparing(each -> !each.article.main())
                .thenComparing(Said::weight)
                .thenComparing(each -> !each.shown));
        List<Citation> first = new ArrayList<>();
        List<Citation> more = new ArrayList<>();
        Set<String> cited = new HashSet<>();
        for (Said each : said) {
            (cited.add(each.article.articleId()) ? first : more).add(each.citation(articleLink));
        }
        first.addAll(more);
        return first;
    }

    private static Map<String, Said> sentences(Deal deal, Map<String, SourceArticle> articles) {
        Map<String, Said> sentences = new LinkedHashMap<>();
        for (Claim claim : deal.claims()) {
            SourceArticle article = articles.get(claim.articleId());
            if (article != null && !claim.sentence().isBlank()) {
                sentences
                        .computeIfAbsent(
                                claim.articleId() + " " + claim.sentence(),
                                key -> new Said(article, claim.sentence().strip()))
                        .add(claim, deal.value());
            }
        }
        if (sentences.isEmpty()) {
            articles.values().forEach(article -> sentences.put(article.articleId(), new Said(article, null)));
        }
        return sentences;
    }

    private static final class Said {
        private final SourceArticle article;
        private final @Nullable String sentence;
        private final Set<Field> fields = EnumSet.noneOf(Field.class);
        /** Whether it gives the value that the deal shows. */
        private boolean shown;

        Said(SourceArticle article, @Nullable String sentence) {
            this.article = article;
            this.sentence = sentence;
        }

        void add(Claim claim, @Nullable Money value) {
            fields.add(claim.field());
            Money told = claim.money();
            shown |= told != null
                    && value != null
                    && told.currency().equals(value.currency())
                    && told.max().compareTo(value.max()) == 0;
        }

        int weight() {
            return fields.stream().mapToInt(WEIGHT::indexOf).min().orElse(WEIGHT.size());
        }

        Citation citation(UnaryOperator<String> articleLink) {
            String out = Links.out(article.url(), articleLink);
            String link = out == null ? Links.article(article.articleId()) : out;
            return new Citation(
                    article.title(),
                    article.publisher(),
                    article.published(),
                    sentence == null ? link : Links.atSentence(link, sentence),
                    sentence,
                    new TreeSet<>(fields),
                    article.articleId());
        }
    }
}
