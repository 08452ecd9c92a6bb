package dealscope.soak;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the server holds against its visitor: it sees every request, knows what it answered before, and forgives nothing. */
final class Manners {
    private static final int MOST_TOLD = 50;
    /** Of robots.txt, while its reader lives. */
    private static final Duration ROBOTS_KEPT = Duration.ofHours(24);

    private final long delayNanos;
    private final Map<String, Host> hosts = new HashMap<>();
    private final Map<Integer, Feed> feeds = new HashMap<>();
    private final Map<String, Reading> pages = new HashMap<>();
    private final List<String> violations = new ArrayList<>();
    private int requests;

    Manners(Duration delay) {
        delayNanos = delay.toNanos();
    }

    private static final class Host {
        /** When the request began that is being answered, 0 for none. */
        private long busySince;

        private long lastEnd = Long.MIN_VALUE;
        private Instant pausedUntil = Instant.MIN;
        private @Nullable Instant robotsUntil;
    }

    private static final class Feed {
        private @Nullable Instant lastPoll;
        private Duration leastWait = Duration.ZERO;
        private @Nullable String validated;
        private @Nullable String etag;
        private @Nullable String lastModified;
        private int movedVisits;
    }

    synchronized void begin(String host, String what, Map<String, String> headers, Instant now, long nanos) {
        requests++;
        Host at = hosts.computeIfAbsent(host, key -> new Host());
        check(at.busySince == 0, what + ": two requests at once");
        check(
                at.lastEnd == Long.MIN_VALUE || nanos - at.lastEnd >= delayNanos,
                what + ": only " + (nanos - at.lastEnd) / 1_000_000 + " ms after the one before");
        check(!now.isBefore(at.pausedUntil), what + ": asked although to be left alone until " + at.pausedUntil);
        check(!headers.containsKey("cookie") && !headers.containsKey("referer"), what + ": cookie or referer");
        check(
                headers.getOrDefault("user-agent", "").matches("DealscopeBot/[\\d.]+ \\(\\+https://.*\\)"),
                what + ": " + headers.get("user-agent"));
        at.busySince = nanos;
    }

    synchronized void end(String host, long begin, long nanos) {
        Host at = Objects.requireNonNull(hosts.get(host));
        if (at.busySince == begin) {
            at.busySince = 0;
            at.lastEnd = nanos;
        }
    }

    synchronized void pause(String host, Instant until) {
        Host at = Objects.requireNonNull(hosts.get(host));
        at.pausedUntil = until.isAfter(at.pausedUntil) ? until : at.pausedUntil;
    }

    /** A poll of a feed, at the address it is followed under. */
    synchronized void poll(int feed, String path, Map<String, String> headers, Instant now) {
        Feed known = feeds.computeIfAbsent(feed, key -> new Feed());
        if (known.lastPoll != null) {
            Duration wait = Duration.between(known.lastPoll, now);
            check(wait.compareTo(known.leastWait) >= 0, path + ": again after " + wait + ", not " + known.leastWait);
        }
        known.lastPoll = now;
        validators(feed, path, headers);
    }

    /** Any request for a feed's document, the hop of a redirect included. */
    synchronized void validators(int feed, String path, Map<String, String> headers) {
        Feed known = Objects.requireNonNull(feeds.get(feed));
        boolean home = path.equals(known.validated);
        String etag = home ? known.etag : null;
        String lastModified = home ? known.lastModified : null;
        check(
                Objects.equals(etag, headers.get("if-none-match")),
                path + ": If-None-Match is " + headers.get("if-none-match") + ", not " + etag);
        check(
                Objects.equals(lastModified, headers.get("if-modified-since")),
                path + ": If-Modified-Since is " + headers.get("if-modified-since") + ", not " + lastModified);
    }

    synchronized void gave(int feed, String path, @Nullable String etag, @Nullable String lastModified) {
        Feed known = Objects.requireNonNull(feeds.get(feed));
        known.validated = path;
        known.etag = etag;
        known.lastModified = lastModified;
    }

    synchronized void comeBackAfter(int feed, Duration wait) {
        Objects.requireNonNull(feeds.get(feed)).leastWait = wait;
    }

    /** Somebody asked for a refresh of everything: only the minimum pause is left. */
    synchronized void everythingWanted(Duration minimum) {
        feeds.values().forEach(feed -> feed.leastWait = minimum);
    }

    /** The old address answered that the feed has moved for good. */
    synchronized void movedAway(int feed, String path, int enough) {
        check(Objects.requireNonNull(feeds.get(feed)).movedVisits < enough, path + ": still asked after it has moved");
    }

    synchronized void movedVisit(int feed, boolean sameWay) {
        Feed known = Objects.requireNonNull(feeds.get(feed));
        known.movedVisits = sameWay ? known.movedVisits + 1 : 0;
    }

    synchronized void robots(String host, Instant now, boolean faulty) {
        Host at = Objects.requireNonNull(hosts.get(host));
        check(
                at.robotsUntil == null || !now.isBefore(at.robotsUntil),
                host + "/robots.txt: asked again before " + at.robotsUntil);
        at.robotsUntil = now.plus(faulty ? Duration.ofHours(1) : ROBOTS_KEPT);
    }

    /** A new process has no robots.txt in memory. */
    synchronized void restarted() {
        hosts.values().forEach(host -> host.robotsUntil = null);
    }

    /** An edit of the entry is a reason to read its page again, and to be patient with it again. */
    synchronized void page(String path, boolean isPrivate, int edits, int attempts) {
        check(!isPrivate, path + ": forbidden by robots.txt");
        Reading reading = pages.computeIfAbsent(path, key -> new Reading());
        reading.times++;
        check(reading.given <= edits, path + ": asked for again after it was given, " + edits + " edits");
        check(reading.times <= attempts * (edits + 1), path + ": asked for " + reading.times + " times");
    }

    synchronized void pageGiven(String path) {
        Objects.requireNonNull(pages.get(path)).given++;
    }

    private static final class Reading {
        private int times;
        private int given;
    }

    synchronized void check(boolean fine, String violation) {
        if (!fine && violations.size() < MOST_TOLD) {
            violations.add(violation);
        }
    }

    synchronized List<String> violations() {
        return List.copyOf(violations);
    }

    synchronized int requests() {
        return requests;
    }
}
