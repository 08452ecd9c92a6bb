package dealscope.article;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One article, once, however many feeds carry it.
 *
 * @param id made by us from {@code urlKey} (or from feed and guid where there is no link); stable for ever
 * @param urlKey identity of the page, see {@link dealscope.article.UrlKey}
 * @param url address to show and to open, as given by the feed
 * @param canonical what the page itself says; at another domain it is the page of which this is a copy, never this one's
 *     identity
 * @param text paragraphs separated by a line feed; without title, byline, captions and boilerplate
 * @param published as the page or feed says, never invented
 * @param fetched when we read it
 * @param publisher name of the site for people ("Sample Wire")
 * @param feedId the feed that brought it first
 * @param completeness with {@code reason} in words when it is not full
 * @param sample whether it belongs to the sample collection
 */
public record Article(
        String id,
        String urlKey,
        String url,
        @Nullable String canonical,
        String title,
        String text,
        @Nullable String author,
        @Nullable Instant published,
        @Nullable Instant updated,
        Instant fetched,
        @Nullable String language,
        String publisher,
        String feedId,
        Completeness completeness,
        @Nullable String reason,
        boolean sample) {}
