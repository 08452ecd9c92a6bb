package dealscope.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dealscope.article.Article;
import dealscope.crawler.EntryFilter;
import dealscope.crawler.FeedState;
import dealscope.crawler.Intake;
import dealscope.crawler.MemoryStore;
import dealscope.fetch.FaultServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class BackfillTest {
    private static final Instant SINCE = Instant.parse("2026-01-01T00:00:00Z");
    private final SourceFixture fixture = new SourceFixture();
    private final FaultServer server = fixture.server;
    private final MemoryStore store = new MemoryStore(List.of());
    private final FeedState feed = MemoryStore.feed("http://a.test/feed", SourceFixture.START);
    private final List<Backfill.Step> steps = new ArrayList<>();
    private EntryFilter filter = EntryFilter.NONE;

    @AfterEach
    void close() {
        fixture.close();
    }

    private Backfill.Result run(Instant since, int max, boolean dryRun) {
        store.put(feed);
        var backfill =
                new Backfill(fixture.web, fixture::parse, new Intake(store, filter, fixture), this::known, fixture);
        return backfill.run(feed, new Backfill.Plan(since, max, dryRun), steps::add);
    }

    private Set<String> known(List<String> ids) {
        Set<String> stored = store.articles().stream().map(Article::id).collect(Collectors.toSet());
        stored.retainAll(ids);
        return stored;
    }

    private Set<String> urls() {
        return store.articles().stream().map(Article::url).collect(Collectors.toCollection(TreeSet::new));
    }

    /** A feed document with a link to another. */
    private static FaultServer.Behaviour atom(String links, String... entries) {
        StringBuilder xml = new StringBuilder("<feed xmlns='http://www.w3.org/2005/Atom' "
                + "xmlns:fh='http://purl.org/syndication/history/1.0'><title>Wire</title>" + links);
        for (String entry : entries) {
            String[] parts = entry.split("@");
            xml.append("<entry><id>tag:")
                    .append(parts[0])
                    .append("</id><title>About ")
                    .append(parts[0]);
            xml.append("</title><link href='http://a.test/").append(parts[0]).append("'/><published>");
            xml.append(parts[1]).append("T00:00:00Z</published></entry>");
        }
        return FaultServer.ok("application/atom+xml", xml + "</feed>");
    }

    private static String url(String path, String inside) {
        return "<url><loc>http://a.test" + path + "</loc>" + inside + "</url>";
    }

    private static String urlset(String... urls) {
        return "<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
                + String.join("", urls) + "</urlset>";
    }

    @Test
    void earlierDocumentsAreReadUntilAllIsOldAndNothingComesTwice() {
        server.on(
                        "/feed",
                        atom("<link rel='prev-archive' href='/archive/2'/><link rel=next href='/no'/>", "1@2026-02-20"))
                .on("/archive/2", atom("<link rel='PREV-archive' href='1'/>", "1@2026-02-20", "2@2026-02-01"))
                .on("/archive/1", atom("<link rel='prev-archive' href='0'/>", "3@2025-12-01"))
                .on("/archive/0", atom("", "4@2025-11-01"));
        Backfill.Result result = run(SINCE, 100, false);
        assertEquals(Set.of("http://a.test/1", "http://a.test/2"), urls());
        assertEquals(3, result.documents());
        assertEquals(2, result.fresh());
        assertEquals(Instant.parse("2026-02-01T00:00:00Z"), result.oldest());
        assertEquals(List.of(), server.requests("/archive/0"));
        assertEquals(3, steps.stream().filter(step -> step.sitemaps() == 0).count());
        assertEquals(0, run(SINCE, 100, false).fresh());
        assertEquals(2, store.articles().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rss version='2.0' xmlns:a='http://www.w3.org/2005/Atom'><channel><title>W</title>"
                        + "<a:link rel='next' href='/2'/>%s</channel></rss>",
                "<rss version='2.0'><channel><title>W</title><atom:link rel='self' href='/feed'/>"
                        + "<atom:link REL='Next' HREF='http://a.test/2'/>%s</channel></rss>",
                "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>"
                        + "<channel><title>W</title><atom:link xmlns:atom='http://www.w3.org/2005/Atom' rel='next' "
                        + "href='2'/></channel>%s</rdf:RDF>"
            })
    void theNextDocumentOfAnRssFeedIsFoundUnderAnyPrefix(String form) {
        String item = "<item><title>%d</title><link>http://a.test/a%d</link></item>";
        server.on("/feed", FaultServer.ok("application/rss+xml", form.formatted(item.formatted(1, 1))))
                .on("/2", SourceFixture.rss("W", "http://a.test/a2"));
        run(SINCE, 100, false);
        assertEquals(Set.of("http://a.test/a1", "http://a.test/a2"), urls());
    }

    @Test
    void aJsonFeedNamesItsNextDocumentToo() {
        server.on("/feed", FaultServer.ok("application/feed+json", """
                        {"version":"https://jsonfeed.org/version/1.1","title":"W","next_url":"/2",
                         "items":[{"id":"1","url":"http://a.test/a1","title":"One"}]}"""))
                .on("/2", SourceFixture.rss("W", "http://a.test/a2"));
        run(SINCE, 100, false);
        assertEquals(Set.of("http://a.test/a1", "http://a.test/a2"), urls());
    }

    @Test
    void aCompleteFeedHasNoEarlierDocuments() {
        server.on("/feed", atom("<fh:complete/><link rel='next' href='/2'/>", "1@2026-02-20"))
                .on("/2", atom("", "2@2026-02-20"));
        assertEquals(1, run(SINCE, 100, false).documents());
    }

    @Test
    void circlesAndEndlessChainsOfDocumentsEnd() {
        server.on("/feed", atom("<link rel='next' href='/2'/>", "1@2026-02-20"))
                .on("/2", atom("<link rel='next' href='/feed'/>", "2@2026-02-20"));
        assertEquals(2, run(SINCE, 100, false).documents());
        server.on("/feed", atom("<link rel='next' href='/p?1'/>", "1@2026-02-20"))
                .on("*", (request, out) -> {
                    int page = request.path().startsWith("/p?")
                            ? Integer.parseInt(request.path().substring(3))
                            : 0;
                    FaultServer.Behaviour answer = page == 0
                            ? FaultServer.status("404 Not Found")
                            : atom("<link rel='next' href='/p?" + (page + 1) + "'/>", "p" + page + "@2026-02-10");
                    answer.answer(request, out);
                });
        assertEquals(Archive.MOST_DOCUMENTS, run(SINCE, 1_000, true).documents());
        server.on("*", (request, out) -> {
            boolean page = request.path().startsWith("/p?");
            FaultServer.Behaviour same = page
                    ? atom("<link rel='next' href='" + request.path() + "1'/>", "1@2026-02-20")
                    : FaultServer.status("404 Not Found");
            same.answer(request, out);
        });
        assertEquals(2, run(SINCE, 1_000, true).documents(), "a document without news is the last");
    }

    @Test
    void sitemapsOfNewsNamedByRobotsTxtGiveTitlesAndDates() {
        server.on("/feed", atom("", "1@2026-02-20"))
                .on(
                        "/robots.txt",
                        FaultServer.ok(
                                "text/plain",
                                "User-agent: *\n SITEMAP : /maps/news.xml # of news\n"
                                        + "Sitemap: http://a.test/maps/other.xml"))
                .on(
                        "/maps/other.xml",
                        FaultServer.ok("application/xml", urlset(url("/o", "<lastmod>2026-02-02</lastmod>"))))
                .on(
                        "/maps/news.xml",
                        FaultServer.ok(
                                "text/html",
                                urlset(
                                        url(
                                                "/1",
                                                "<news:news><news:publication_date>2026-02-20</news:publication_date>"
                                                        + "<news:title>Same as in the feed</news:title></news:news>"),
                                        url(
                                                "/2?utm_source=x",
                                                "<news:news><news:publication><news:name>Wire</news:name></news:publication>"
                                                        + "<news:publication_date>2026-02-03T10:00:00+01:00</news:publication_date>"
                                                        + "<news:title>Turbines &amp; gas</news:title></news:news>"
                                                        + "<image:image><image:loc>http://a.test/pic.png</image:loc>"
                                                        + "<image:title>A picture</image:title></image:image>"),
                                        url("/old", "<lastmod>2025-02-02</lastmod>"),
                                        url("/undated", ""),
                                        "<url><loc>http://elsewhere.test/x</loc><lastmod>2026-02-02</lastmod></url>",
                                        "<url><loc>javascript:alert(1)</loc><lastmod>2026-02-02</lastmod></url>")));
        Backfill.Result result = run(SINCE, 100, false);
        assertEquals(Set.of("http://a.test/1", "http://a.test/2?utm_source=x", "http://a.test/o"), urls());
        Article turbines = store.article("http://a.test/2?utm_source=x");
        assertEquals("Turbines & gas", turbines.title());
        assertEquals(Instant.parse("2026-02-03T09:00:00Z"), turbines.published());
        assertNull(store.article("http://a.test/o").published(), "a change is no publication");
        assertEquals("About 1", store.article("http://a.test/1").title());
        assertEquals(1, result.undated());
        assertEquals(2, result.sitemaps());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<urlset>%s</urlset>",
                "<URLSET>%s</URLSET>",
                "<urlset xmlns='http://www.google.com/schemas/sitemap/0.84'>%s",
                "<ns2:urlset xmlns:ns2='x'>%s</ns2:urlset>",
                "\n\n<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><urlset>%s<url><loc>http://a.te"
            })
    void aSitemapIsReadWhateverItsNamespacesAndItsEnd(String form) {
        String page = url(
                "/x",
                "<n:news xmlns:n='y'><n:publication_date>2026-02-02</n:publication_date>"
                        + "<n:title>A title</n:title></n:news>");
        server.on("/feed", atom("")).on("/sitemap.xml", FaultServer.ok("text/xml", form.formatted(page)));
        run(SINCE, 100, false);
        assertEquals("A title", store.article("http://a.test/x").title());
    }

    @Test
    void indexesAndPackedFilesAreFollowedButNotForEverAndNotIntoThePast() throws IOException {
        String index = "<sitemapindex><sitemap><loc>http://a.test/old.xml</loc><lastmod>2024-01-01</lastmod></sitemap>"
                + "<sitemap><loc>http://a.test/packed.xml.gz</loc><lastmod>2026-02-01</lastmod></sitemap>"
                + "<sitemap><loc>http://a.test/sitemap.xml</loc></sitemap></sitemapindex>";
        server.on("/feed", atom(""))
                .on("/sitemap.xml", FaultServer.ok("application/xml", index))
                .on(
                        "/packed.xml.gz",
                        FaultServer.answer(
                                "200 OK",
                                "application/x-gzip",
                                gzip(urlset(url("/packed", "<lastmod>2026-02-02</lastmod>")))));
        run(SINCE, 100, false);
        assertEquals(Set.of("http://a.test/packed"), urls());
        assertEquals(List.of(), server.requests("/old.xml"));
        assertEquals(1, server.requests("/sitemap.xml").size());

        server.on("*", (request, out) -> {
            String deeper = "<sitemapindex>";
            for (int i = 0; i < 40; i++) {
                deeper += "<sitemap><loc>http://a.test" + request.path() + "/" + i + "</loc></sitemap>";
            }
            FaultServer.ok("application/xml", deeper + "</sitemapindex>").answer(request, out);
        });
        assertEquals(SitemapWalk.MOST_FILES, run(SINCE, 100, true).sitemaps());
    }

    @Test
    void aBombAndAFileWithoutEndAreReadUpToTheCap() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            gzip.write(urlset(url("/first", "<lastmod>2026-02-02</lastmod>"))
                    .replace("</urlset>", "")
                    .getBytes(StandardCharsets.UTF_8));
            byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 100; i++) {
                gzip.write(blanks);
            }
        }
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 60_000; i++) {
            many.append(url("/n" + i, "<lastmod>2026-02-02</lastmod>"));
        }
        server.on("/feed", atom(""))
                .on("/robots.txt", FaultServer.ok("text/plain", "Sitemap: /bomb.gz\nSitemap: /long.xml"))
                .on("/bomb.gz", FaultServer.answer("200 OK", "application/gzip", bomb.toByteArray()))
                .on("/long.xml", FaultServer.ok("application/xml", urlset(many.toString())));
        Backfill.Result result = run(SINCE, 500, false);
        assertEquals(500, result.found());
        assertEquals(500, store.articles().size());
    }

    @Test
    void aDryRunStoresNothingAndTheRulesOfTheFeedHold() {
        filter = options -> article -> article.title().contains("2");
        FeedState ruled = feed.withOptions(feed.options().withRules(null, "2"));
        store.put(ruled);
        server.on("/feed", atom("", "1@2026-02-20", "2@2026-02-20"));
        var backfill =
                new Backfill(fixture.web, fixture::parse, new Intake(store, filter, fixture), this::known, fixture);
        Backfill.Result dry = backfill.run(ruled, new Backfill.Plan(SINCE, 10, true), steps::add);
        assertEquals(2, dry.fresh());
        assertEquals(1, dry.dropped());
        assertEquals(List.of(), store.articles());
        assertEquals(List.of(), store.visits());
        backfill.run(ruled, new Backfill.Plan(SINCE, 10, false), steps::add);
        assertEquals(Set.of("http://a.test/1"), urls());
        assertEquals(1, store.dropped().size());
    }

    @Test
    void aFeedThatCannotBeReadSaysWhyAndTheSitemapsAreTriedAllTheSame() {
        server.on("/feed", FaultServer.status("500 Oops"))
                .on("/sitemap.xml", FaultServer.ok("text/xml", urlset(url("/x", "<lastmod>2026-02-02</lastmod>"))));
        Backfill.Result result = run(SINCE, 10, false);
        assertTrue(String.valueOf(result.trouble()).contains("http://a.test/feed"), result.toString());
        assertEquals(1, result.fresh());
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }
}
