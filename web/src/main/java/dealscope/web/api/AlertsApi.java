package dealscope.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dealscope.alert.Alert;
import dealscope.web.alert.AlertDesk;
import dealscope.web.alert.AlertWish;
import dealscope.web.alert.BadAlert;
import dealscope.web.alert.EventJson;
import dealscope.web.data.Json;
import dealscope.web.http.Guard;
import dealscope.web.http.Params;
import dealscope.web.http.Reply;
import dealscope.web.http.RequestBody;
import dealscope.web.http.RequestProblem;
import dealscope.web.http.Routing;
import dealscope.web.site.Site;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/** {@code /api/alerts}: saved queries that tell of new and changed deals. Guarded as {@link CorrectionsApi} is. */
public final class AlertsApi {
    private static final String PATH = "/api/alerts";
    private static final int LARGEST = 16 * 1024;
    private static final int EVENTS = 100;
    private static final int DELIVERIES = 50;
    private static final Set<String> NONE = Set.of();
    private static final Set<String> FIELDS = Set.of("name", "query", "background", "webhook", "email", "paused");

    private final Site site;
    private final AlertDesk desk;
    private final Guard guard;
    private final Duration deadline;
    private final ScheduledExecutorService timer;

    public AlertsApi(Site site, Guard guard, Duration deadline, ScheduledExecutorService timer) {
        this.site = site;
        this.desk = site.actions().alerts();
        this.guard = guard;
        this.deadline = deadline;
        this.timer = timer;
    }

    public void register(Routing reading, RoutesConfig routes) {
        reading.get(PATH, this::list);
        reading.get(PATH + "/{id}", this::show);
        routes.post(PATH, this::create);
        routes.patch(PATH + "/{id}", this::change);
        routes.delete(PATH + "/{id}", this::remove);
        routes.post(PATH + "/{id}/restore", this::restore);
        routes.post(PATH + "/{id}/test", this::test);
    }

    /** Whether this request is guarded here and not as a form. */
    public static boolean concerns(Context ctx) {
        return ctx.path().equals(PATH) || ctx.path().startsWith(PATH + "/");
    }

    private void list(Context ctx) {
        new Params(ctx, true, NONE);
        answer(ctx, 200, AlertJson.all(site.store()));
    }

    private void show(Context ctx) {
        new Params(ctx, true, NONE);
        Alert alert = known(ctx);
        String home = FeedsApi.home(ctx, desk);
        answer(
                ctx,
                200,
                new AlertJson.One(
                        AlertJson.of(alert),
                        site.store().alerts().events(alert.id(), EVENTS).stream()
                                .map(event -> EventJson.of(alert, event, home))
                                .toList(),
                        site.store().alerts().deliveries(alert.id(), DELIVERIES).stream()
                                .map(AlertJson.DeliveryJson::of)
                                .toList()));
    }

    private Alert known(Context ctx) {
        return site.store().alerts().byId(Params.id(ctx, "alert")).orElseThrow(AlertsApi::unknown);
    }

    private static RequestProblem unknown() {
        return RequestProblem.notFound("There is no alert with this id.");
    }

    private void create(Context ctx) throws IOException {
        boolean dryRun = new Params(ctx, true, Set.of("dryRun")).flag("dryRun", false);
        check(ctx);
        JsonNode body = body(ctx);
        AlertWish wish = wish(body, null);
        try {
            if (dryRun) {
                long deals = desk.dryRun(wish.query(), wish.background());
                answer(ctx, 200, new AlertJson.DryRun(wish.query(), deals, AlertDesk.DRY_RUN_DAYS));
                return;
            }
            if (!body.has("query")) {
                throw RequestProblem.badParameter("\"query\" must be given; \"\" stands for every deal.");
            }
            AlertDesk.Made made = desk.create(wish);
            answer(ctx, 201, new AlertJson.Made(AlertJson.of(made.alert()), made.secret()));
        } catch (BadAlert e) {
            throw problem(e);
        }
    }

    private void change(Context ctx) {
        new Params(ctx, true, NONE);
        guard.checkOrigin(ctx);
        check(ctx);
        Alert before = known(ctx);
        JsonNode body = body(ctx);
        try {
            AlertDesk.Made made = desk.change(before.id(), wish(body, before), flag(body, "paused", before.paused()))
                    .orElseThrow(AlertsApi::unknown);
            answer(ctx, 200, new AlertJson.Made(AlertJson.of(made.alert()), made.secret()));
        } catch (BadAlert e) {
            throw problem(e);
        }
    }

    private void remove(Context ctx) {
        new Params(ctx, true, NONE);
        guard.checkOrigin(ctx);
        check(ctx);
        String id = known(ctx).id();
        site.store().alerts().remove(id);
        answer(ctx, 200, new AlertJson.Removed(id));
    }

    private void restore(Context ctx) {
        new Params(ctx, true, NONE);
        check(ctx);
        if (!site.store().alerts().restore(Params.id(ctx, "alert"))) {
            throw RequestProblem.notFound("There is no removed alert with this id; it may have been forgotten by now.");
        }
        answer(ctx, 200, AlertJson.of(known(ctx)));
    }

    private void test(Context ctx) {
        new Params(ctx, true, NONE);
        check(ctx);
        answer(
                ctx,
                200,
                new AlertJson.Tested(desk.test(known(ctx)).stream()
                        .map(AlertJson.DeliveryJson::of)
                        .toList()));
    }

    private void check(Context ctx) {
        guard.checkToken(String.valueOf(ctx.header(CorrectionsApi.TOKEN)));
    }

    private JsonNode body(Context ctx) {
        String type = ctx.contentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw RequestProblem.of(415, "Send application/json.");
        }
        byte[] body = RequestBody.read(ctx, LARGEST, deadline, timer);
        try {
            JsonNode json = Json.MAPPER.readTree(new String(body, StandardCharsets.UTF_8));
            if (json != null && json.isObject()) {
                checkFields(json);
                return json;
            }
        } catch (JsonProcessingException | StackOverflowError e) {
            // Told below.
        }
        throw RequestProblem.badParameter("The body must be one JSON object.");
    }

    private static void checkFields(JsonNode json) {
        json.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                throw RequestProblem.badParameter("There is no field \""
                        + (name.length() <= 40 ? name : name.substring(0, 40) + "…") + "\" here; there are "
                        + String.join(", ", FIELDS.stream().sorted().toList()) + ".");
            }
        });
    }

    private static AlertWish wish(JsonNode json, @Nullable Alert before) {
        return new AlertWish(
                text(json, "name", before == null ? null : before.name()),
                text(json, "query", before == null ? null : before.query()),
                flag(json, "background", before != null && before.background()),
                text(json, "webhook", before == null ? null : before.webhook()),
                text(json, "email", before == null ? null : before.email()));
    }

    private static String text(JsonNode json, String name, @Nullable String fallback) {
        JsonNode value = json.get(name);
        if (value == null) {
            return fallback == null ? "" : fallback;
        }
        if (value.isNull()) {
            return "";
        }
        if (!value.isTextual() || value.asText().indexOf('\0') >= 0) {
            throw RequestProblem.badParameter("\"" + name + "\" must be a text.");
        }
        return value.asText();
    }

    private static boolean flag(JsonNode json, String name, boolean fallback) {
        JsonNode value = json.get(name);
        if (value != null && !value.isBoolean()) {
            throw RequestProblem.badParameter("\"" + name + "\" must be true or false.");
        }
        return value == null ? fallback : value.asBoolean();
    }

    private static RequestProblem problem(BadAlert e) {
        return RequestProblem.badParameter(String.valueOf(e.getMessage()));
    }

    private static void answer(Context ctx, int status, Object answer) {
        Reply.text(ctx, status, Reply.JSON, Json.of(answer));
        if (!ctx.method().equals(HandlerType.GET) && !ctx.method().equals(HandlerType.HEAD)) {
            ctx.header("Cache-Control", "no-store"); // it may hold a secret
        }
    }
}
