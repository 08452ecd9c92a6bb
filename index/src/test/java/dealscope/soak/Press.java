package dealscope.soak;

import dealscope.fetch.FaultServer;
import dealscope.fetch.FaultServer.Behaviour;
import dealscope.fetch.FaultServer.Seen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The generated press on many hosts of one {@link FaultServer}; one answer in ten is a fault while {@link #faults} is set. */
final class Press implements Behaviour {
    /** A permanent redirect is believed after so many visits. */
    static final int VISITS_TO_MOVE = 5;

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration REFUSED = Duration.ofHours(4);
    private static final Behaviour BOMB = FaultServer.gzipBomb(20);
    private static final int PAGE_ATTEMPTS = 3;

    /** What can go wrong with a feed. */
    enum Fault {
        TOO_MANY_SECONDS,
        TOO_MANY_DATE,
        TOO_MANY,
        UNAVAILABLE_SECONDS,
        UNAVAILABLE,
        ERROR,
        CHALLENGE,
        REDIRECT,
        LOOP,
        TRUNCATED,
        CUT_OFF,
        SILENT_CLOSE,
        BOMB,
        HTML,
        DRIP
    }

    final Manners manners;
    final Map<Fault, Integer> given = new EnumMap<>(Fault.class);
    /** The newest edition of a page that was given. */
    final Map<String, Integer> pagesGiven = new ConcurrentHashMap<>();

    volatile boolean faults = true;
    volatile boolean drips;
    volatile boolean moving;
    private final List<PressFeed> feeds;
    private final InstantSource clock;
    private final Instant start;
    private final Random chance;
    /** Each kind of fault in its turn, so that a short run meets many. */
    private final List<Fault> turn;

    private int answers;
    private int turns;

    Press(List<PressFeed> feeds, Manners manners, InstantSource clock, long seed) {
        this.feeds = List.copyOf(feeds);
        this.manners = manners;
        this.clock = clock;
        this.start = clock.instant();
        this.chance = new Random(seed);
        turn = new ArrayList<>(List.of(Fault.values()));
        Collections.shuffle(turn, chance);
    }

    @Override
    public void answer(Seen seen, OutputStream out) throws IOException, InterruptedException {
        String what = seen.host() + seen.path();
        manners.begin(seen.host(), what, seen.headers(), clock.instant(), seen.at());
        try {
            String[] path = seen.path().split("/", -1);
            switch (path[1]) {
                case "robots.txt" -> robots(seen, out);
                case "feed", "moved" -> feed(feeds.get(Integer.parseInt(path[2])), seen, out);
                case "alt" -> document(feeds.get(Integer.parseInt(path[2])), seen, out);
                case "loop" ->
                    FaultServer.redirect(302, seen.path().endsWith("/a") ? "b" : "a")
                            .answer(seen, out);
                default -> page(seen, out);
            }
        } finally {
            manners.end(seen.host(), seen.at(), System.nanoTime());
        }
    }

    private void robots(Seen seen, OutputStream out) throws IOException, InterruptedException {
        boolean faulty = faults && next(10) == 0;
        manners.robots(seen.host(), clock.instant(), faulty);
        Behaviour rules = FaultServer.ok("text/plain", "User-agent: *\nDisallow: /private/\n");
        (faulty ? FaultServer.status("500 Broken") : rules).answer(seen, out);
    }

    private synchronized int next(int bound) {
        return chance.nextInt(bound);
    }

    private synchronized @Nullable Fault fault() {
        if (!faults || ++answers % 10 != 0) {
            return null;
        }
        Fault fault = turn.get(turns++ % turn.size());
        if (fault == Fault.DRIP && !drips) {
            fault = turn.get(turns++ % turn.size());
        }
        given.merge(fault, 1, Integer::sum);
        return fault;
    }

    private void feed(PressFeed feed, Seen seen, OutputStream out) throws IOException, InterruptedException {
        boolean moves = moving && feed.number % 10 == 3;
        boolean old = seen.path().startsWith("/feed/");
        if (old || !isHop(feed, seen)) {
            manners.poll(feed.number, seen.path(), seen.headers(), clock.instant());
        } else {
            manners.validators(feed.number, seen.path(), seen.headers());
        }
        Fault fault = moves && old ? null : fault();
        if (moves && old) {
            manners.movedAway(feed.number, seen.path(), VISITS_TO_MOVE);
            manners.comeBackAfter(feed.number, HOUR);
            hops.add(feed.number);
            FaultServer.redirect(301, "/moved/" + feed.number).answer(seen, out);
            return;
        }
        boolean hop = hops.remove(feed.number);
        if (fault == null) {
            document(feed, seen, out);
            if (moves && hop) {
                manners.movedVisit(feed.number, true);
            }
            return;
        }
        if (fault == Fault.REDIRECT && moves) {
            manners.movedVisit(feed.number, false);
        }
        if (fault == Fault.DRIP) {
            // Its reader leaves long before we notice.
            manners.end(seen.host(), seen.at(), seen.at());
        }
        fail(fault, feed, seen, out);
    }

    /** Feeds that were just sent from their old address to the new one. */
    private final Set<Integer> hops = ConcurrentHashMap.newKeySet();

    private boolean isHop(PressFeed feed, Seen seen) {
        return seen.path().startsWith("/moved/") && hops.contains(feed.number);
    }

    private void document(PressFeed feed, Seen seen, OutputStream out) throws IOException, InterruptedException {
        if (seen.path().startsWith("/alt/")) {
            manners.validators(feed.number, seen.path(), seen.headers());
        }
        String etag = feed.etag();
        String lastModified = feed.lastModified();
        List<String> headers = new ArrayList<>(validators(etag, lastModified));
        boolean known = etag != null
                ? etag.equals(seen.headers().get("if-none-match"))
                : lastModified != null && lastModified.equals(seen.headers().get("if-modified-since"));
        manners.comeBackAfter(feed.number, feed.leastWait());
        manners.gave(feed.number, seen.path(), etag, lastModified);
        if (known) {
            FaultServer.raw("HTTP/1.1 304 Not Modified\r\n" + String.join("\r\n", headers)
                            + "\r\nConnection: close\r\n\r\n")
                    .answer(seen, out);
            return;
        }
        if (feed.habit == PressFeed.Habit.MAX_AGE) {
            headers.add("Cache-Control: public, max-age=7200");
        }
        headers.add("Set-Cookie: reader=" + feed.number);
        byte[] body = body(feed, seen);
        if (next(2) == 0) {
            body = gzip(body);
            headers.add("Content-Encoding: gzip");
        }
        FaultServer.answer("200 OK", feed.contentType(), body, headers.toArray(String[]::new))
                .answer(seen, out);
    }

    private byte[] body(PressFeed feed, Seen seen) {
        String base = "http://" + seen.headers().get("host");
        return feed.body(base, start).getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> validators(@Nullable String etag, @Nullable String lastModified) {
        List<String> headers = new ArrayList<>();
        if (etag != null) {
            headers.add("ETag: " + etag);
        }
        if (lastModified != null) {
            headers.add("Last-Modified: " + lastModified);
        }
        return headers;
    }

    private static byte[] gzip(byte[] body) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        }
        return bytes.toByteArray();
    }

    private void fail(Fault fault, PressFeed feed, Seen seen, OutputStream out)
            throws IOException, InterruptedException {
        Duration asked = Duration.ofSeconds(600 + next(6_600));
        manners.comeBackAfter(
                feed.number,
                switch (fault) {
                    case TOO_MANY_SECONDS, TOO_MANY_DATE, UNAVAILABLE_SECONDS ->
                        asked.compareTo(HOUR) > 0 ? asked : HOUR;
                    case TOO_MANY, CHALLENGE -> REFUSED;
                    default -> HOUR;
                });
        if (fault == Fault.TOO_MANY_SECONDS || fault == Fault.TOO_MANY_DATE || fault == Fault.UNAVAILABLE_SECONDS) {
            manners.pause(seen.host(), clock.instant().plus(asked));
        } else if (fault == Fault.TOO_MANY) {
            manners.pause(seen.host(), clock.instant().plus(HOUR));
        }
        broken(fault, feed, seen, asked).answer(seen, out);
    }

    private Behaviour broken(Fault fault, PressFeed feed, Seen seen, Duration asked) {
        String etag = "ETag: \"of no use\"";
        return switch (fault) {
            case TOO_MANY_SECONDS -> FaultServer.status("429 Slow", "Retry-After: " + asked.toSeconds(), etag);
            case TOO_MANY_DATE ->
                FaultServer.status(
                        "429 Slow",
                        "Retry-After: "
                                + DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                        clock.instant().plus(asked).atOffset(ZoneOffset.UTC)));
            case TOO_MANY -> FaultServer.status("429 Slow", etag);
            case UNAVAILABLE_SECONDS -> FaultServer.status("503 Out", "Retry-After: " + asked.toSeconds());
            case UNAVAILABLE -> FaultServer.status("503 Out", etag);
            case ERROR -> FaultServer.status("500 Broken", etag);
            case CHALLENGE -> FaultServer.status("403 Forbidden", "cf-mitigated: challenge", etag);
            case REDIRECT -> FaultServer.redirect(302, "/alt/" + feed.number);
            case LOOP -> FaultServer.redirect(302, "/loop/a");
            case TRUNCATED -> truncated(feed, seen, etag);
            case CUT_OFF ->
                FaultServer.cutOff(feed.contentType(), new String(body(feed, seen), StandardCharsets.UTF_8));
            case SILENT_CLOSE -> FaultServer.raw("");
            case BOMB -> BOMB;
            case HTML -> FaultServer.ok("text/html", "<!DOCTYPE html><html><p>Welcome</p></html>", etag);
            case DRIP -> FaultServer.drip();
        };
    }

    /** Cut by the publisher's own program: the announced length is right, the document is not. */
    private Behaviour truncated(PressFeed feed, Seen seen, String etag) {
        String whole = new String(body(feed, seen), StandardCharsets.UTF_8);
        return FaultServer.ok(feed.contentType(), whole.substring(0, whole.length() * 2 / 3), etag);
    }

    private void page(Seen seen, OutputStream out) throws IOException, InterruptedException {
        String what = seen.host() + seen.path();
        String[] path = seen.path().split("/", -1);
        Story story = feeds.get(Integer.parseInt(path[2])).story(Integer.parseInt(path[3]));
        manners.page(what, path[1].equals("private"), story.edition(), PAGE_ATTEMPTS);
        int chosen = faults ? next(50) : 50;
        if (chosen < 3) {
            FaultServer.status("500 Broken").answer(seen, out);
        } else if (chosen == 3) {
            manners.pause(seen.host(), clock.instant().plusSeconds(1_800));
            FaultServer.status("503 Out", "Retry-After: 1800").answer(seen, out);
        } else if (chosen == 4) {
            FaultServer.raw("").answer(seen, out);
        } else {
            manners.pageGiven(what);
            pagesGiven.put(what, story.edition());
            FaultServer.ok("text/html; charset=utf-8", story.page()).answer(seen, out);
        }
    }
}
