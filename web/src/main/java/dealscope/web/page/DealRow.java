package dealscope.web.page;

import dealscope.deal.Deal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A deal in the table of {@code /deals}.
 *
 * @param href the same list with this deal beside it
 * @param shown whether it stands beside the list now
 * @param first when it was first seen, in milliseconds since 1970; 0 when that is unknown
 * @param changed when it last changed, as {@code first}
 */
public record DealRow(DealLine deal, String href, List<Column.Cell> cells, boolean shown, long first, long changed) {
    static DealRow of(Deal deal, DealLine line, SearchState state) {
        return new DealRow(
                line,
                state.showLink(deal.id()),
                state.columns().stream().map(column -> column.cell(deal)).toList(),
                deal.id().equals(state.show()),
                millis(deal.firstSeen()),
                millis(deal.lastChanged()));
    }

    private static long millis(@Nullable Instant at) {
        return at == null ? 0 : at.toEpochMilli();
    }
}
