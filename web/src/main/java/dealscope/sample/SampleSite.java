package dealscope.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The files of the sample collection: eleven made-up outlets, each a host below {@code sample.test}, a name that no real
 * host can have (RFC 6761). Files lie on the class path in a folder for each outlet; a path without ending is a page.
 */
public final class SampleSite {
    /** The outlets, in the order in which they are shown. */
    public static final List<String> OUTLETS = List.of(
            "wire",
            "cloudblog",
            "dcjournal",
            "chipletter",
            "marketdesk",
            "powerreport",
            "pressroom",
            "filings",
            "copydaily",
            "brief",
            "hub");

    private static final String DOMAIN = ".sample.test";
    private static final Pattern PATH = Pattern.compile("(/[a-z0-9][a-z0-9-]{0,120}){1,8}(\\.[a-z]{2,4})?/?");

    private SampleSite() {}

    /** A file of an outlet. */
    public record Resource(String contentType, byte[] body) {}

    public static String host(String outlet) {
        return outlet + DOMAIN;
    }

    public static boolean isSampleHost(String host) {
        return host.endsWith(DOMAIN) && OUTLETS.contains(host.substring(0, host.length() - DOMAIN.length()));
    }

    /** The address of an outlet's feed. */
    public static String feedUrl(String outlet) {
        String name = resource(host(outlet), "/feed.json").isPresent() ? "feed.json" : "feed.xml";
        return "http://" + host(outlet) + "/" + name;
    }

    /** The file behind a path of a sample host; empty when there is none. */
    public static Optional<Resource> resource(String host, String path) {
        if (!isSampleHost(host) || !PATH.matcher(path).matches()) {
            return Optional.empty();
        }
        String file = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        if (file.lastIndexOf('.') < file.lastIndexOf('/')) {
            file += ".html";
        }
        String outlet = host.substring(0, host.length() - DOMAIN.length());
        try (InputStream in = SampleSite.class.getResourceAsStream("/dealscope/sample/" + outlet + file)) {
            return in == null ? Optional.empty() : Optional.of(new Resource(contentType(file), in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read sample file " + outlet + file, e);
        }
    }

    private static String contentType(String file) {
        return switch (file.substring(file.lastIndexOf('.') + 1)) {
            case "xml" -> "application/xml";
            case "json" -> "application/feed+json";
            case "txt" -> "text/plain; charset=utf-8";
            default -> "text/html; charset=utf-8";
        };
    }
}
