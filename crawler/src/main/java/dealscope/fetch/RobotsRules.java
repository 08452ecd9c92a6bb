package dealscope.fetch;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What one robots.txt says to one crawler, after RFC 9309. Immutable; fetching is {@link Robots}' business. */
public final class RobotsRules {
    private final SimpleRobotRules rules;

    private RobotsRules(SimpleRobotRules rules) {
        this.rules = rules;
    }

    /**
     * @param agent product token, or a whole User-Agent header, of which the first product counts
     */
    public static RobotsRules parse(byte[] robots, String agent) {
        var parser = new SimpleRobotRulesParser();
        return new RobotsRules(parser.parseContent(
                "http://host/robots.txt", RobotsText.mended(robots), "text/plain", List.of(productToken(agent))));
    }

    private static String productToken(String agent) {
        int end = 0;
        while (end < agent.length() && "/ (;\t".indexOf(agent.charAt(end)) < 0) {
            end++;
        }
        return agent.substring(0, end).toLowerCase(Locale.ROOT);
    }

    /** Whether {@code agent} may read {@code url} when {@code robots} is the host's robots.txt. */
    public static boolean allowed(byte[] robots, String agent, String url) {
        return parse(robots, agent).allows(url);
    }

    /** @param url an address, or a path of the host that the rules are of */
    public boolean allows(String url) {
        String address = url.strip().replace(" ", "%20");
        boolean path = address.startsWith("/") && !address.startsWith("//");
        return rules.isAllowed(path ? "http://host" + address : address);
    }

    /** The pause between requests that the file asks for; zero when it asks for none. */
    public Duration crawlDelay() {
        long millis = rules.getCrawlDelay();
        return millis > 0 ? Duration.ofMillis(millis) : Duration.ZERO;
    }
}
