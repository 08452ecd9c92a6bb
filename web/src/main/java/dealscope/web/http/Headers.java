package dealscope.web.http;

import java.util.Map;

/** Headers that every answer carries, errors and files included. */
public final class Headers {
    /**
     * Nothing from elsewhere, nothing inline. {@code frame-ancestors} and {@code form-action} do not fall back to
     * {@code default-src} (CSP Level 3, section 6.1), so they are spelled out.
     */
    public static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /**
     * No referrer leaves the site; to itself it must, for with {@code no-referrer} browsers send {@code Origin: null} with
     * our own forms, and {@link Guard} could not tell them from others.
     */
    public static final Map<String, String> SECURITY = Map.of(
            "Content-Security-Policy", CONTENT_SECURITY_POLICY,
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=()",
            "Vary", "Accept-Encoding");

    private Headers() {}
}
