package dealscope.extract;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What one page holds.
 *
 * @param text paragraphs separated by a line feed, without headline, byline, captions and boilerplate; may be empty
 * @param title the headline, without the name of the site
 * @param author names separated by a comma and a blank
 * @param published as the page says, never invented; a day without a time is midnight UTC
 * @param modified as the page says, never before {@code published}
 * @param canonical absolute http or https address on the page's own registrable domain
 * @param language BCP 47 primary language, lower case ("en", "ja")
 * @param siteName name of the site for people
 * @param kind what the page is
 * @param reason in words, why {@code kind} is not {@link Kind#ARTICLE}
 * @param publishedLocal {@code published} with the page's own offset: its day is the day that readers see
 */
public record Extract(
        String text,
        @Nullable String title,
        @Nullable String author,
        @Nullable Instant published,
        @Nullable Instant modified,
        @Nullable String canonical,
        @Nullable String language,
        @Nullable String siteName,
        Kind kind,
        @Nullable String reason,
        @Nullable OffsetDateTime publishedLocal) {

    /** What kind of page was read. */
    public enum Kind {
        /** A whole article. */
        ARTICLE,
        /** The beginning of an article, the rest is behind a paywall or on another page. */
        STUB,
        /** A page of teasers that lead elsewhere. */
        LIST,
        /** No article at all: error page, challenge, empty page. */
        NONE
    }

    static Extract none(String reason) {
        return new Extract("", null, null, null, null, null, null, null, Kind.NONE, reason, null);
    }
}
