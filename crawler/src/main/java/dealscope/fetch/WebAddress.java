package dealscope.fetch;

import dealscope.crawler.Outcome;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Which addresses are asked at all, decided from the text alone before any socket is opened: http and https, no user
 * names, no control characters or backslashes (which parsers disagree about), web ports, no IP literal that the guard
 * refuses in any spelling.
 */
final class WebAddress {
    private static final int MAX_LENGTH = 8_000;
    private static final Set<Integer> LOW_PORTS = Set.of(80, 443);
    private static final Set<Integer> BLOCKED_PORTS =
            DataFile.lines("blocked-ports.txt").stream().map(Integer::valueOf).collect(Collectors.toUnmodifiableSet());

    private final AddressGuard guard;
    private final Routes routes;

    WebAddress(AddressGuard guard, Routes routes) {
        this.guard = guard;
        this.routes = routes;
    }

    sealed interface Verdict {
        record Fine(HttpUrl url) implements Verdict {}

        record Refused(Outcome outcome, String reason) implements Verdict {}
    }

    /** @param base what a relative address is relative to, or null when only absolute ones are in order */
    Verdict check(String text, @Nullable HttpUrl base) {
        String trimmed = text.strip();
        if (trimmed.isEmpty() || trimmed.length() > MAX_LENGTH) {
            return bad(trimmed.isEmpty() ? "The address is empty." : "The address is too long.");
        }
        if (trimmed.chars().anyMatch(c -> c < 0x20 || c == 0x7f || c == '\\')) {
            return bad("The address contains characters that do not belong in an address.");
        }
        HttpUrl url = base == null ? HttpUrl.parse(trimmed) : base.resolve(trimmed);
        if (url == null) {
            return bad("This is not a complete web address starting with http:// or https://.");
        }
        if (!url.username().isEmpty()
                || !url.password().isEmpty()
                || authority(trimmed).indexOf('@') >= 0) {
            return bad("The address contains a user name or password, which is never sent.");
        }
        if (isBlockedPort(url.port())) {
            return bad("Port " + url.port() + " belongs to another service, not to a web site.");
        }
        return checkHost(url);
    }

    private static String authority(String text) {
        int start = text.indexOf("//");
        if (start < 0) {
            return "";
        }
        int end = start + 2;
        while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(start + 2, end);
    }

    private static boolean isBlockedPort(int port) {
        return port < 1024 ? !LOW_PORTS.contains(port) : BLOCKED_PORTS.contains(port);
    }

    private Verdict checkHost(HttpUrl url) {
        String host = url.host();
        if (routes.contains(host)) {
            return new Verdict.Fine(url);
        }
        if (host.indexOf(':') >= 0) {
            return checkLiteral(url, host);
        }
        if (isLocalhost(host)) {
            return checkLiteral(url, "127.0.0.1");
        }
        if (!Ipv4Literal.endsInNumber(host)) {
            return new Verdict.Fine(url);
        }
        String canonical = Ipv4Literal.canonical(host);
        return canonical == null
                ? bad("\"" + host + "\" is neither a host name nor an IP address.")
                : checkLiteral(url.newBuilder().host(canonical).build(), canonical);
    }

    /** A name that never leaves the machine, whatever DNS says (RFC 6761, section 6.3). */
    private static boolean isLocalhost(String host) {
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        return name.equals("localhost") || name.endsWith(".localhost");
    }

    private Verdict checkLiteral(HttpUrl url, String literal) {
        try {
            return guard.permits(literal, InetAddress.getByName(literal))
                    ? new Verdict.Fine(url)
                    : new Verdict.Refused(Outcome.PRIVATE_ADDRESS, Reasons.privateAddress(literal));
        } catch (UnknownHostException e) {
            return bad("\"" + literal + "\" is not an IP address.");
        }
    }

    private static Verdict bad(String reason) {
        return new Verdict.Refused(Outcome.BAD_ADDRESS, reason);
    }
}
