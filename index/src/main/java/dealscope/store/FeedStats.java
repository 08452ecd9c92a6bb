package dealscope.store;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a feed has brought. An article counts for the feed that brought it first, on the day of its publication, or of
 * its first sight when it has no date.
 *
 * @param articles of all time
 * @param full of these, with their whole text
 * @param deals of all time that its articles tell of
 * @param perDay articles a day over the last 28 days, or since it began when that is later
 * @param deals28 deals told by its articles of the last 28 days
 * @param deals90 deals told by its articles of the last 90 days
 * @param articles90 articles of the last 90 days
 * @param telling90 of these, those that tell of a deal
 * @param robots28 pages of the last 28 days that robots.txt kept us from reading
 * @param rhythm time between two days on which it published, over the year up to its newest entry; null when it has
 *     published within the last three days, or on fewer than three days
 */
public record FeedStats(
        String feedId,
        int articles,
        int full,
        int deals,
        double perDay,
        int deals28,
        int deals90,
        int articles90,
        int telling90,
        int robots28,
        @Nullable Duration rhythm) {
    /** Of a feed that has brought nothing yet. */
    public static FeedStats none(String feedId) {
        return new FeedStats(feedId, 0, 0, 0, 0, 0, 0, 0, 0, 0, null);
    }

    /** Share of the articles of the last 90 days that tell of a deal, 0 to 1. */
    public double share() {
        return articles90 == 0 ? 0 : (double) telling90 / articles90;
    }
}
