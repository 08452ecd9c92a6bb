package dealscope.app;

import dealscope.article.UrlKey;
import dealscope.crawler.FeedOptions;
import dealscope.crawler.FeedState;
import dealscope.sample.SampleSite;
import dealscope.source.Opml;
import dealscope.source.Opml.Outline;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The feeds a new store begins with, and feeds made from what people type or import. */
final class FeedLists {
    private FeedLists() {}

    /** The list that ships with the program; some are switched off, with the reason. */
    static List<FeedState> defaults(Instant now) {
        try (InputStream in = Objects.requireNonNull(
                FeedLists.class.getResourceAsStream("/dealscope/app/default-feeds.opml"), "default-feeds.opml")) {
            return Opml.read(in.readAllBytes()).feeds().stream()
                    .map(outline -> feed(outline, now))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the default feeds", e);
        }
    }

    static List<FeedState> samples(Instant now) {
        return SampleSite.OUTLETS.stream()
                .map(SampleSite::feedUrl)
                .map(url -> feed(new Outline(URI.create(url).getHost(), url, "Sample", FeedOptions.DEFAULT), now))
                .toList();
    }

    static FeedState feed(Outline outline, Instant now) {
        return FeedState.unvisited(
                id(outline.url()),
                outline.url(),
                outline.title(),
                outline.category(),
                now,
                isSample(outline.url()),
                outline.options());
    }

    private static boolean isSample(String url) {
        try {
            String host = new URI(url).getHost();
            return host != null && SampleSite.isSampleHost(host);
        } catch (URISyntaxException odd) {
            return false;
        }
    }

    static Outline outline(FeedState feed) {
        return new Outline(feed.title(), feed.url(), feed.category(), feed.options());
    }

    /** Made from the address, so that the same feed has the same id in every store. */
    private static String id(String url) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(UrlKey.of(url).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** @return what is wrong with an address that somebody typed, or null */
    static @Nullable String refusal(String url) {
        try {
            URI uri = URI.create(url.strip());
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (!web || uri.getHost() == null || uri.getUserInfo() != null) {
                return "Write the whole address of a feed, such as https://example.com/feed.xml";
            }
            return null;
        } catch (IllegalArgumentException e) {
            return "This is no address: " + e.getMessage();
        }
    }
}
