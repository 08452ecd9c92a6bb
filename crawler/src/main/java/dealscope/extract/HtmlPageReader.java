package dealscope.extract;

import dealscope.article.Page;
import dealscope.crawler.PageReader;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Reads pages for the crawler; an article is as old as its first publication, whatever update its page shows. Never throws for any page; any number of threads may share one instance.
 */
public final class HtmlPageReader implements PageReader {
    private final Extractor extractor;

    /** @param clock what is now, to refuse dates of the future */
    public HtmlPageReader(InstantSource clock) {
        this.extractor = new Extractor(clock);
    }

    @Override
    public PageText read(Page page) {
        Extract extract = extractor.extract(page.url(), page.body(), page.contentType());
        Extract.Fields fields = extract.fields();
        return new PageText(
                extract.text(),
                fields.title().value(),
                fields.author().value(),
                instant(fields.firstPublished()),
                instant(fields.modified()),
                fields.canonical().value(),
                fields.language().value(),
                fields.siteName().value(),
                extract.reason());
    }

    private static @Nullable Instant instant(Field<OffsetDateTime> date) {
        OffsetDateTime value = date.value();
        return value == null ? null : value.toInstant();
    }
}
