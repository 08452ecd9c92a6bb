package dealscope.web.page;

import dealscope.alert.Alert;
import dealscope.alert.AlertEvent;
import dealscope.alert.Delivery;
import dealscope.web.alert.AlertText;
import dealscope.web.view.Dates;
import dealscope.web.view.Labels;
import dealscope.web.view.Links;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An alert on its page.
 *
 * @param ways by which it tells, in words: "webhook to hooks.example.com", "e-mail to ada@example.com"
 * @param state in words: "on", "paused", "the last delivery failed"
 * @param wrong whether the state needs somebody
 */
public record AlertLine(
        String id,
        String name,
        String query,
        boolean background,
        String webhook,
        String email,
        String dealsHref,
        String atom,
        String jsonFeed,
        List<String> ways,
        boolean paused,
        String state,
        boolean wrong,
        List<Told> told,
        List<Sent> sent) {
    /** What it told. */
    public record Told(String href, String title, String words, String at, String isoAt) {}

    /** @param what in words: "1 event", "test" */
    public record Sent(String way, String what, String state, boolean wrong, String reason, String at, String isoAt) {}

    static AlertLine of(
            Alert alert, boolean readable, List<AlertEvent> events, List<Delivery> deliveries, Instant now) {
        List<Sent> sent = deliveries.stream().map(each -> sent(each, now)).toList();
        String state = state(alert, readable, sent);
        return new AlertLine(
                alert.id(),
                alert.name(),
                alert.query(),
                alert.background(),
                alert.webhook() == null ? "" : alert.webhook(),
                alert.email() == null ? "" : alert.email(),
                Links.deals(alert.query()),
                Links.alertFeed(alert.id(), "atom"),
                Links.alertFeed(alert.id(), "feed.json"),
                ways(alert),
                alert.paused(),
                state,
                !state.equals("on") && !alert.paused(),
                events.stream().map(event -> told(event, now)).toList(),
                sent);
    }

    private static String state(Alert alert, boolean readable, List<Sent> sent) {
        if (alert.paused()) {
            return "paused";
        }
        if (!readable) {
            return "its query can no longer be read";
        }
        return !sent.isEmpty() && sent.getFirst().wrong() ? "the last delivery failed" : "on";
    }

    private static List<String> ways(Alert alert) {
        List<String> ways = new ArrayList<>();
        if (alert.webhook() != null) {
            ways.add("webhook to " + host(alert.webhook()));
        }
        if (alert.email() != null) {
            ways.add("e-mail to " + alert.email());
        }
        return ways;
    }

    /** The path of a webhook's address is often a secret itself. */
    private static String host(String url) {
        int start = url.indexOf("//") + 2;
        int end = start;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        return url.substring(start, end);
    }

    private static Told told(AlertEvent event, Instant now) {
        return new Told(
                Links.deal(event.dealId()),
                AlertText.title(event),
                AlertText.what(event),
                Dates.relative(event.at(), now),
                Dates.iso(event.at()));
    }

    private static Sent sent(Delivery delivery, Instant now) {
        Instant at = delivery.tried() == null ? delivery.created() : delivery.tried();
        String reason = delivery.reason() == null ? "" : delivery.reason();
        boolean wrong = !reason.isEmpty();
        return new Sent(
                delivery.channel() == Delivery.Channel.EMAIL ? "e-mail" : "webhook",
                delivery.isTest() ? "test" : Labels.plural(delivery.eventIds().size(), "event"),
                state(delivery, now),
                wrong,
                reason,
                Dates.relative(at, now),
                Dates.iso(at));
    }

    private static String state(Delivery delivery, Instant now) {
        return switch (delivery.state()) {
            case SENT -> delivery.status() == 0 ? "sent" : "sent (" + delivery.status() + ")";
            case FAILED -> delivery.isTest() ? "failed" : "given up after " + Labels.plural(delivery.tries(), "try");
            case WAITING ->
                delivery.tries() == 0 ? "waits" : "failed, tried again " + Dates.relative(delivery.next(), now);
        };
    }
}
