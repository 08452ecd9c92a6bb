package dealscope.article;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One item of a feed.
 *
 * @param id the publisher's own identity (guid, atom:id), exactly as written, or null
 * @param title plain text, never blank: falls back to the summary's beginning, then to the link
 * @param link absolute address of the page, or null
 * @param published when it gives none the date of the last update, null when there is no valid date; never invented
 * @param author plain text
 * @param summary sanitized HTML
 * @param content sanitized HTML of the full text when the feed carries it
 * @param source name of the publisher when the feed is an aggregator ({@code <source>}), else null
 * @param sourceUrl address of that publisher's site or feed, absolute, or null
 */
public record Entry(
        @Nullable String id,
        String title,
        @Nullable String link,
        @Nullable Instant published,
        @Nullable Instant updated,
        @Nullable String author,
        @Nullable String summary,
        @Nullable String content,
        @Nullable String source,
        @Nullable String sourceUrl) {
    /** The title of an entry that gives none, nor a text or an address to take one from. */
    public static final String UNTITLED = "Untitled";

    /** Whether there is anything to read or to know it by; an entry of nothing but a date or a name is worth no article. */
    public boolean isReadable() {
        return id != null || link != null || summary != null || content != null || !title.equals(UNTITLED);
    }
}
