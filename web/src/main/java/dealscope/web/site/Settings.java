package dealscope.web.site;

import java.time.Duration;
import java.util.Set;

/**
 * How the server listens.
 *
 * @param host address to bind; loopback unless the user says otherwise
 * @param port 0 takes any free one
 * @param hosts names that requests may carry in {@code Host} besides the loopback's own; when the server is bound to
 *     loopback every other name is refused, which keeps a page elsewhere from reading the site through a name of its own
 *     (DNS rebinding)
 * @param bodyDeadline how long a client may take to send a form
 * @param origins sites whose pages may read the data in a browser, see {@code Cors}
 * @param rate how many requests a client may send
 */
public record Settings(
        String host, int port, Set<String> hosts, Duration bodyDeadline, Set<String> origins, Rate rate) {
    public static final Settings DEFAULT =
            new Settings("127.0.0.1", 7070, Set.of(), Duration.ofSeconds(10), Set.of(), Rate.NONE);

    public Settings {
        hosts = Set.copyOf(hosts);
        origins = Set.copyOf(origins);
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port must be from 0 to 65535: " + port);
        }
    }

    public Settings withHost(String other) {
        return new Settings(other, port, hosts, bodyDeadline, origins, rate);
    }

    public Settings withPort(int other) {
        return new Settings(host, other, hosts, bodyDeadline, origins, rate);
    }

    public Settings withBodyDeadline(Duration other) {
        return new Settings(host, port, hosts, other, origins, rate);
    }

    public Settings withHosts(Set<String> other) {
        return new Settings(host, port, other, bodyDeadline, origins, rate);
    }

    public Settings withOrigins(Set<String> other) {
        return new Settings(host, port, hosts, bodyDeadline, other, rate);
    }

    public Settings withRate(Rate other) {
        return new Settings(host, port, hosts, bodyDeadline, origins, other);
    }
}
