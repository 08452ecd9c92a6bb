package dealscope.web.api;

import dealscope.alert.Alert;
import dealscope.alert.Delivery;
import dealscope.store.Store;
import dealscope.web.alert.EventJson;
import dealscope.web.data.Csv;
import dealscope.web.view.Links;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An alert as the API gives it; its secret is not in it.
 *
 * @param atom address of its feed on this server
 * @param jsonFeed the same as JSON Feed
 */
record AlertJson(
        String id,
        String name,
        String query,
        boolean background,
        @Nullable String webhook,
        @Nullable String email,
        boolean paused,
        Instant created,
        String atom,
        String jsonFeed) {
    static AlertJson of(Alert alert) {
        return new AlertJson(
                alert.id(),
                alert.name(),
                alert.query(),
                alert.background(),
                alert.webhook(),
                alert.email(),
                alert.paused(),
                alert.created(),
                Links.alertFeed(alert.id(), "atom"),
                Links.alertFeed(alert.id(), "feed.json"));
    }

    record Listed(int total, List<AlertJson> alerts) {
        void writeTo(Csv csv) throws IOException {
            csv.row(List.of("id", "name", "query", "background", "webhook", "email", "paused", "created", "atom"));
            for (AlertJson each : alerts) {
                csv.row(Arrays.asList(
                        each.id,
                        each.name,
                        each.query,
                        each.background,
                        each.webhook,
                        each.email,
                        each.paused,
                        each.created,
                        each.atom));
            }
        }
    }

    static Listed all(Store store) {
        List<AlertJson> alerts =
                store.alerts().all().stream().map(AlertJson::of).toList();
        return new Listed(alerts.size(), alerts);
    }

    /** @param secret of the webhook, shown only in the answer that made it; null when none was made */
    record Made(AlertJson alert, @Nullable String secret) {}

    /** @param events what it told, the last first; @param deliveries the last first */
    record One(AlertJson alert, List<EventJson> events, List<DeliveryJson> deliveries) {}

    /** @param deals that it would have told of in the last {@code days} */
    record DryRun(String query, long deals, int days) {}

    record Tested(List<DeliveryJson> deliveries) {}

    record Removed(String removed) {}

    /** A delivery, see {@link Delivery}. */
    record DeliveryJson(
            String id,
            String channel,
            List<String> events,
            boolean test,
            String state,
            int tries,
            Instant created,
            @Nullable Instant tried,
            @Nullable Instant next,
            int status,
            @Nullable String reason) {
        static DeliveryJson of(Delivery delivery) {
            return new DeliveryJson(
                    delivery.id(),
                    delivery.channel().label(),
                    delivery.eventIds(),
                    delivery.isTest(),
                    delivery.state().label(),
                    delivery.tries(),
                    delivery.created(),
                    delivery.tried(),
                    delivery.next(),
                    delivery.status(),
                    delivery.reason());
        }
    }
}
