package dealscope.source;

import dealscope.article.Page;
import dealscope.article.UrlKey;
import dealscope.source.Candidate.Origin;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What a page says about feeds: its Link headers, its {@code <link rel=alternate>}, and links that look like feeds. */
final class PageLeads {
    private static final int MOST = 50;
    private static final int MOST_LINKS_SEEN = 20_000;
    private static final Set<String> FEED_TYPES = Set.of(
            "application/rss+xml",
            "application/atom+xml",
            "application/feed+json",
            "application/rdf+xml",
            "application/x.atom+xml",
            "application/x-atom+xml",
            "application/rss",
            "text/rss+xml",
            "text/xml",
            "application/xml");

    private final String base;
    private final Map<String, Lead> leads = new LinkedHashMap<>();

    private PageLeads(String base) {
        this.base = base;
    }

    /** The leads of a page, the announced ones first; of several with the same address the surest. */
    static Collection<Lead> of(Page page, List<String> linkHeaders) {
        Document document = parse(page);
        PageLeads found = new PageLeads(document.baseUri().isEmpty() ? page.url() : document.baseUri());
        for (LinkHeader.Link link : LinkHeader.parse(linkHeaders)) {
            if (isAnnounced(link.rels(), link.type(), link.target())) {
                found.add(FeedAddress.resolve(link.target(), page.url()), Origin.ANNOUNCED, "");
            }
        }
        document.select("link[href][rel], a[href][rel]").stream()
                .limit(MOST_LINKS_SEEN)
                .forEach(found::announced);
        document.select("a[href]").stream().limit(MOST_LINKS_SEEN).forEach(found::linked);
        return found.leads.values();
    }

    private static Document parse(Page page) {
        try {
            return Jsoup.parse(new ByteArrayInputStream(page.body()), charset(page.contentType()), page.url());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("bytes in memory cannot fail to be read", e);
        }
    }

    private static @Nullable String charset(@Nullable String contentType) {
        String lower = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
        int start = lower.indexOf("charset=");
        if (start < 0) {
            return null;
        }
        String name = lower.substring(start + 8).split("[;,\\s]", 2)[0].replaceAll("[\"']", "");
        try {
            return Charset.isSupported(name) ? name : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private void announced(Element link) {
        List<String> rels =
                List.of(link.attr("rel").toLowerCase(Locale.ROOT).strip().split("\\s++"));
        String type =
                link.attr("type").toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
        if (isAnnounced(rels, type.isEmpty() ? null : type, link.attr("href"))) {
            add(FeedAddress.resolve(link.attr("href"), base), Origin.ANNOUNCED, link.attr("title"));
        }
    }

    private static boolean isAnnounced(List<String> rels, @Nullable String type, String href) {
        if (rels.contains("feed")) {
            return true;
        }
        if (!rels.contains("alternate") || rels.contains("stylesheet") || type == null) {
            return false;
        }
        return FEED_TYPES.contains(type)
                || (type.equals("application/json")
                        && href.toLowerCase(Locale.ROOT).contains("feed"));
    }

    private void linked(Element link) {
        String url = FeedAddress.resolve(link.attr("href"), base);
        if (url != null && FeedAddress.isFeedLike(url)) {
            add(url, Origin.LINKED, link.text());
        }
    }

    private void add(@Nullable String url, Origin origin, String label) {
        if (url != null && leads.size() < MOST) {
            leads.putIfAbsent(UrlKey.of(url), new Lead(url, origin, label.strip()));
        }
    }
}
