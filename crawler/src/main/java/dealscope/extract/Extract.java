package dealscope.extract;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one page holds.
 *
 * @param blocks the text in order, without headline, byline, captions and boilerplate; may be empty
 * @param fields what the page says about its article
 * @param kind what the page is
 * @param reason in words, why {@code kind} is not {@link Kind#ARTICLE}
 * @param dateline that the text opens with, null without one
 * @param issuer the company that speaks, null when the page shows no sign of being a press release
 * @param items the stories of a round-up post, empty for any other page
 */
public record Extract(
        List<TextBlock> blocks,
        Fields fields,
        Kind kind,
        @Nullable String reason,
        @Nullable Dateline dateline,
        @Nullable String issuer,
        List<RoundUpItem> items) {

    public Extract {
        blocks = List.copyOf(blocks);
        items = List.copyOf(items);
    }

    /** What kind of page was read. */
    public enum Kind {
        /** A whole article. */
        ARTICLE,
        /** The beginning of an article, the rest is behind a paywall or on another page. */
        STUB,
        /** A report that grows by dated posts while its event goes on: whole as of now. */
        LIVE,
        /** A page of teasers that lead elsewhere. */
        LIST,
        /** No article at all: error page, challenge, empty page. */
        NONE
    }

    /**
     * The fields beside the text.
     *
     * @param title the headline, without the name of the site
     * @param author names separated by a comma and a blank
     * @param published the date of the page, never invented, with the page's own offset: its day is the day that readers
     *     see, be it that of an update where they see no other; a day without a time is midnight UTC
     * @param firstPublished when the story was first told: {@code published}, or the earlier day that the page tells
     *     machines where {@code published} is that of an update
     * @param modified as the page says
     * @param canonical absolute http or https address on the page's own registrable domain
     * @param language BCP 47 primary language, lower case ("en", "ja")
     * @param siteName name of the site for people
     * @param image absolute http or https address of the picture that stands for the article; never fetched
     */
    public record Fields(
            Field<String> title,
            Field<String> author,
            Field<OffsetDateTime> published,
            Field<OffsetDateTime> firstPublished,
            Field<OffsetDateTime> modified,
            Field<String> canonical,
            Field<String> language,
            Field<String> siteName,
            Field<String> image) {

        static Fields none() {
            return new Fields(
                    Field.none(),
                    Field.none(),
                    Field.none(),
                    Field.none(),
                    Field.none(),
                    Field.none(),
                    Field.none(),
                    Field.none(),
                    Field.none());
        }
    }

    /** The blocks, separated by a line feed. */
    public String text() {
        return blocks.stream().map(TextBlock::text).collect(Collectors.joining("\n"));
    }

    static Extract none(String reason) {
        return new Extract(List.of(), Fields.none(), Kind.NONE, reason, null, null, List.of());
    }
}
