package dealscope.web.site;

import dealscope.web.view.Dates;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How far the program is with a refresh: what page, API, event stream and command line show of it.
 *
 * @param feedsDone of {@code feeds} in this refresh, failed ones included
 * @param fresh articles that were new
 * @param pagesDone of {@code pages}, article pages; their number grows while feeds are read
 * @param articlesLeft articles still to be read for deals, roughly
 * @param started null when none is under way
 * @param resumes when a refresh that was stopped goes on by itself; null unless one was
 */
public record Progress(
        State state,
        int feedsDone,
        int feeds,
        int failed,
        int fresh,
        int pagesDone,
        int pages,
        int articlesLeft,
        @Nullable Instant started,
        @Nullable Instant resumes) {
    public static final Progress IDLE = new Progress(State.IDLE, 0, 0, 0, 0, 0, 0, 0, null, null);

    /** What is going on. */
    public enum State {
        IDLE,
        RUNNING,
        /** Somebody asked it to stop; requests under way are being ended. */
        STOPPING,
        /** Somebody stopped it. */
        STOPPED;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** None is under way: one was stopped, and goes on by itself at this time. */
    public static Progress stopped(Instant resumes) {
        return new Progress(State.STOPPED, 0, 0, 0, 0, 0, 0, 0, null, resumes);
    }

    public boolean running() {
        return state == State.RUNNING || state == State.STOPPING;
    }

    /** Feeds and pages that are done, for a bar. */
    public int done() {
        return feedsDone + pagesDone;
    }

    /** Feeds and pages there are so far, for a bar; at least 1. */
    public int total() {
        return Math.max(1, feeds + pages);
    }

    /** One line for people: "Reading feeds: 3 of 12, 40 pages to fetch, 5 new articles". */
    public String words() {
        return switch (state) {
            case IDLE -> "Up to date";
            case STOPPED ->
                "Stopped; what was read is kept"
                        + (resumes == null ? "" : ", the rest follows at " + Dates.time(resumes));
            case STOPPING -> "Stopping; what was read is kept";
            case RUNNING -> running(new StringBuilder("Reading feeds: " + feedsDone + " of " + feeds));
        };
    }

    private String running(StringBuilder words) {
        part(words, Math.max(0, pages - pagesDone), "page", " to fetch");
        part(words, articlesLeft, "article", " to analyze");
        part(words, fresh, "new article", "");
        if (failed > 0) {
            words.append(", ").append(failed).append(" failed");
        }
        return words.toString();
    }

    private static void part(StringBuilder words, int count, String what, String rest) {
        if (count > 0) {
            words.append(String.format(Locale.ROOT, ", %,d %s%s%s", count, what, count == 1 ? "" : "s", rest));
        }
    }
}
