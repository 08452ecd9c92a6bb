package dealscope.web.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dealscope.alert.Alert;
import dealscope.alert.AlertEvent;
import dealscope.alert.DealFacts;
import dealscope.web.view.Links;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event as the API and a webhook give it.
 *
 * @param id the same in every repetition
 * @param type {@code deal.new}, {@code deal.changed}, {@code deal.left}, {@code deal.gone}; {@code test} has no deal
 * @param words what happened, as a sentence
 * @param dealId the deal's id now
 * @param formerId of a deal that became part of it
 * @param before the facts that were known; null for a deal that is new
 * @param after the facts that are known; null for a deal that is gone
 * @param url the deal's page
 * @param api the deal in the API
 */
public record EventJson(
        String id,
        String type,
        Instant at,
        AlertRef alert,
        String title,
        String words,
        List<AlertText.Words> changes,
        @Nullable String dealId,
        @Nullable String formerId,
        @Nullable DealFacts before,
        @Nullable DealFacts after,
        @Nullable String url,
        @Nullable String api) {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    /** The alert that tells it. */
    public record AlertRef(String id, String name, String query) {
        static AlertRef of(Alert alert) {
            return new AlertRef(alert.id(), alert.name(), alert.query());
        }
    }

    /** @param site address of this site, without a last slash */
    public static EventJson of(Alert alert, AlertEvent event, String site) {
        return new EventJson(
                event.id(),
                "deal." + event.kind().label(),
                event.at(),
                AlertRef.of(alert),
                AlertText.title(event),
                AlertText.what(event),
                AlertText.changes(event),
                event.dealId(),
                event.formerId(),
                event.before(),
                event.after(),
                site + Links.deal(event.dealId()),
                site + "/api" + Links.deal(event.dealId()));
    }

    /** What is sent when somebody only wants to see that it works. */
    static EventJson test(Alert alert, String id, Instant at) {
        return new EventJson(
                id,
                "test",
                at,
                AlertRef.of(alert),
                "Test of the alert " + alert.name(),
                "Nothing happened: somebody asked for a test",
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    byte[] bytes() {
        try {
            return MAPPER.writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
