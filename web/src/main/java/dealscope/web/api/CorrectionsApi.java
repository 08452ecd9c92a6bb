package dealscope.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dealscope.ledger.correction.BadCorrection;
import dealscope.ledger.correction.CorrectionRequest;
import dealscope.store.CorrectionState;
import dealscope.store.CorrectionStore.Outcome;
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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;

/**
 * {@code /api/corrections}: what analysts corrected, and correcting. What changes something carries the token of
 * {@code /api/token} in the header {@value #TOKEN}, as a form of the site carries it in a field.
 */
public final class CorrectionsApi {
    public static final String TOKEN = "X-Dealscope-Token";

    private static final String PATH = "/api/corrections";
    private static final int LARGEST = 16 * 1024;
    private static final int LARGEST_FILE = 20_000_000;
    private static final Set<String> FIELDS =
            Set.of("kind", "author", "note", "deal", "other", "articles", "side", "wrong", "right", "field", "value");

    private final Site site;
    private final Guard guard;
    private final Duration deadline;
    private final ScheduledExecutorService timer;

    public CorrectionsApi(Site site, Guard guard, Duration deadline, ScheduledExecutorService timer) {
        this.site = site;
        this.guard = guard;
        this.deadline = deadline;
        this.timer = timer;
    }

    public void register(Routing reading, RoutesConfig routes) {
        reading.get(PATH, this::list);
        reading.get(PATH + ".ndjson", this::export);
        reading.get(PATH + "/{id}", this::show);
        reading.get("/api/token", this::token);
        routes.post(PATH, this::correct);
        routes.post(PATH + "/import", this::importLines);
        routes.delete(PATH + "/{id}", this::undo);
    }

    /** Whether this request is guarded here and not as a form. */
    public static boolean concerns(Context ctx) {
        return ctx.path().startsWith(PATH);
    }

    private void token(Context ctx) {
        new Params(ctx, true, Set.of());
        ctx.header("Cache-Control", "no-store");
        Reply.text(ctx, 200, Reply.JSON, Json.of(Map.of("token", guard.token())));
    }

    private void list(Context ctx) {
        Params params = new Params(ctx, true, Set.of("deal", "state"));
        answer(ctx, 200, CorrectionJson.list(site.store(), params.text("deal"), params.text("state")));
    }

    private void show(Context ctx) {
        new Params(ctx, true, Set.of());
        answer(ctx, 200, CorrectionJson.of(known(ctx)));
    }

    private CorrectionState known(Context ctx) {
        return site.store()
                .corrections()
                .byId(Params.id(ctx, "correction"))
                .orElseThrow(() -> RequestProblem.notFound("There is no correction with this id."));
    }

    private void export(Context ctx) {
        new Params(ctx, true, Set.of());
        List<String> lines = site.store().corrections().export();
        Reply.stream(ctx, "application/x-ndjson; charset=utf-8", "corrections.ndjson", out -> {
            for (String line : lines) {
                out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    private void correct(Context ctx) {
        boolean dryRun = new Params(ctx, true, Set.of("dryRun")).flag("dryRun", false);
        guard.checkToken(String.valueOf(ctx.header(TOKEN)));
        run(ctx, request(read(body(ctx, "application/json", LARGEST))), dryRun);
    }

    private void undo(Context ctx) {
        Params params = new Params(ctx, true, Set.of("author", "note", "dryRun"));
        guard.checkOrigin(ctx);
        guard.checkToken(String.valueOf(ctx.header(TOKEN)));
        String id = known(ctx).correction().id();
        CorrectionRequest asked = new CorrectionRequest(
                "undo", params.text("author"), params.text("note"), "", "", "", "", "", "", "", "", id);
        run(ctx, asked, params.flag("dryRun", false));
    }

    private void run(Context ctx, CorrectionRequest asked, boolean dryRun) {
        try {
            Outcome outcome = dryRun
                    ? site.store().corrections().tryOut(asked)
                    : site.actions().correct(asked);
            answer(ctx, dryRun ? 200 : 201, CorrectionJson.Outcome.of(outcome, dryRun));
        } catch (BadCorrection e) {
            throw RequestProblem.badParameter(sentence(e));
        }
    }

    private void importLines(Context ctx) {
        new Params(ctx, true, Set.of());
        guard.checkToken(String.valueOf(ctx.header(TOKEN)));
        String text = new String(body(ctx, "application/x-ndjson", LARGEST_FILE), StandardCharsets.UTF_8);
        try {
            int added = site.actions().importCorrections(text.lines().toList());
            answer(ctx, 200, Map.of("added", added));
        } catch (BadCorrection e) {
            throw RequestProblem.badParameter(sentence(e));
        }
    }

    private byte[] body(Context ctx, String type, int most) {
        String given = ctx.contentType();
        if (given == null || !given.toLowerCase(Locale.ROOT).startsWith(type)) {
            throw RequestProblem.of(415, "Send " + type + ".");
        }
        return RequestBody.read(ctx, most, deadline, timer);
    }

    private static JsonNode read(byte[] body) {
        try {
            JsonNode json = Json.MAPPER.readTree(new String(body, StandardCharsets.UTF_8));
            if (json != null && json.isObject()) {
                return json;
            }
        } catch (JsonProcessingException | StackOverflowError e) {
            // Told below.
        }
        throw RequestProblem.badParameter("The body must be one JSON object.");
    }

    private static CorrectionRequest request(JsonNode json) {
        Map<String, String> fields = new HashMap<>();
        json.properties().forEach(each -> {
            if (!FIELDS.contains(each.getKey())) {
                throw RequestProblem.badParameter(
                        "There is no field \"" + shortened(each.getKey()) + "\" here; there are "
                                + String.join(", ", FIELDS.stream().sorted().toList()) + ".");
            }
            fields.put(each.getKey(), text(each.getKey(), each.getValue()));
        });
        return CorrectionRequest.of(fields);
    }

    private static String text(String name, JsonNode value) {
        if (value.isArray()) {
            List<String> parts = new ArrayList<>();
            value.forEach(part -> parts.add(part.asText()));
            return String.join(",", parts);
        }
        if (value.isObject()) {
            throw RequestProblem.badParameter("\"" + name + "\" must be a text.");
        }
        return value.isNull() ? "" : value.asText();
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    /** The reason with a capital and a full stop. */
    public static String sentence(BadCorrection refused) {
        String reason = String.valueOf(refused.getMessage());
        return Character.toUpperCase(reason.charAt(0)) + reason.substring(1) + ".";
    }

    private static void answer(Context ctx, int status, Object answer) {
        Reply.text(ctx, status, Reply.JSON, Json.of(answer));
    }
}
