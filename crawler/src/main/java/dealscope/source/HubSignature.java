package dealscope.source;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The header {@code X-Hub-Signature}: {@code method=hex} (WebSub, section 8). Compared in constant time. */
final class HubSignature {
    private static final Map<String, String> METHODS =
            Map.of("sha1", "HmacSHA1", "sha256", "HmacSHA256", "sha384", "HmacSHA384", "sha512", "HmacSHA512");

    private HubSignature() {}

    /** Whether {@code header} is the signature of {@code body} under {@code secret}. */
    static boolean isRight(@Nullable String header, String secret, byte[] body) {
        int equals = header == null ? -1 : header.indexOf('=');
        if (header == null || equals < 0) {
            return false;
        }
        String method = METHODS.get(header.substring(0, equals).strip().toLowerCase(Locale.ROOT));
        if (method == null) {
            return false;
        }
        try {
            byte[] given =
                    HexFormat.of().parseHex(header.substring(equals + 1).strip().toLowerCase(Locale.ROOT));
            Mac mac = Mac.getInstance(method);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), method));
            return MessageDigest.isEqual(given, mac.doFinal(body));
        } catch (IllegalArgumentException noHex) {
            return false;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has " + method, e);
        }
    }
}
