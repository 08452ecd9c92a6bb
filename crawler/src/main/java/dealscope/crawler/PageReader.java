package dealscope.crawler;

import dealscope.article.Page;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Page to article text, as the crawler sees it. Must be safe for many threads. */
@FunctionalInterface
public interface PageReader {
    PageText read(Page page);

    /**
     * What a page tells.
     *
     * @param text paragraphs separated by a line feed; empty when no article was found
     * @param canonical what the page says its address is, absolute
     * @param shortfall in words, why the text is not the whole article (a paywall, a list, none); null when it is
     */
    record PageText(
            String text,
            @Nullable String title,
            @Nullable String author,
            @Nullable Instant published,
            @Nullable Instant modified,
            @Nullable String canonical,
            @Nullable String language,
            @Nullable String siteName,
            @Nullable String shortfall) {}
}
