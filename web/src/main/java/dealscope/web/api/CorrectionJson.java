package dealscope.web.api;

import dealscope.ledger.correction.Correction;
import dealscope.ledger.correction.Decision;
import dealscope.store.CorrectionState;
import dealscope.store.CorrectionStore;
import dealscope.store.Store;
import dealscope.web.data.Csv;
import dealscope.web.data.DealJson;
import dealscope.web.view.Corrections;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A correction as the API gives it.
 *
 * @param words what it decides, as a sentence
 * @param undoes id of the correction that it undoes
 * @param deals ids of the deals that it is about now
 * @param reason for every state but {@code in_force}
 */
record CorrectionJson(
        String id,
        Instant at,
        String author,
        String note,
        String kind,
        String words,
        @Nullable String undoes,
        String state,
        String reason,
        List<String> deals) {

    record Listed(int total, List<CorrectionJson> corrections) {
        void writeTo(Csv csv) throws IOException {
            csv.row(List.of("id", "at", "author", "note", "kind", "words", "undoes", "state", "reason", "deals"));
            for (CorrectionJson each : corrections) {
                csv.row(Arrays.asList(
                        each.id,
                        each.at,
                        each.author,
                        each.note,
                        each.kind,
                        each.words,
                        each.undoes,
                        each.state,
                        each.reason,
                        each.deals));
            }
        }
    }

    /** The corrections, the last first; an empty {@code deal} or {@code state} stands for any. */
    static Listed list(Store store, String deal, String state) {
        List<CorrectionJson> found = store.corrections().all().stream()
                .filter(each -> deal.isEmpty() || each.dealIds().contains(deal))
                .filter(each -> state.isEmpty() || each.state().label().equals(state))
                .map(CorrectionJson::of)
                .toList();
        return new Listed(found.size(), found);
    }

    /**
     * What a correction does, or would do.
     *
     * @param changed how many deals in all
     * @param changes of the first of them
     */
    record Outcome(boolean dryRun, String id, String words, int changed, List<ChangeJson> changes) {
        static Outcome of(CorrectionStore.Outcome outcome, boolean dryRun) {
            return new Outcome(
                    dryRun,
                    outcome.correction().id(),
                    Corrections.words(outcome.correction().decision()),
                    outcome.changed(),
                    outcome.changes().stream()
                            .map(change -> new ChangeJson(
                                    change.before() == null ? null : DealJson.of(change.before(), false),
                                    change.after() == null ? null : DealJson.of(change.after(), false)))
                            .toList());
        }
    }

    /** @param before null when the deal is new; @param after null when it is no more */
    record ChangeJson(@Nullable DealJson before, @Nullable DealJson after) {}

    static CorrectionJson of(CorrectionState state) {
        Correction correction = state.correction();
        return new CorrectionJson(
                correction.id(),
                correction.at(),
                correction.author(),
                correction.note(),
                correction.decision().kind(),
                Corrections.words(correction.decision()),
                correction.decision() instanceof Decision.Undo undo ? undo.correction() : null,
                state.state().label(),
                state.reason(),
                state.dealIds());
    }
}
