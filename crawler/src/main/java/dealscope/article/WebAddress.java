package dealscope.article;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An http or https address taken apart as browsers do it (https://url.spec.whatwg.org/): backslashes are slashes, case of
 * the host does not matter, international names are in their ASCII form. User names and passwords are left out.
 *
 * @param host lower case, without a dot at the end
 * @param port -1 for the default ports of either scheme
 * @param path as written, may be empty
 */
record WebAddress(
        String host,
        int port,
        String path,
        @Nullable String query,
        @Nullable String fragment) {
    private static final Pattern ADDRESS =
            Pattern.compile("(?is)^(?:https?:[/\\\\]*+|//)([^/\\\\?#]*+)([^?#]*+)(?:\\?([^#]*+))?+(?:#(.*+))?+$");
    private static final Pattern HOST_AND_PORT =
            Pattern.compile("^(\\[[0-9a-f:.]{2,45}]|[^:\\[\\]]{1,600}?)(?::(\\d{0,9}))?$");
    private static final Pattern HOST = Pattern.compile("^(?:\\[[0-9a-f:.]+]|[a-z0-9_-]++(?:\\.[a-z0-9_-]++)*+)$");
    private static final Pattern VARIANT = Pattern.compile("^(?:www|m|mobile|amp)\\.(?=[^.]+\\.)");

    /** The parts of {@code address}, or null when it is none of the web. */
    static @Nullable WebAddress parse(String address) {
        Matcher matcher = ADDRESS.matcher(address);
        if (!matcher.matches()) {
            return null;
        }
        String authority = matcher.group(1);
        String hostAndPort = authority.substring(authority.lastIndexOf('@') + 1);
        Matcher split = HOST_AND_PORT.matcher(hostAndPort.toLowerCase(Locale.ROOT));
        String host = split.matches() ? host(split.group(1)) : null;
        if (host == null) {
            return null;
        }
        int port = split.group(2) == null || split.group(2).isEmpty() ? -1 : Integer.parseInt(split.group(2));
        if (port > 65_535) {
            return null;
        }
        int shown = port == 80 || port == 443 ? -1 : port;
        return new WebAddress(host, shown, matcher.group(2).replace('\\', '/'), matcher.group(3), matcher.group(4));
    }

    private static @Nullable String host(String written) {
        String host = PercentEncoding.decode(written).strip();
        if (!host.chars().allMatch(c -> c < 128)) {
            try {
                host = IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
            } catch (IllegalArgumentException | IndexOutOfBoundsException noName) {
                return null;
            }
        }
        host = host.toLowerCase(Locale.ROOT);
        while (host.endsWith(".")) {
            host = host.substring(0, host.length() - 1);
        }
        return HOST.matcher(host).matches() ? host : null;
    }

    /** The host without {@code www.} and the names of its variants for telephones and AMP. */
    String plainHost() {
        return plain(host);
    }

    static String plain(String host) {
        String plain = host;
        Matcher variant = VARIANT.matcher(plain);
        while (variant.find()) {
            plain = plain.substring(variant.end());
            variant = VARIANT.matcher(plain);
        }
        return plain;
    }
}
