package dealscope.crawler;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** HTML to article text, as the crawler sees it. Must be safe for many threads. */
@FunctionalInterface
public interface PageReader {
    /** @param url the address that answered, after redirects */
    PageText read(String url, String html);

    /**
     * What a page tells.
     *
     * @param text paragraphs separated by a line feed; empty when no article was found
     * @param canonical what the page says its address is, absolute
     */
    record PageText(
            String text,
            @Nullable String title,
            @Nullable String author,
            @Nullable Instant published,
            @Nullable String canonical,
            @Nullable String language,
            @Nullable String siteName) {}
}
