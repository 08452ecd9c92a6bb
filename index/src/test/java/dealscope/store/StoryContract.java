package dealscope.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dealscope.article.Article;
import dealscope.article.Completeness;
import dealscope.crawler.CrawlStore.Draft;
import dealscope.deal.Analysis;
import dealscope.story.StoryCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the store promises of revisions, of articles that are one text, and of headlines without address. */
abstract class StoryContract extends DealContract {
    private static final String GOOGLE = "https://news.google.com/rss/articles/CBMi";

    // -- articles of one text

    @Test
    void articlesAreGroupedAsTheCasesSayInWhateverOrderTheyCome() throws IOException {
        Map<String, String> expected = new TreeMap<>();
        List<Article> articles = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/story"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".txt"))
                    .sorted()
                    .toList()) {
                String prefix = "c" + expected.size() + "-";
                Duration later = Duration.ofDays(60L * expected.size());
                StoryCase.read(file).origins().forEach((id, origin) -> expected.put(prefix + id, prefix + origin));
                StoryCase.articles(file).forEach(article -> articles.add(moved(article, prefix, later)));
            }
        }
        store.addFeeds(List.of(feed("wire")));
        for (int seed = 0; seed < 3; seed++) {
            Collections.shuffle(articles, new Random(seed));
            for (Article article : articles) {
                store.saveVisit(feed("wire"), visit("wire", NOW), List.of(new Draft(article.id(), article, false)));
                store.saveAnalysis(article, Analysis.EMPTY, 1);
            }
            Map<String, String> origins = new TreeMap<>();
            store.stories(articles.stream().map(Article::id).toList())
                    .forEach((id, place) -> origins.put(id, place.origin()));
            assertEquals(expected, origins, "seed " + seed);
        }
    }

    private static Article moved(Article article, String prefix, Duration later) {
        Instant published = article.published();
        return article(
                prefix + article.id(),
                article.publisher(),
                article.title(),
                article.text(),
                article.url() + "/" + prefix,
                published == null ? null : published.plus(later),
                NOW.plus(later),
                article.author(),
                article.canonical(),
                false);
    }

    @Test
    void aCopyThatIsRemovedLeavesTheOthersInTheirGroup() {
        String text =
                "Northgrid Compute agreed on Monday to rent 240 megawatts of capacity to the Halden Institute for six "
                        + "years, a contract that the two put at 3.1 billion dollars, Ingrid Solheim told reporters in Oslo.";
        store.addFeeds(List.of(feed("wire"), sampleFeed("samples")));
        told("a1", "Wire", text, NOW.minusSeconds(50));
        told("a2", "Post", text, NOW.minusSeconds(40));
        Article sample = sample("s1", NOW.minusSeconds(900));
        Article first =
                article("s1", "Sample", "T", text, "https://s.example/1", NOW.minusSeconds(900), NOW, null, null, true);
        store.saveVisit(sampleFeed("samples"), visit("samples", NOW), List.of(new Draft("s1", first, false)));
        store.saveAnalysis(first, Analysis.EMPTY, 1);
        assertEquals("s1", store.stories(List.of("a2")).get("a2").origin(), sample.id());
        assertEquals(3, store.toldFrom("s1").size());
        store.removeSamples();
        assertEquals("a1", store.stories(List.of("a2")).get("a2").origin());
        assertEquals(List.of("a1", "a2"), ids(store.toldFrom("a1")));
    }

    // -- revisions

    @Test
    void anEntryThatTellsSomethingElseIsARevisionAndIsReadAgain() {
        partial("A first text of some words.", 0);
        read();
        partial("A second text of some words.", 60);
        assertEquals("A second text of some words.", stored().text());
        assertEquals(List.of("a1"), ids(store.unanalyzed(1, 9)));
        Revision revision = store.revisions(List.of("a1")).getFirst();
        assertEquals("A first text of some words.", revision.text());
        assertEquals(NOW.plusSeconds(60), revision.seen());
    }

    @Test
    void revisionsAreBoundedAndKeepTheFirstVersion() {
        for (int i = 0; i < 60; i++) {
            partial("Text number " + i + " of this page.", i * 60);
        }
        List<Revision> revisions = store.revisions(List.of("a1"));
        assertTrue(revisions.size() <= 20, revisions.size() + " kept");
        assertEquals("Text number 0 of this page.", revisions.getFirst().text());
        assertEquals("Text number 40 of this page.", stored().text());
    }

    @Test
    void anotherFeedThatTellsTheSameArticleInOtherWordsChangesNothing() {
        partial("A first text of some words.", 0);
        store.addFeeds(List.of(feed("blog")));
        Article other = article(
                "a1",
                "Wire",
                "Title",
                "Other words by another feed.",
                "https://wire.example/a1",
                NOW,
                NOW,
                null,
                null,
                false);
        store.saveVisit(feed("blog"), visit("blog", NOW.plusSeconds(60)), List.of(new Draft("g", other, false)));
        assertEquals("A first text of some words.", stored().text());
        assertEquals(List.of(), store.revisions(List.of("a1")));
    }

    @Test
    void aFullTextInThePlaceOfASnippetIsNoRevision() {
        partial("A first text of some words.", 0);
        store.savePage(
                article(
                        "a1",
                        "Wire",
                        "Title",
                        "The whole text.",
                        "https://wire.example/a1",
                        NOW,
                        NOW,
                        null,
                        null,
                        false),
                pageVisit("wire", "a1"));
        assertEquals(List.of(), store.revisions(List.of("a1")));
    }

    private void partial(String text, long seconds) {
        store.addFeeds(List.of(feed("wire")));
        Article article = new Article(
                "a1",
                "wire.example/a1",
                "https://wire.example/a1",
                null,
                "Title",
                text,
                null,
                NOW,
                null,
                NOW,
                null,
                "Wire",
                "wire",
                Completeness.PARTIAL,
                "no page",
                false);
        store.saveVisit(feed("wire"), visit("wire", NOW.plusSeconds(seconds)), List.of(new Draft("g", article, false)));
    }

    private void read() {
        store.unanalyzed(1, 9).forEach(article -> store.saveAnalysis(article, Analysis.EMPTY, 1));
    }

    private Article stored() {
        return store.article("a1").orElseThrow().article();
    }

    // -- headlines

    @Test
    void aHeadlineFindsItsArticleWhenItComes() {
        headline("h1", "Northgrid rents halls to Halden", "wire.example", NOW);
        assertEquals(List.of("h1"), store.ids());
        store.saveAnalysis(store.unanalyzed(1, 9).getFirst(), analysis(List.of(deal("anthropic", "spacex", 45))), 1);
        direct("a1", "Northgrid Rents Halls to Halden | Wire", "https://www.wire.example/a1", NOW.plusSeconds(3600));
        assertEquals(List.of("a1"), store.ids());
        assertEquals(List.of(), dealIds(), "what was read in the headline went with it");
        assertEquals("a1", store.article("h1").orElseThrow().article().id());
        headline("h1", "Northgrid rents halls to Halden, again", "wire.example", NOW);
        assertEquals(List.of("a1"), store.ids(), "the headline does not come back");
        assertEquals(List.of(), store.revisions(List.of("a1")), "nor does it change the article");
    }

    @Test
    void aHeadlineThatComesAfterItsArticleIsNotShown() {
        direct("a1", "Northgrid rents halls to Halden", "https://wire.example/a1", NOW);
        headline("h1", "Northgrid rents halls to Halden", "wire.example", NOW.plusSeconds(3600));
        assertEquals(List.of("a1"), store.ids());
        assertEquals("a1", store.article("a1").orElseThrow().article().id());
    }

    @Test
    void aHeadlineWithoutAnAddressOfItsPublisherGoesByTheName() {
        headline("h1", "Northgrid rents halls to Halden", "", NOW);
        direct("a1", "Northgrid rents halls to Halden", "https://wire.example/a1", NOW);
        assertEquals(List.of("a1"), store.ids());
    }

    @Test
    void aHeadlineOfAnotherPublisherOrTimeOrTitleStandsAlone() {
        headline("h1", "Northgrid rents halls to Halden", "post.example", NOW);
        headline("h2", "Northgrid rents halls to Halden", "wire.example", NOW.minus(Duration.ofHours(49)));
        headline("h3", "Northgrid rents halls to nobody", "wire.example", NOW);
        headline("h4", "Morning briefing", "wire.example", NOW);
        direct("a1", "Northgrid rents halls to Halden", "https://wire.example/a1", NOW);
        direct("a2", "Morning briefing", "https://wire.example/a2", NOW);
        assertEquals(List.of("a1", "a2", "h1", "h2", "h3", "h4"), store.ids());
    }

    @Test
    void aHeadlineWaitsUntilThePageOfItsArticleWasRead() {
        headline("h1", "Northgrid rents halls to Halden", "wire.example", NOW);
        store.addFeeds(List.of(feed("wire")));
        Article article = article(
                "a1",
                "Wire",
                "Northgrid rents halls to Halden",
                "Text.",
                "https://wire.example/a1",
                NOW,
                NOW,
                null,
                null,
                false);
        store.saveVisit(feed("wire"), visit("wire", NOW), List.of(new Draft("a1", article, true)));
        assertEquals(List.of("h1"), store.ids());
        store.savePage(article, pageVisit("wire", "a1"));
        assertEquals(List.of("a1"), store.ids());
    }

    private void headline(String id, String title, String host, Instant published) {
        store.addFeeds(List.of(feed("google")));
        Article article = new Article(
                id,
                GOOGLE + id,
                GOOGLE + id,
                null,
                title,
                "",
                null,
                published,
                null,
                NOW,
                null,
                "Wire",
                "google",
                Completeness.HEADLINE,
                "hidden",
                false);
        store.saveVisit(
                feed("google"), visit("google", NOW), List.of(new Draft("g-" + id, article, false, host, false)));
    }

    private void direct(String id, String title, String url, Instant published) {
        store.addFeeds(List.of(feed("wire")));
        Article article = article(id, "Wire", title, "Text of " + id, url, published, NOW, null, null, false);
        store.saveVisit(feed("wire"), visit("wire", NOW), List.of(new Draft(id, article, false)));
    }

    private void told(String id, String publisher, String text, Instant published) {
        Article article =
                article(id, publisher, "Title", text, "https://" + id + ".example/", published, NOW, null, null, false);
        store.saveVisit(feed("wire"), visit("wire", NOW), List.of(new Draft(id, article, false)));
        store.saveAnalysis(article, Analysis.EMPTY, 1);
    }

    private static Article article(
            String id,
            String publisher,
            String title,
            String text,
            String url,
            @Nullable Instant published,
            Instant fetched,
            @Nullable String author,
            @Nullable String canonical,
            boolean sample) {
        return new Article(
                id,
                url,
                url,
                canonical,
                title,
                text,
                author,
                published,
                null,
                fetched,
                "en",
                publisher,
                sample ? "samples" : "wire",
                Completeness.FULL,
                null,
                sample);
    }
}
