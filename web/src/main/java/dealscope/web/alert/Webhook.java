package dealscope.web.alert;

import dealscope.fetch.HttpPost;
import java.time.Instant;

/** Posts one event, signed, see {@link WebhookSignature}. Safe for many threads. */
final class Webhook {
    private final HttpPost post;

    Webhook(HttpPost post) {
        this.post = post;
    }

    Attempt send(String url, String secret, EventJson event, Instant at) {
        byte[] body = event.bytes();
        return switch (post.send(url, WebhookSignature.headers(secret, event.id(), at, body), body)) {
            case HttpPost.Answer.Taken taken -> Attempt.taken(taken.status());
            case HttpPost.Answer.Refused refused ->
                new Attempt(refused.reason(), refused.status(), refused.lasting(), refused.retryAfter());
        };
    }
}
