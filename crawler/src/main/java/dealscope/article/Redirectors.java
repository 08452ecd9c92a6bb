package dealscope.article;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses that only lead on, by a parameter ({@code redirectors.csv}) or by AMP's caches, resolved without a request. */
final class Redirectors {
    private static final Pattern GOOGLE = Pattern.compile("^google\\.(?:[a-z]{2,3}|com?\\.[a-z]{2})$");
    private static final Pattern VIEWER = Pattern.compile("^/amp/(s/)?([^/]+\\.[^/]+(?:/.*)?)$", Pattern.DOTALL);
    private static final Pattern CACHE =
            Pattern.compile("^/(?:[a-z]{1,3})/(s/)?([^/]+\\.[^/]+(?:/.*)?)$", Pattern.DOTALL);
    private static final Map<String, List<Rule>> RULES = load();

    private record Rule(String path, List<String> parameters) {}

    private Redirectors() {}

    /** The address that {@code address} leads to, or null when it is a page of its own. */
    static @Nullable String target(WebAddress address) {
        String host = address.plainHost();
        boolean google = GOOGLE.matcher(host).matches();
        if (google || host.endsWith(".cdn.ampproject.org")) {
            Matcher amp = (google ? VIEWER : CACHE).matcher(KeyPath.of(address.path()));
            if (amp.matches()) {
                String query = address.query() == null ? "" : "?" + address.query();
                return (amp.group(1) == null ? "http://" : "https://") + amp.group(2) + query;
            }
        }
        for (Rule rule : RULES.getOrDefault(google ? "google.*" : host, List.of())) {
            if (rule.path.equals(KeyPath.of(address.path()).toLowerCase(Locale.ROOT)) && address.query() != null) {
                return parameter(address.query(), rule.parameters);
            }
        }
        return null;
    }

    private static @Nullable String parameter(String query, List<String> names) {
        for (String name : names) {
            for (String parameter : query.split("&")) {
                if (parameter.startsWith(name + "=")) {
                    String target = PercentEncoding.decode(parameter.substring(name.length() + 1));
                    if (!target.startsWith("//") && WebAddress.parse(target) != null) {
                        return target;
                    }
                }
            }
        }
        return null;
    }

    private static Map<String, List<Rule>> load() {
        Map<String, List<Rule>> rules = new HashMap<>();
        var stream =
                Objects.requireNonNull(Redirectors.class.getResourceAsStream("redirectors.csv"), "redirectors.csv");
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",");
                if (!line.startsWith("#") && cells.length == 3) {
                    rules.computeIfAbsent(cells[0], host -> new ArrayList<>())
                            .add(new Rule(cells[1], List.of(cells[2].split("\\|"))));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rules;
    }
}
