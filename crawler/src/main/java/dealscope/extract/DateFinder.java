package dealscope.extract;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds when the article was published and modified; a source that gives no date in range passes on to the next. */
final class DateFinder {
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Duration AHEAD = Duration.ofHours(48);
    private static final Pattern IN_URL =
            Pattern.compile("[/_.-]((?:19|20)\\d\\d)[/_-]?(0[1-9]|1[0-2])[/_-]?([0-2]\\d|3[01])(?=[/_.-])");
    private static final Pattern IN_SCRIPT = Pattern.compile(
            "(?:datePublished|publishedDate|published_date|publishDate|publish_date|publishedAt|published_at|firstPublished|dateModified)"
                    + "[\\\\\"':\\s]{2,12}+(\\d{4}-\\d\\d-\\d\\d[T \\d:.Z+-]{0,24}+)");
    private static final int MAX_SCRIPT = 1_000_000;
    private static final String[] PUBLISHED = {
        "article:published_time",
        "og:published_time",
        "datepublished",
        "parsely-pub-date",
        "sailthru.date",
        "publish-date",
        "publishdate",
        "publish_date",
        "pubdate",
        "dc.date.issued",
        "dc.date",
        "dcterms.created",
        "dcterms.issued",
        "date",
        "article.published",
        "cxenseparse:recs:publishtime",
        "published-date",
        "published_date",
        "publication_date",
        "publicationdate",
        "article:published",
        "og:article:published_time",
        "citation_publication_date",
        "last-updated",
        "updated",
        "updated date",
        "revised"
    };

    private final boolean dayFirst;
    private final Instant latest;

    DateFinder(boolean dayFirst, Instant now) {
        this.dayFirst = dayFirst;
        this.latest = now.plus(AHEAD);
    }

    @Nullable
    OffsetDateTime published(
            String url, Document document, PageTree tree, Headline headline, MetaTags meta, JsonLd jsonLd) {
        VisibleDate visible = new VisibleDate(tree, headline, this::valid);
        OffsetDateTime date = inUrl(url);
        if (date == null) {
            date = visible.prominent();
        }
        if (date == null) {
            date = valid(meta.first(PUBLISHED[0], PUBLISHED[1]));
        }
        if (date == null) {
            date = valid(jsonLd.published());
        }
        if (date == null) {
            date = itemprop(document, "datePublished");
        }
        for (int i = 2; date == null && i < PUBLISHED.length; i++) {
            date = valid(meta.first(PUBLISHED[i]));
        }
        if (date == null) {
            date = visible.any();
        }
        if (date == null) {
            date = firstTime(document);
        }
        if (date == null) {
            date = inScripts(document);
        }
        return date != null ? date : visible.lastResort();
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

    @Nullable
    OffsetDateTime modified(Document document, MetaTags meta, JsonLd jsonLd) {
        OffsetDateTime date = valid(meta.first("article:modified_time", "og:updated_time"));
        if (date == null) {
            date = valid(jsonLd.modified());
        }
        return date != null ? date : itemprop(document, "dateModified");
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
