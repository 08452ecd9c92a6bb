package dealscope.web.page;

import dealscope.ledger.correction.Decision;
import dealscope.store.CorrectionState;
import dealscope.web.view.Corrections;
import dealscope.web.view.Dates;
import dealscope.web.view.Links;
import java.util.List;

/**
 * A correction in one line.
 *
 * @param state in words; empty when it holds
 * @param holds whether it can be undone
 * @param deals that it is about now
 */
public record CorrectionLine(
        String id,
        String words,
        String author,
        String note,
        String date,
        String isoDate,
        String state,
        String reason,
        boolean holds,
        List<Deal> deals) {

    /** A deal by its id. */
    public record Deal(String href, String id) {}

    static CorrectionLine of(CorrectionState state) {
        String words = Corrections.words(state.correction().decision());
        boolean undo = state.correction().decision() instanceof Decision.Undo;
        String target = state.correction().decision() instanceof Decision.Undo undone ? " " + undone.correction() : "";
        return new CorrectionLine(
                state.correction().id(),
                words + (undo ? target : ""),
                state.correction().author(),
                state.correction().note(),
                Dates.minute(state.correction().at()),
                Dates.iso(state.correction().at()),
                state.state() == CorrectionState.State.IN_FORCE
                        ? ""
                        : state.state().label().replace('_', ' '),
                state.reason(),
                state.state() != CorrectionState.State.UNDONE,
                state.dealIds().stream().map(id -> new Deal(Links.deal(id), id)).toList());
    }
}
