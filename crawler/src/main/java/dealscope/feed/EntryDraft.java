package dealscope.feed;

import dealscope.article.Entry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry while it is being read. The reader of a format offers candidates in the order of their worth; the first that
 * holds anything wins. Fallbacks that are the same for all formats are applied by {@link #finish}.
 */
final class EntryDraft {
    private static final int LONGEST_LINE = 1_000;
    private static final int TITLE_FROM_SUMMARY = 120;
    private final FeedDate dates;
    private @Nullable String id;
    private @Nullable String title;
    private @Nullable String link;
    private @Nullable Instant published;
    private @Nullable Instant updated;
    private @Nullable String author;
    private @Nullable String summary;
    private @Nullable String content;
    private @Nullable String source;
    private @Nullable String sourceUrl;

    EntryDraft(FeedDate dates) {
        this.dates = dates;
    }

    void id(@Nullable String candidate) {
        id = id != null || candidate == null ? id : cut(candidate, LONGEST_LINE);
    }

    void title(@Nullable TextConstruct candidate) {
        if (title == null && candidate != null) {
            title = line(candidate.plain());
        }
    }

    void link(@Nullable String candidate, String base) {
        if (link == null) {
            link = Links.resolve(candidate, base);
        }
    }

    void absoluteLink(@Nullable String candidate) {
        if (link == null) {
            link = Links.absolute(candidate);
        }
    }

    void published(@Nullable String candidate) {
        if (published == null) {
            published = dates.parse(candidate);
        }
    }

    void updated(@Nullable String candidate) {
        if (updated == null) {
            updated = dates.parse(candidate);
        }
    }

    void author(@Nullable String candidate) {
        if (author == null && candidate != null) {
            author = line(candidate);
        }
    }

    void summary(@Nullable TextConstruct candidate) {
        if (summary == null && candidate != null) {
            summary = candidate.safeHtml();
        }
    }

    void content(@Nullable TextConstruct candidate) {
        if (content == null && candidate != null) {
            content = candidate.safeHtml();
        }
    }

    void source(@Nullable String candidate) {
        if (source == null && candidate != null) {
            source = line(candidate);
        }
    }

    void sourceUrl(@Nullable String candidate) {
        if (sourceUrl == null && candidate != null) {
            sourceUrl = Links.absolute(candidate);
        }
    }

    /**
     * The entry. Without a title it is called by the beginning of its text, else by its address. Without a publication
     * date it was published when it was last updated, as feed readers take it.
     */
    Entry finish() {
        return new Entry(
                id,
                title != null ? title : fallbackTitle(),
                link,
                published != null ? published : updated,
                updated,
                author,
                summary,
                content,
                source,
                sourceUrl);
    }

    private String fallbackTitle() {
        for (@Nullable String html : new @Nullable String[] {summary, content}) {
            String text = html == null ? null : TextConstruct.html(html, "").plain();
            if (text != null) {
                return beginning(text);
            }
        }
        if (link != null) {
            return link;
        }
        return id != null ? id : Entry.UNTITLED;
    }

    private static String beginning(String text) {
        if (text.length() <= TITLE_FROM_SUMMARY) {
            return text;
        }
        int blank = text.lastIndexOf(' ', TITLE_FROM_SUMMARY);
        return cut(text, blank > TITLE_FROM_SUMMARY / 2 ? blank : TITLE_FROM_SUMMARY) + "…";
    }

    private static @Nullable String line(@Nullable String text) {
        return text == null || text.isBlank() ? null : cut(text.strip(), LONGEST_LINE);
    }

    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }
}
