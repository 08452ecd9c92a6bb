package dealscope.web.http;

import dealscope.web.site.Settings;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Keeps other sites from acting through a visitor's browser: the host name must be ours, and a form must come from our
 * own page, by {@code Sec-Fetch-Site} or {@code Origin} and by a token that only our pages hold. The token lasts as long
 * as the process.
 */
public final class Guard {
    private final Settings settings;
    private final boolean loopback;
    private final String token;

    public Guard(Settings settings) {
        this.settings = settings;
        this.loopback = isLoopback(settings.host());
        byte[] random = new byte[18];
        new SecureRandom().nextBytes(random);
        this.token = HexFormat.of().formatHex(random);
    }

    /** What a form of ours carries in its field {@code token}. */
    public String token() {
        return token;
    }

    /** Refuses a request that names another host, when only this machine is served. */
    public void checkHost(Context ctx) {
        String name = hostName(ctx.header("Host"));
        boolean ours = settings.hosts().contains(name)
                || !loopback
                || name.equals("localhost")
                || name.equals("127.0.0.1")
                || name.equals("[::1]")
                || name.equals(settings.host().toLowerCase(Locale.ROOT));
        if (!ours) {
            throw RequestProblem.of(421, "This server answers for localhost only; add the name to its list of hosts.");
        }
    }

    /** Refuses a path with half an escape, or one that is none of the web's ({@code %u0041}), before anybody decodes it. */
    public static void checkPath(Context ctx) {
        String path = ctx.path();
        for (int at = path.indexOf('%'); at >= 0; at = path.indexOf('%', at + 1)) {
            if (at + 2 >= path.length() || !isHex(path.charAt(at + 1)) || !isHex(path.charAt(at + 2))) {
                throw RequestProblem.of(400, "The address is not encoded as addresses are.");
            }
        }
    }

    private static boolean isHex(char c) {
        return Character.digit(c, 16) >= 0 && c < 128;
    }

    /** Refuses a POST that another site's page sends, before its body is read. */
    public void checkOrigin(Context ctx) {
        String site = ctx.header("Sec-Fetch-Site");
        String origin = ctx.header("Origin");
        boolean elsewhere = (site != null && !site.equals("same-origin"))
                || (origin != null && !origin.equals(ctx.scheme() + "://" + ctx.header("Host")));
        if (elsewhere) {
            throw RequestProblem.of(403, "This request comes from another site, so nothing was changed.");
        }
    }

    /** Refuses a form that is not from a page of this site. */
    public void checkToken(Form form) {
        checkToken(form.text("token"));
    }

    /** The same for a token that comes otherwise. */
    public void checkToken(String text) {
        byte[] given = text.getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(given, token.getBytes(StandardCharsets.UTF_8))) {
            throw RequestProblem.of(
                    403,
                    "The page is older than the program's last start, so nothing was changed. Reload it and try again.");
        }
    }

    private static String hostName(@Nullable String header) {
        if (header == null) {
            return "";
        }
        String host = header.toLowerCase(Locale.ROOT);
        int port = host.lastIndexOf(':');
        return port > host.lastIndexOf(']') ? host.substring(0, port) : host;
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
