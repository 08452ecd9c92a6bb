package dealscope.store;

import dealscope.deal.Deal;
import dealscope.store.DealNews.Known;
import dealscope.store.DealNews.Teller;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads which deals changed since they were last asked for alerts, with what was known of them. */
final class NewsReader {
    /** Below what one statement can bind, with former ids beside them. */
    private static final int MOST = 500;

    private final Handle handle;
    private final DealTable deals;

    NewsReader(Handle handle) {
        this.handle = handle;
        this.deals = new DealTable(handle);
    }

    AlertStore.Pending pending(int limit) {
        long from = new AlertTable(handle).progress().seq();
        int most = Math.min(limit, MOST);
        List<ChangeLog.Mark> marks = new ChangeLog(handle).dealsAfter(from, most);
        long to = marks.size() < most
                ? new ChangeLog(handle).last()
                : marks.getLast().seq();
        return new AlertStore.Pending(from, to, news(marks));
    }

    private List<DealNews> news(List<ChangeLog.Mark> marks) {
        List<String> removed = marks.stream()
                .filter(mark -> mark.kind() == ChangeLog.Kind.REMOVED)
                .map(ChangeLog.Mark::id)
                .toList();
        Map<String, String> successors = deals.successors(removed);
        Set<String> ids = new LinkedHashSet<>();
        for (ChangeLog.Mark mark : marks) {
            ids.add(mark.id());
            String successor = successors.get(mark.id());
            if (successor != null) {
                ids.add(successor);
            }
        }
        return new Batch(List.copyOf(ids)).news();
    }

    /** Everything about these deals, in a fixed number of questions. */
    private final class Batch {
        private final List<String> ids;
        private final Map<String, Deal> now;
        private final Map<String, List<String>> former = new HashMap<>();
        private final Map<String, Known> known;
        private final Map<String, List<Teller>> tellers;
        private final Set<String> moved;

        Batch(List<String> ids) {
            this.ids = ids;
            this.now = deals.byIds(ids);
            ToldTable told = new ToldTable(handle);
            told.formerOf(ids).forEach((formerId, deal) -> former.computeIfAbsent(deal, id -> new ArrayList<>())
                    .add(formerId));
            Set<String> all = new LinkedHashSet<>(ids);
            former.values().forEach(all::addAll);
            this.known = told.byIds(List.copyOf(all));
            this.tellers = all.isEmpty()
                    ? Map.of()
                    : new AlertEventTable(handle)
                            .tellers(List.copyOf(all)).stream().collect(Collectors.groupingBy(Teller::dealId));
            this.moved = deals.successors(ids).keySet();
        }

        List<DealNews> news() {
            return ids.stream().map(this::of).filter(Objects::nonNull).toList();
        }

        private @Nullable DealNews of(String id) {
            Deal deal = now.get(id);
            Map<String, Known> merged = new HashMap<>();
            List<Teller> told = new ArrayList<>(tellers.getOrDefault(id, List.of()));
            for (String each : former.getOrDefault(id, List.of())) {
                Known was = known.get(each);
                if (was != null) {
                    merged.put(each, was);
                }
                told.addAll(tellers.getOrDefault(each, List.of()));
            }
            boolean shown = deal != null && !deal.hidden();
            if (!shown && !known.containsKey(id) && merged.isEmpty()) {
                return null;
            }
            return new DealNews(id, shown ? deal : null, known.get(id), merged, moved.contains(id), told);
        }
    }
}
