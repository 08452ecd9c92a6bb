package dealscope.source;

import dealscope.crawler.FetchRequest;
import dealscope.crawler.FetchRequest.Kind;
import dealscope.crawler.FetchResult.Fetched;
import dealscope.crawler.Hosts;
import dealscope.crawler.Web.Errand;
import dealscope.feed.FeedDate;
import dealscope.fetch.DataFile;
import dealscope.source.Sitemap.Location;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * A site's sitemaps, those of news and the newest first: from what robots.txt names, else from the usual places, through
 * indexes of sitemaps. Only pages of the site's own domain count; files and addresses are capped.
 */
final class SitemapWalk {
    static final int MOST_FILES = 30;
    static final int MOST_ADDRESSES = 100_000;
    private static final int DEEPEST = 3;
    private static final int MOST_NAMED = 100;
    private static final int UNPACKED = 20 << 20;
    private static final List<String> USUAL_PLACES = DataFile.lines(SitemapWalk.class, "sitemap-places.txt");

    private final Errand errand;
    private final FeedDate dates;
    private final String site;
    private final Instant since;
    private final Set<String> asked = new HashSet<>();
    private final Set<String> urls = new HashSet<>();
    private final List<Location> found = new ArrayList<>();
    private final PriorityQueue<File> open = new PriorityQueue<>(Comparator.comparing((File file) -> !file.isNews())
            .thenComparing(file -> file.modified, Comparator.reverseOrder())
            .thenComparing(file -> file.order));
    private int files;
    private int addresses;
    private int undated;
    private int order;

    /** @param site any address of the site */
    SitemapWalk(Errand errand, FeedDate dates, String site, Instant since) {
        this.errand = errand;
        this.dates = dates;
        this.site = site;
        this.since = since;
    }

    private record File(String url, int depth, Instant modified, int order) {
        boolean isNews() {
            return url.toLowerCase(Locale.ROOT).contains("news");
        }
    }

    /** Reads as many files as are allowed, or until there are enough pages. */
    void read(int max, Runnable onFile) {
        String root = FeedAddress.site(site);
        if (root == null) {
            return;
        }
        List<String> named = namedByRobots(root);
        if (named.isEmpty()) {
            USUAL_PLACES.forEach(place -> offer(root + place, 0, Instant.MAX));
        }
        named.forEach(url -> offer(url, 0, Instant.MAX));
        while (!open.isEmpty() && files < MOST_FILES && addresses < MOST_ADDRESSES && found.size() < max) {
            file(open.poll());
            onFile.run();
        }
    }

    private List<String> namedByRobots(String root) {
        List<String> named = new ArrayList<>();
        if (errand.fetch(FetchRequest.of(root + "/robots.txt", Kind.ROBOTS)) instanceof Fetched fetched) {
            String text = new String(fetched.page().body(), StandardCharsets.UTF_8);
            text.lines()
                    .map(String::strip)
                    .filter(SitemapWalk::isSitemapLine)
                    .limit(MOST_NAMED)
                    .forEach(line -> {
                        String url = FeedAddress.resolve(
                                line.substring(line.indexOf(':') + 1).split("\\s#", 2)[0], root + "/");
                        if (url != null) {
                            named.add(url);
                        }
                    });
        }
        return named;
    }

    private static boolean isSitemapLine(String line) {
        int colon = line.indexOf(':');
        return colon > 0 && line.substring(0, colon).strip().equalsIgnoreCase("sitemap");
    }

    private void offer(String url, int depth, Instant modified) {
        if (depth <= DEEPEST && !modified.isBefore(since) && asked.add(url)) {
            open.add(new File(url, depth, modified, order++));
        }
    }

    private void file(File file) {
        files++;
        if (!(errand.fetch(FetchRequest.of(file.url, Kind.SITEMAP)) instanceof Fetched fetched)) {
            return;
        }
        Sitemap sitemap = Sitemap.read(fetched.page().body(), fetched.page().contentType(), dates, UNPACKED);
        for (Location child : sitemap.children()) {
            offer(child.url(), file.depth + 1, child.modified() == null ? Instant.MAX : child.modified());
        }
        for (Location page : sitemap.pages()) {
            addresses++;
            take(page);
        }
    }

    private void take(Location page) {
        if (!Hosts.sameDomain(page.url(), site)) {
            return;
        }
        Instant date = page.date();
        if (date == null) {
            undated++;
        } else if (!date.isBefore(since) && urls.add(page.url())) {
            found.add(page);
        }
    }

    /** Pages not older than asked for, the newest first. */
    List<Location> found() {
        return found.stream()
                .sorted(Comparator.comparing(Location::date, Comparator.nullsLast(Comparator.reverseOrder()))
                        .thenComparing(Location::url))
                .toList();
    }

    int count() {
        return found.size();
    }

    int files() {
        return files;
    }

    /** Pages of the site that tell no date, which are left alone. */
    int undated() {
        return undated;
    }
}
