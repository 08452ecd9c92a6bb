package dealscope.store;

import dealscope.ledger.ReportId;
import dealscope.ledger.correction.Anchor;
import dealscope.ledger.correction.Correction;
import dealscope.ledger.correction.Corrections;
import dealscope.ledger.correction.Decision;
import dealscope.store.CorrectionState.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Works out what has become of each correction. */
final class CorrectionStates {
    private final List<Correction> log;
    private final Corrections inForce;
    private final AnchorPlaces places;
    private final DealTable deals;
    private final Map<String, Correction> undoers = new HashMap<>();
    /** By deal and what is decided of it: the last correction that does. */
    private final Map<String, String> deciders = new HashMap<>();

    CorrectionStates(Handle handle, LedgerRules rules) {
        this.log = rules.log(handle);
        this.inForce = rules.corrections(handle);
        this.places = new AnchorPlaces(handle, inForce);
        this.deals = new DealTable(handle);
        for (Correction correction : log) {
            if (correction.decision() instanceof Decision.Undo undo && inForce.holds(correction.id())) {
                undoers.put(undo.correction(), correction);
            }
        }
    }

    /** The last first. */
    List<CorrectionState> all() {
        List<CorrectionState> states = new ArrayList<>();
        for (Correction correction : log.reversed()) {
            states.add(state(correction));
        }
        return states;
    }

    private CorrectionState state(Correction correction) {
        List<Set<String>> found = new ArrayList<>();
        for (List<Anchor> anchors : correction.decision().targets()) {
            found.add(dealsOf(anchors));
        }
        Set<String> ids = new LinkedHashSet<>();
        found.forEach(ids::addAll);
        Correction undoer = undoers.get(correction.id());
        if (undoer != null) {
            return new CorrectionState(correction, State.UNDONE, List.copyOf(ids), "undone by " + undoer.author());
        }
        if (!inForce.holds(correction.id())) {
            String reason = correction.decision() instanceof Decision.Alias ? "the names would go in a circle" : "";
            return new CorrectionState(correction, State.UNDONE, List.copyOf(ids), reason);
        }
        return inForce(correction, found, List.copyOf(ids));
    }

    private CorrectionState inForce(Correction correction, List<Set<String>> found, List<String> ids) {
        Decision decision = correction.decision();
        if (decision instanceof Decision.Undo || decision instanceof Decision.Alias) {
            return new CorrectionState(correction, State.IN_FORCE, ids, "");
        }
        boolean gone = decision.targets().stream().anyMatch(this::gone);
        if (gone) {
            return new CorrectionState(
                    correction, State.LOST, ids, "no article tells any more what it rested on; it waits for that");
        }
        if (decision instanceof Decision.NoDeal) {
            return ids.isEmpty()
                    ? new CorrectionState(correction, State.IN_FORCE, ids, "")
                    : new CorrectionState(
                            correction, State.OUTGROWN, ids, "most articles that tell of it now came later");
        }
        String decides = decides(decision);
        String key = found.getFirst().stream().findFirst().orElse("") + " " + decides;
        String later = decides.isEmpty() ? null : deciders.putIfAbsent(key, correction.id());
        return later == null
                ? new CorrectionState(correction, State.IN_FORCE, ids, "")
                : new CorrectionState(correction, State.OVERRULED, ids, "a later correction decides the same");
    }

    private static String decides(Decision decision) {
        return decision instanceof Decision.Right right ? right.value().field().label() : "";
    }

    private boolean gone(List<Anchor> anchors) {
        return anchors.stream().map(places).allMatch(Objects::isNull);
    }

    /** The deals that the reports are of, the one with most of them first. */
    private Set<String> dealsOf(List<Anchor> anchors) {
        Map<String, Integer> votes = new HashMap<>();
        Set<String> ids = new LinkedHashSet<>();
        for (Anchor anchor : anchors) {
            ReportId report = places.apply(anchor);
            String id = report == null ? null : dealOf(report);
            if (id != null) {
                votes.merge(id, 1, Integer::sum);
                ids.add(id);
            }
        }
        List<String> ordered = new ArrayList<>(ids);
        ordered.sort((a, b) -> Integer.compare(votes.getOrDefault(b, 0), votes.getOrDefault(a, 0)));
        return new LinkedHashSet<>(ordered.isEmpty() ? ordered : List.of(ordered.getFirst()));
    }

    private @Nullable String dealOf(ReportId report) {
        return deals.assignedOf(List.of(report.articleId())).get(report);
    }
}
