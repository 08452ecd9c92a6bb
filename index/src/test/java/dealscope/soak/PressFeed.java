package dealscope.soak;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A feed of the generated press: what it holds, how it shows it, and which validators go with it. */
final class PressFeed {
    private static final int SHORT = 15;

    /** Which validators and wishes the feed's server sends. */
    enum Habit {
        BOTH,
        WEAK_ETAG,
        ODD_DATE,
        MAX_AGE,
        TTL_ONLY,
        NOTHING
    }

    final int number;
    final String host;
    final Habit habit;
    private final int format;
    private final Random random;
    private final List<Story> stories = new ArrayList<>();
    private final List<Story> shared = new ArrayList<>();
    /** Numbers of the stories that the neighbour prints too. */
    private final Set<Integer> printed = new HashSet<>();

    private List<Story> shown = List.of();
    private int version;
    private int own;

    PressFeed(int number, String host, long seed) {
        this.number = number;
        this.host = host;
        this.habit = Habit.values()[number % Habit.values().length];
        this.format = number / Habit.values().length % 3;
        this.random = new Random(seed * 1_000_003 + number);
    }

    String path() {
        return "/feed/" + number;
    }

    /** What happens until the next round. Returns the story that the neighbour prints too, if any: it is edited no more. */
    synchronized @Nullable Story live(int hour, boolean showAll) {
        boolean changed = showAll || hour == 0;
        Story given = null;
        for (int more = hour == 0 ? 5 : Math.max(0, random.nextInt(4) - 2); more > 0; more--) {
            Story story = new Story(number, own++, hour, 0);
            stories.add(story);
            if (given == null && random.nextInt(20) == 0) {
                given = story;
                printed.add(story.number());
            }
            changed = true;
        }
        if (random.nextInt(10) == 0) {
            int edited = random.nextInt(stories.size());
            if (!printed.contains(edited)) {
                stories.set(edited, stories.get(edited).edited());
                changed = true;
            }
        }
        if (changed || random.nextInt(10) == 0) {
            show(showAll);
        }
        return given;
    }

    synchronized void show(boolean all) {
        List<Story> next = new ArrayList<>(stories);
        next.addAll(shared);
        if (!all && random.nextInt(5) == 0 && next.size() > SHORT) {
            next = new ArrayList<>(next.subList(next.size() - SHORT, next.size()));
        }
        if (random.nextInt(3) == 0) {
            Collections.shuffle(next, random);
        }
        shown = List.copyOf(next);
        version++;
    }

    /** Least time between two polls that follows from what its server says. */
    Duration leastWait() {
        return switch (habit) {
            case BOTH, WEAK_ETAG, ODD_DATE -> Duration.ofHours(1);
            case MAX_AGE -> Duration.ofHours(2);
            case TTL_ONLY -> format == 0 ? Duration.ofHours(2) : Duration.ofHours(24);
            case NOTHING -> Duration.ofHours(24);
        };
    }

    synchronized void print(Story story) {
        shared.add(story);
    }

    synchronized Story story(int ordinal) {
        return stories.get(ordinal);
    }

    /** Every story it ever held, its neighbour's included. */
    synchronized List<Story> all() {
        List<Story> all = new ArrayList<>(stories);
        all.addAll(shared);
        return all;
    }

    synchronized @Nullable String etag() {
        return switch (habit) {
            case BOTH, MAX_AGE -> "\"f" + number + ":v" + version + "\"";
            case WEAK_ETAG -> "W/\"f" + number + "; v=" + version + "\"";
            case ODD_DATE, TTL_ONLY, NOTHING -> null;
        };
    }

    synchronized @Nullable String lastModified() {
        return switch (habit) {
            case BOTH, MAX_AGE -> "Mon, 02 Mar 2026 00:00:" + version % 60 + " GMT (" + version + ")";
            case ODD_DATE -> "version " + version + ", yesterday evening";
            case WEAK_ETAG, TTL_ONLY, NOTHING -> null;
        };
    }

    synchronized String contentType() {
        return switch (format) {
            case 0 -> "application/rss+xml";
            case 1 -> "application/atom+xml; charset=utf-8";
            default -> "application/feed+json";
        };
    }

    synchronized String body(String base, Instant start) {
        var items = new StringBuilder();
        for (Story story : shown) {
            Instant published = start.plusSeconds(3_600L * story.hour());
            String link = base + story.path();
            items.append(
                    switch (format) {
                        case 0 ->
                            "<item><guid isPermaLink='false'>" + story.guid() + "</guid><title>" + story.title()
                                    + "</title><link>" + link + "</link><dc:date>" + published
                                    + "</dc:date><description>" + story.summary() + "</description></item>\n";
                        case 1 ->
                            "<entry><id>" + story.guid() + "</id><title>" + story.title() + "</title><link href='"
                                    + link + "'/><published>" + published + "</published><summary>" + story.summary()
                                    + "</summary></entry>\n";
                        default ->
                            (items.isEmpty() ? "" : ",\n") + "{\"id\":\"" + story.guid() + "\",\"title\":\""
                                    + story.title() + "\",\"url\":\"" + link + "\",\"date_published\":\"" + published
                                    + "\",\"content_text\":\"" + story.summary() + "\"}";
                    });
        }
        String ttl = habit == Habit.TTL_ONLY ? "<ttl>120</ttl>" : "";
        return switch (format) {
            case 0 ->
                "<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>Feed " + number
                        + "</title>" + ttl + "<!-- " + version + " -->" + items + "</channel></rss>";
            case 1 ->
                "<feed xmlns='http://www.w3.org/2005/Atom'><title>Feed " + number + "</title><id>" + number + "-"
                        + version + "</id>" + items + "</feed>";
            default ->
                "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Feed " + number + "\",\"_version\":"
                        + version + ",\"items\":[" + items + "]}";
        };
    }
}
