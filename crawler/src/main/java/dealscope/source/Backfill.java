package dealscope.source;

import dealscope.article.Entry;
import dealscope.article.Feed;
import dealscope.crawler.CrawlStore.Draft;
import dealscope.crawler.FeedParser;
import dealscope.crawler.FeedState;
import dealscope.crawler.Intake;
import dealscope.crawler.Web;
import dealscope.crawler.Web.Errand;
import dealscope.feed.FeedDate;
import dealscope.source.Sitemap.Location;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Older entries of a feed than the feed shows: from its archive documents (RFC 5005), then from the sitemaps of its site.
 * Done when a person asks for it, never by itself. What is found goes the ordinary way into the store: an article that is
 * there already is left alone, the feed's rules hold, pages are fetched by the refreshes that follow.
 *
 * <p>At most {@value Archive#MOST_DOCUMENTS} documents and {@value SitemapWalk#MOST_FILES} sitemaps are asked for, one
 * after the other with the crawl's pauses. Blocks for as long as that takes; interrupting the thread ends it. Safe for
 * many threads.
 */
public final class Backfill {
    private final Web web;
    private final FeedParser parser;
    private final Intake intake;
    private final Function<List<String>, Set<String>> known;
    private final FeedDate dates;

    /** @param known which of these article ids are in the store */
    public Backfill(
            Web web, FeedParser parser, Intake intake, Function<List<String>, Set<String>> known, InstantSource clock) {
        this.web = web;
        this.parser = parser;
        this.intake = intake;
        this.known = known;
        this.dates = new FeedDate(clock);
    }

    /**
     * What is asked for.
     *
     * @param since nothing older is taken
     * @param max most entries taken, the newest
     * @param dryRun true to store nothing
     */
    public record Plan(Instant since, int max, boolean dryRun) {
        public static final int MOST = 10_000;

        public Plan {
            if (max < 1 || max > MOST) {
                throw new IllegalArgumentException("max must be from 1 to " + MOST + ": " + max);
            }
        }
    }

    /**
     * How far it has come.
     *
     * @param documents archive documents read
     * @param sitemaps files asked for
     * @param found entries met so far
     */
    public record Step(int documents, int sitemaps, int found) {}

    /**
     * What came of it.
     *
     * @param found entries not older than asked for, within the limit
     * @param fresh those that are new to the store (in a dry run: would be)
     * @param dropped those among {@code fresh} that the feed's rules drop
     * @param undated addresses in sitemaps that tell no date and were left alone
     * @param oldest date of the oldest fresh entry, or null
     * @param titles of some fresh entries
     * @param trouble why it ended early, in words, or null
     */
    public record Result(
            int documents,
            int sitemaps,
            int found,
            int fresh,
            int dropped,
            int undated,
            @Nullable Instant oldest,
            List<String> titles,
            @Nullable String trouble) {
        public Result {
            titles = List.copyOf(titles);
        }
    }

    /** @param progress is called after each document, on this thread */
    public Result run(FeedState feed, Plan plan, Consumer<Step> progress) {
        Archive archive;
        SitemapWalk sitemaps;
        try (Errand errand = web.open()) {
            archive = new Archive(errand, parser);
            archive.read(
                    feed.url(),
                    plan.since(),
                    plan.max(),
                    () -> progress.accept(
                            new Step(archive.documents(), 0, archive.entries().size())));
            int left = plan.max() - archive.entries().size();
            String site = archive.site() == null ? feed.url() : archive.site();
            sitemaps = new SitemapWalk(errand, dates, site, plan.since());
            if (left > 0) {
                sitemaps.read(
                        left,
                        () -> progress.accept(new Step(
                                archive.documents(),
                                sitemaps.files(),
                                archive.entries().size() + sitemaps.count())));
            }
        }
        return take(feed, plan, archive, sitemaps);
    }

    private Result take(FeedState feed, Plan plan, Archive archive, SitemapWalk sitemaps) {
        List<Entry> entries = new ArrayList<>(archive.entries());
        sitemaps.found().stream()
                .limit(Math.max(0, plan.max() - entries.size()))
                .map(Backfill::entry)
                .forEach(entries::add);
        Feed content = new Feed(archive.title(), archive.site(), entries, null, List.of());
        List<Draft> fresh = fresh(intake.drafts(feed, content, plan.max()));
        if (!plan.dryRun() && !fresh.isEmpty()) {
            intake.store(feed, fresh, feed.url(), "Older entries from the archive and the sitemaps of the site.", 0);
        }
        return new Result(
                archive.documents(),
                sitemaps.files(),
                entries.size(),
                fresh.size(),
                (int) fresh.stream().filter(Draft::dropped).count(),
                sitemaps.undated(),
                fresh.stream()
                        .map(draft -> draft.article().published())
                        .flatMap(Stream::ofNullable)
                        .min(Instant::compareTo)
                        .orElse(null),
                fresh.stream().limit(5).map(draft -> draft.article().title()).toList(),
                archive.trouble());
    }

    /** Those whose article is not in the store, each article once. */
    private List<Draft> fresh(List<Draft> drafts) {
        Set<String> there = known.apply(
                drafts.stream().map(draft -> draft.article().id()).distinct().toList());
        Set<String> once = drafts.stream()
                .map(draft -> draft.article().id())
                .filter(id -> !there.contains(id))
                .collect(Collectors.toSet());
        return drafts.stream()
                .filter(draft -> once.remove(draft.article().id()))
                .toList();
    }

    private static Entry entry(Location page) {
        String title = page.title() == null ? page.url() : page.title();
        return new Entry(null, title, page.url(), page.published(), page.modified(), null, null, null, null, null);
    }
}
