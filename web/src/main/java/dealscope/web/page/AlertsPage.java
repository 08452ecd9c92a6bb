package dealscope.web.page;

import dealscope.alert.Alert;
import dealscope.index.BadQuery;
import dealscope.store.AlertStore;
import dealscope.web.alert.AlertDesk;
import dealscope.web.alert.AlertWish;
import dealscope.web.alert.BadAlert;
import dealscope.web.http.Form;
import dealscope.web.http.Params;
import dealscope.web.http.RequestProblem;
import dealscope.web.http.Routing;
import dealscope.web.page.Renderer.Title;
import dealscope.web.site.Site;
import dealscope.web.view.Labels;
import dealscope.web.view.Links;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code /alerts}: saved queries that tell of new and changed deals; making, changing, testing, pausing and removing them.
 * The secret of a webhook is shown once, on the page after the one that made it.
 */
public final class AlertsPage {
    private static final int TOLD = 5;
    private static final int SENT = 8;
    private static final int ROWS = 200;
    private static final int SECRETS = 100;
    private static final Set<String> PARAMETERS =
            Set.of("q", "background", "made", "changed", "tested", "paused", "resumed", "removed", "restored");

    private final Site site;
    private final AlertDesk desk;
    private final Renderer renderer;

    /** Secrets that nobody has seen yet, by alert; guarded by itself. */
    private final Map<String, String> unseen = new LinkedHashMap<>();

    public AlertsPage(Site site, Renderer renderer) {
        this.site = site;
        this.desk = site.actions().alerts();
        this.renderer = renderer;
    }

    public void register(Routing reading, RoutesConfig routes) {
        reading.get("/alerts", this::list);
        reading.get("/alerts/trial", this::trial);
        routes.post("/alerts/create", this::create);
        routes.post("/alerts/{id}/change", this::change);
        routes.post("/alerts/{id}/test", this::test);
        routes.post("/alerts/{id}/pause", ctx -> pause(ctx, true));
        routes.post("/alerts/{id}/resume", ctx -> pause(ctx, false));
        routes.post("/alerts/{id}/remove", this::remove);
        routes.post("/alerts/{id}/restore", this::restore);
    }

    /**
     * @param wish what the form for a new one holds
     * @param problem why it cannot be made; empty when nothing is wrong
     * @param mails whether a mail server is set
     */
    public record View(
            List<AlertLine> alerts,
            int left,
            @Nullable Notice notice,
            AlertWish wish,
            String problem,
            Trial trial,
            boolean mails) {}

    /** @param secret of a webhook that was just made, else empty; @param undo id of the alert that can be brought back */
    public record Notice(
            String words, String secret, @Nullable String undo) {}

    /** How many deals the query would have told of. */
    public record Trial(String words, boolean wrong) {}

    private void list(Context ctx) throws IOException {
        Params params = new Params(ctx, false, PARAMETERS);
        AlertWish wish = new AlertWish("", params.text("q"), background(params), "", "");
        show(ctx, 200, wish, "", notice(params));
    }

    private static boolean background(Params params) {
        String value = params.text("background");
        return value.equals("on") || value.equals("true");
    }

    private void show(Context ctx, int status, AlertWish wish, String problem, @Nullable Notice notice)
            throws IOException {
        AlertStore store = site.store().alerts();
        Instant now = site.clock().instant();
        List<Alert> all = store.all();
        List<AlertLine> lines = all.stream()
                .limit(ROWS)
                .map(alert -> AlertLine.of(
                        alert,
                        readable(alert),
                        store.events(alert.id(), TOLD),
                        store.deliveries(alert.id(), SENT),
                        now))
                .toList();
        renderer.page(
                ctx,
                status,
                "alerts",
                Title.of("Alerts", "alerts"),
                new View(lines, all.size() - lines.size(), notice, wish, problem, tried(wish), desk.mails()));
        if (notice != null && !notice.secret().isEmpty()) {
            ctx.header("Cache-Control", "no-store");
        }
    }

    private boolean readable(Alert alert) {
        try {
            site.index().matcher(alert.query(), alert.background());
            return true;
        } catch (BadQuery e) {
            return false;
        }
    }

    private void trial(Context ctx) throws IOException {
        Params params = new Params(ctx, false, Set.of("query", "background"));
        AlertWish wish = new AlertWish("", params.text("query"), background(params), "", "");
        renderer.fragment(ctx, "part/alertTrial", tried(wish));
    }

    private Trial tried(AlertWish wish) throws IOException {
        try {
            long deals = desk.dryRun(wish.query(), wish.background());
            return new Trial(
                    "Would have told of " + Labels.plural(deals, "deal") + " in the last " + AlertDesk.DRY_RUN_DAYS
                            + " days.",
                    false);
        } catch (BadAlert e) {
            return new Trial(String.valueOf(e.getMessage()), true);
        }
    }

    private void create(Context ctx) throws IOException {
        AlertWish wish = wish(Form.of(ctx));
        try {
            done(ctx, "made", desk.create(wish));
        } catch (BadAlert e) {
            show(ctx, 400, wish, String.valueOf(e.getMessage()), null);
        }
    }

    private void change(Context ctx) throws IOException {
        String id = Params.id(ctx, "alert");
        Alert before = known(id);
        try {
            AlertDesk.Made made =
                    desk.change(id, wish(Form.of(ctx)), before.paused()).orElseThrow(AlertsPage::unknown);
            done(ctx, "changed", made);
        } catch (BadAlert e) {
            throw RequestProblem.badParameter(String.valueOf(e.getMessage()));
        }
    }

    private static AlertWish wish(Form form) {
        return new AlertWish(
                form.text("name"),
                form.text("query"),
                form.text("background").equals("on"),
                form.text("webhook"),
                form.text("email"));
    }

    private void done(Context ctx, String what, AlertDesk.Made made) {
        String id = made.alert().id();
        if (made.secret() != null) {
            synchronized (unseen) {
                unseen.put(id, made.secret());
                if (unseen.size() > SECRETS) {
                    unseen.remove(unseen.keySet().iterator().next());
                }
            }
        }
        back(ctx, what, id);
    }

    private void test(Context ctx) {
        Alert alert = known(Params.id(ctx, "alert"));
        desk.test(alert);
        back(ctx, "tested", alert.id());
    }

    private void pause(Context ctx, boolean paused) {
        Alert alert = known(Params.id(ctx, "alert"));
        site.store().alerts().save(alert.withPaused(paused), null);
        back(ctx, paused ? "paused" : "resumed", alert.id());
    }

    private void remove(Context ctx) {
        String id = Params.id(ctx, "alert");
        if (!site.store().alerts().remove(id)) {
            throw unknown();
        }
        back(ctx, "removed", id);
    }

    private void restore(Context ctx) {
        String id = Params.id(ctx, "alert");
        if (!site.store().alerts().restore(id)) {
            throw RequestProblem.notFound("There is no removed alert with this id; it may have been forgotten by now.");
        }
        back(ctx, "restored", id);
    }

    private static void back(Context ctx, String what, String id) {
        ctx.redirect("/alerts?" + what + "=" + Links.encode(id), HttpStatus.SEE_OTHER);
    }

    private Alert known(String id) {
        return site.store().alerts().byId(id).orElseThrow(AlertsPage::unknown);
    }

    private static RequestProblem unknown() {
        return RequestProblem.notFound("There is no alert with this id.");
    }

    private @Nullable Notice notice(Params params) {
        String removed = params.text("removed");
        if (!removed.isEmpty()) {
            return removed.matches("[a-z0-9-]{1,60}")
                            && site.store().alerts().byId(removed).isEmpty()
                    ? new Notice("The alert is removed.", "", removed)
                    : null;
        }
        for (String what : List.of("made", "changed", "tested", "paused", "resumed", "restored")) {
            Alert alert = site.store().alerts().byId(params.text(what)).orElse(null);
            if (alert != null) {
                return new Notice(words(what, alert), secret(alert.id()), null);
            }
        }
        return null;
    }

    private String secret(String id) {
        synchronized (unseen) {
            String secret = unseen.remove(id);
            return secret == null ? "" : secret;
        }
    }

    private static String words(String what, Alert alert) {
        String name = "“" + alert.name() + "”";
        return switch (what) {
            case "made" -> name + " tells of new and changed deals from now on.";
            case "changed" -> name + " is changed.";
            case "tested" ->
                alert.webhook() == null && alert.email() == null
                        ? name + " has a feed alone; there is nothing to send."
                        : name + " was tested; what came of it stands first among its deliveries.";
            case "paused" -> name + " is paused. What happens meanwhile is not told later.";
            case "resumed" -> name + " is on again.";
            default -> name + " is back.";
        };
    }
}
