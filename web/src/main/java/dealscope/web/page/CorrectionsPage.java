package dealscope.web.page;

import dealscope.deal.Deal;
import dealscope.ledger.correction.BadCorrection;
import dealscope.ledger.correction.CorrectionRequest;
import dealscope.store.CorrectionState.State;
import dealscope.store.CorrectionStore;
import dealscope.store.DealChange;
import dealscope.web.http.Form;
import dealscope.web.http.Params;
import dealscope.web.page.Renderer.Title;
import dealscope.web.site.Site;
import dealscope.web.view.Corrections;
import dealscope.web.view.Labels;
import dealscope.web.view.Links;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code /corrections}: what analysts corrected, and the way of a new correction: a form of a deal's page, a preview of
 * what it would change, and then the deal again.
 */
public final class CorrectionsPage {
    private static final int ROWS = 300;
    private static final int CHECKS = 60;
    private static final List<String> FIELDS = List.of(
            "kind",
            "author",
            "note",
            "deal",
            "other",
            "articles",
            "side",
            "wrong",
            "right",
            "field",
            "value",
            "correction");

    private final Site site;
    private final Renderer renderer;

    public CorrectionsPage(Site site, Renderer renderer) {
        this.site = site;
        this.renderer = renderer;
    }

    /** @param done id of a correction that was just made; empty when there is none */
    public record ListView(List<CorrectionLine> lines, int left, int lost, String state, String done) {}

    /**
     * @param problem why it cannot be made; empty when it can
     * @param fields of the form that saves it
     * @param back to the page that the form was on
     */
    public record Preview(
            String words, String problem, List<Change> changes, int more, Map<String, String> fields, String back) {}

    /** @param what became of it: "changes", "is no more", "is new" */
    public record Change(String href, String deal, String what, List<Corrections.Difference> differences) {}

    public void list(Context ctx) {
        Params params = new Params(ctx, false, Set.of("state", "done"));
        String state = params.text("state");
        List<dealscope.store.CorrectionState> all = site.store().corrections().all();
        List<CorrectionLine> found = all.stream()
                .filter(each -> state.isEmpty() || each.state().label().equals(state))
                .map(CorrectionLine::of)
                .toList();
        int lost = (int) all.stream().filter(each -> each.state() == State.LOST).count();
        List<CorrectionLine> lines = found.stream().limit(ROWS).toList();
        String done = params.text("done");
        renderer.page(
                ctx,
                "corrections",
                Title.of("Corrections", "corrections"),
                new ListView(
                        lines, found.size() - lines.size(), lost, state, done.matches("c-[0-9a-f]{12}") ? done : ""));
    }

    public void preview(Context ctx) {
        Map<String, String> fields = fields(Form.of(ctx));
        CorrectionRequest asked = CorrectionRequest.of(fields);
        String back = asked.deal().isEmpty() ? "/corrections" : Links.deal(asked.deal());
        try {
            CorrectionStore.Outcome outcome = site.store().corrections().tryOut(asked);
            List<Change> changes = outcome.changes().stream()
                    .map(CorrectionsPage::change)
                    .filter(change -> !change.differences().isEmpty())
                    .toList();
            String words = Corrections.words(outcome.correction().decision());
            int more = outcome.changed() - outcome.changes().size();
            show(ctx, 200, new Preview(words, "", changes, more, fields, back));
        } catch (BadCorrection e) {
            show(ctx, 400, new Preview("", sentence(e), List.of(), 0, fields, back));
        }
    }

    private void show(Context ctx, int status, Preview view) {
        renderer.page(ctx, status, "correction", Title.of("Correct", "corrections"), view);
    }

    public void save(Context ctx) {
        Map<String, String> fields = fields(Form.of(ctx));
        CorrectionRequest asked = CorrectionRequest.of(fields);
        try {
            saved(ctx, site.actions().correct(asked), asked);
        } catch (BadCorrection e) {
            String back = asked.deal().isEmpty() ? "/corrections" : Links.deal(asked.deal());
            show(ctx, 400, new Preview("", sentence(e), List.of(), 0, fields, back));
        }
    }

    private void saved(Context ctx, CorrectionStore.Outcome outcome, CorrectionRequest asked) {
        String id = outcome.correction().id();
        boolean there =
                !asked.deal().isEmpty() && site.store().deal(asked.deal()).isPresent();
        ctx.redirect(
                there ? Links.deal(asked.deal()) + "?corrected=" + id + "#correct" : "/corrections?done=" + id,
                HttpStatus.SEE_OTHER);
    }

    private static Map<String, String> fields(Form form) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String name : FIELDS) {
            if (!form.text(name).isEmpty()) {
                fields.put(name, form.text(name));
            }
        }
        List<String> articles = new ArrayList<>();
        for (int i = 0; i < CHECKS; i++) {
            String checked = form.text("article" + i);
            if (!checked.isEmpty()) {
                articles.add(checked);
            }
        }
        if (!articles.isEmpty()) {
            fields.put("articles", String.join(",", articles));
        }
        String[] party = form.text("party").split(" ", 2);
        if (party.length == 2) {
            fields.put("side", party[0]);
            fields.put("wrong", party[1]);
        } else if (!form.text("party").isEmpty()) {
            fields.put("side", party[0]);
        }
        return fields;
    }

    private static Change change(DealChange change) {
        Deal shown = change.after() == null ? change.before() : change.after();
        String what = change.after() == null ? "is no more" : change.before() == null ? "is new" : "changes";
        return new Change(
                shown == null ? "" : Links.deal(shown.id()),
                title(shown),
                what,
                Corrections.differences(change.before(), change.after()));
    }

    private static String title(@Nullable Deal deal) {
        return deal == null ? "" : Labels.parties(deal) + ", " + Labels.type(deal.type());
    }

    static String sentence(BadCorrection refused) {
        String reason = String.valueOf(refused.getMessage());
        return Character.toUpperCase(reason.charAt(0)) + reason.substring(1) + ".";
    }
}
