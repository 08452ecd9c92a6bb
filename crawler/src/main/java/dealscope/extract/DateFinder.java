package dealscope.extract;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds when the article was published and modified; a source that gives no date between 1990 and two days ahead passes on to
 * the next. For the date of the page: the day in the address, the day in plain sight (each with the time that the page tells
 * of the same day), meta element, the day at the headline whatever its label, JSON-LD, itemprop, other meta elements, any
 * visible date, scripts; a date of an update elsewhere comes last.
 */
final class DateFinder {
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Duration AHEAD = Duration.ofDays(2);
    private static final Pattern IN_URL =
            Pattern.compile("[/_.-]((?:19|20)\\d\\d)[/_-]?(0[1-9]|1[0-2])[/_-]?([0-2]\\d|3[01])(?=[/_.-])");
    private static final Pattern IN_SCRIPT = Pattern.compile(
            "(?:datePublished|publishedDate|published_date|publishDate|publish_date|publishedAt|published_at|firstPublished"
                    + "|firstPublishedAt|firstPublishDate|pubDate|pub_date|publicationDate|publication_date|publishTime"
                    + "|publish_time|publishedOn|published_on|publishedTime|datePosted|date_published|post_date)"
                    + "[\\\\\"':\\s]{2,12}+(\\d{4}-\\d\\d-\\d\\d[T \\d:.Z+-]{0,24}+)");
    private static final int MAX_SCRIPT = 1_000_000;
    private static final WordList NAMES = WordList.load("metanames.txt");

    private final boolean dayFirst;
    private final Instant latest;

    DateFinder(boolean dayFirst, Instant now) {
        this.dayFirst = dayFirst;
        this.latest = now.plus(AHEAD);
    }

    /**
     * The dates of one page.
     *
     * @param published the date of the page as readers see it, be it of an update
     * @param firstPublished {@code published}, or the earlier day that the page tells machines where readers see but the
     *     day of an update
     */
    record Dates(
            Field<OffsetDateTime> published, Field<OffsetDateTime> firstPublished, Field<OffsetDateTime> modified) {}

    Dates find(String url, Document document, PageTree tree, Headline headline, MetaTags meta, JsonLd jsonLd) {
        Field<OffsetDateTime> opengraph = Field.of(valid(meta.first(NAMES.section("published"))), Source.OPENGRAPH);
        List<Field<OffsetDateTime>> told = Stream.of(
                        opengraph,
                        Field.of(valid(jsonLd.published()), Source.JSON_LD),
                        Field.of(itemprop(document, "datePublished"), Source.MICRODATA))
                .filter(date -> date.value() != null)
                .toList();
        Field<OffsetDateTime> modified = modified(document, meta, jsonLd);
        VisibleDate visible = new VisibleDate(tree, headline, this::valid);
        Field<OffsetDateTime> day = Field.of(inUrl(url), Source.URL);
        if (day.value() == null) {
            day = Field.of(visible.prominent(), Source.VISIBLE);
            day = isOfUpdate(day, told, modified) ? Field.none() : sameMoment(inOrder(day, told), opengraph);
        }
        if (day.value() != null) {
            Field<OffsetDateTime> published = exact(day, told, visible, document, meta, modified);
            return new Dates(published, published, modified);
        }
        if (told.isEmpty()) {
            Field<OffsetDateTime> published = otherwise(document, visible, meta, modified);
            return new Dates(published, published, modified);
        }
        Field<OffsetDateTime> first = told.getFirst().among(told, DateFinder::sameDay);
        Field<OffsetDateTime> shown = Field.of(visible.atHeadline(), Source.VISIBLE);
        if (opengraph.value() != null || shown.value() == null || isSameDay(shown, first)) {
            return new Dates(first, first, modified);
        }
        Field<OffsetDateTime> seen = withTime(shown, List.of(modified)).among(told, DateFinder::sameDay);
        boolean later = isAfter(seen, first);
        return new Dates(seen, later ? first : seen, later && modified.value() == null ? seen : modified);
    }

    private Field<OffsetDateTime> exact(
            Field<OffsetDateTime> day,
            List<Field<OffsetDateTime>> told,
            VisibleDate visible,
            Document document,
            MetaTags meta,
            Field<OffsetDateTime> modified) {
        List<Field<OffsetDateTime>> times = Stream.concat(
                        told.stream(), Stream.of(Field.of(visible.prominent(), Source.VISIBLE)))
                .filter(date -> date.value() != null)
                .toList();
        Field<OffsetDateTime> exact = withTime(day, times);
        if (timed(exact).isEmpty()) {
            exact = withTime(exact, timed(otherwise(document, visible, meta, modified)));
        }
        return exact.among(told, DateFinder::sameDay);
    }

    /** {@code day}, unless a machine is told the day that it is with day and month exchanged. */
    private static Field<OffsetDateTime> inOrder(Field<OffsetDateTime> day, List<Field<OffsetDateTime>> told) {
        OffsetDateTime seen = day.value();
        return told.stream()
                .filter(date -> seen != null && date.value() != null && VisibleDate.isExchanged(seen, date.value()))
                .findFirst()
                .orElse(day);
    }

    /** {@code day}, or the moment that machines are told in UTC if that is the same in another zone: one day off. */
    private static Field<OffsetDateTime> sameMoment(Field<OffsetDateTime> day, Field<OffsetDateTime> told) {
        OffsetDateTime seen = day.value();
        return seen != null && !timed(told).isEmpty() && isOneOff(seen, told.value()) ? told : day;
    }

    private static boolean isOneOff(OffsetDateTime seen, @Nullable OffsetDateTime told) {
        return told != null
                && told.getOffset().equals(ZoneOffset.UTC)
                && Math.abs(ChronoUnit.DAYS.between(seen.toLocalDate(), told.toLocalDate())) == 1;
    }

    private static boolean isAfter(Field<OffsetDateTime> a, Field<OffsetDateTime> b) {
        OffsetDateTime first = a.value();
        OffsetDateTime second = b.value();
        return first != null && second != null && first.isAfter(second);
    }

    /** Whether the day in sight is the one that the page tells machines as that of an update, and none tells as that of publication. */
    private static boolean isOfUpdate(
            Field<OffsetDateTime> day, List<Field<OffsetDateTime>> told, Field<OffsetDateTime> modified) {
        return !told.isEmpty()
                && isSameDay(day, modified)
                && told.stream().noneMatch(published -> isSameDay(day, published));
    }

    private static boolean isSameDay(Field<OffsetDateTime> a, Field<OffsetDateTime> b) {
        OffsetDateTime first = a.value();
        OffsetDateTime second = b.value();
        return first != null && second != null && sameDay(first, second);
    }

    /** The day that readers see, with the time that the page tells of the same day. */
    private static Field<OffsetDateTime> withTime(Field<OffsetDateTime> day, List<Field<OffsetDateTime>> told) {
        OffsetDateTime seen = day.value();
        return told.stream()
                .filter(date -> seen != null && date.value() != null && sameDay(seen, date.value()))
                .findFirst()
                .orElse(day);
    }

    /** {@code date} if it has a time of day. */
    private static List<Field<OffsetDateTime>> timed(Field<OffsetDateTime> date) {
        OffsetDateTime value = date.value();
        return value == null || value.toLocalTime().equals(LocalTime.MIDNIGHT) ? List.of() : List.of(date);
    }

    private static boolean sameDay(OffsetDateTime a, OffsetDateTime b) {
        return a.toLocalDate().equals(b.toLocalDate());
    }

    private Field<OffsetDateTime> otherwise(
            Document document, VisibleDate visible, MetaTags meta, Field<OffsetDateTime> modified) {
        for (String name : NAMES.section("published-otherwise")) {
            OffsetDateTime date = valid(meta.first(List.of(name)));
            if (date != null) {
                return Field.of(date, Source.META);
            }
        }
        OffsetDateTime date = visible.any();
        if (date == null) {
            date = firstTime(document);
        }
        if (date == null) {
            Field<OffsetDateTime> script = Field.of(inScripts(document), Source.SCRIPT);
            Field<OffsetDateTime> last =
                    script.value() != null ? script : Field.of(visible.lastResort(), Source.VISIBLE);
            last = last.value() != null ? last : Field.of(visible.sole(), Source.VISIBLE);
            return last.value() != null ? last : modified;
        }
        return Field.of(date, Source.VISIBLE);
    }

    /** The data that a page's own scripts are started with; quotes may be escaped several times over. */
    private @Nullable OffsetDateTime inScripts(Document document) {
        for (Element script : document.getElementsByTag("script")) {
            String data = script.data();
            if (data.length() > MAX_SCRIPT) {
                data = data.substring(0, MAX_SCRIPT);
            }
            Matcher matcher = IN_SCRIPT.matcher(data);
            while (matcher.find()) {
                OffsetDateTime date = valid(matcher.group(1));
                if (date != null) {
                    return date;
                }
            }
        }
        return null;
    }

    private Field<OffsetDateTime> modified(Document document, MetaTags meta, JsonLd jsonLd) {
        List<Field<OffsetDateTime>> told = Stream.of(
                        Field.of(valid(meta.first(NAMES.section("modified"))), Source.OPENGRAPH),
                        Field.of(valid(jsonLd.modified()), Source.JSON_LD),
                        Field.of(itemprop(document, "dateModified"), Source.MICRODATA))
                .filter(date -> date.value() != null)
                .toList();
        return told.isEmpty() ? Field.none() : told.getFirst().among(told, DateFinder::sameDay);
    }

    private @Nullable OffsetDateTime itemprop(Document document, String name) {
        for (Element element : document.getElementsByAttributeValue("itemprop", name)) {
            OffsetDateTime date = of(element);
            if (date != null) {
                return date;
            }
        }
        return null;
    }

    private @Nullable OffsetDateTime firstTime(Document document) {
        for (Element element : document.getElementsByTag("time")) {
            OffsetDateTime date = of(element);
            if (date != null) {
                return date;
            }
        }
        return null;
    }

    private @Nullable OffsetDateTime of(Element element) {
        OffsetDateTime date = valid(element.attr("datetime"));
        if (date == null) {
            date = valid(element.attr("content"));
        }
        if (date == null && element.normalName().equals("abbr")) {
            date = valid(element.attr("title"));
        }
        return date != null ? date : valid(element.text());
    }

    private @Nullable OffsetDateTime inUrl(String url) {
        Matcher matcher = IN_URL.matcher(url.length() > 500 ? url.substring(0, 500) : url);
        return matcher.find() ? valid(matcher.group(1) + "-" + matcher.group(2) + "-" + matcher.group(3)) : null;
    }

    private @Nullable OffsetDateTime valid(@Nullable String text) {
        OffsetDateTime date = DateParser.parse(text, dayFirst);
        if (date == null
                || date.toInstant().isBefore(EARLIEST)
                || date.toInstant().isAfter(latest)) {
            return null;
        }
        return date;
    }
}
