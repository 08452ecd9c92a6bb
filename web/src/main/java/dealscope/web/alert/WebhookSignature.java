package dealscope.web.alert;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs what a webhook gets as <a href="https://www.standardwebhooks.com">Standard Webhooks</a> asks: {@code webhook-id},
 * {@code webhook-timestamp} (seconds) and {@code webhook-signature}, which is {@code v1,} and the base64 of HMAC-SHA256
 * over {@code id.timestamp.body}. The receiver checks it with the secret, refuses old timestamps, and knows repetitions by
 * the id.
 */
public final class WebhookSignature {
    private static final String PREFIX = "whsec_";
    private static final String METHOD = "HmacSHA256";

    private WebhookSignature() {}

    /** A new secret: {@code whsec_} and the base64 of 32 random bytes, which are the key. */
    public static String newSecret() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }

    /** The headers that go with the body. */
    static Map<String, String> headers(String secret, String id, Instant at, byte[] body) {
        String timestamp = Long.toString(at.getEpochSecond());
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", timestamp);
        headers.put("webhook-signature", "v1," + signature(secret, id, timestamp, body));
        return headers;
    }

    private static String signature(String secret, String id, String timestamp, byte[] body) {
        try {
            byte[] key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
            Mac mac = Mac.getInstance(METHOD);
            mac.init(new SecretKeySpec(key, METHOD));
            ByteArrayOutputStream signed = new ByteArrayOutputStream(body.length + 60);
            signed.writeBytes((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            signed.writeBytes(body);
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.toByteArray()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + METHOD, e);
        }
    }
}
