package dealscope.store;

import dealscope.ledger.Coverage;
import dealscope.ledger.ReportId;
import dealscope.ledger.Resolver;
import dealscope.ledger.Tie;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The reports that a revision has read from the store so far, and the ways from them to further ones. */
final class Neighbourhood {
    private final ReportTable reports;
    private final Resolver resolver;
    private final Map<ReportId, Coverage> loaded = new HashMap<>();
    private final Map<ReportId, Set<Tie>> ties = new HashMap<>();
    private final Map<Tie, Set<ReportId>> tied = new HashMap<>();
    /** Ties by which all reports of the store were read. */
    private final Set<Tie> followed = new HashSet<>();

    private final Set<String> stories = new HashSet<>();

    Neighbourhood(ReportTable reports, Resolver resolver) {
        this.reports = reports;
        this.resolver = resolver;
    }

    Collection<Coverage> coverage() {
        return loaded.values();
    }

    Set<ReportId> reports() {
        return loaded.keySet();
    }

    boolean has(ReportId report) {
        return loaded.containsKey(report);
    }

    /** Adds these reports; those that the store does not have are left out. */
    void load(Collection<ReportId> wanted) {
        Set<ReportId> missing = new HashSet<>(wanted);
        missing.removeAll(loaded.keySet());
        Set<String> articleIds =
                missing.stream().map(ReportId::articleId).collect(Collectors.toCollection(TreeSet::new));
        reports.ofArticles(articleIds).stream()
                .filter(told -> missing.contains(told.id()))
                .forEach(this::add);
    }

    /** Adds all reports of these articles and returns them. */
    Set<ReportId> loadArticles(Collection<String> articleIds) {
        List<ReportTable.Told> found = reports.ofArticles(articleIds);
        found.forEach(this::add);
        return found.stream().map(ReportTable.Told::id).collect(Collectors.toSet());
    }

    void add(ReportTable.Told told) {
        loaded.put(told.id(), told.coverage());
        resolver.ties(told.coverage()).forEach((report, own) -> {
            Set<Tie> followable =
                    own.stream().filter(tie -> tie.kind() != Tie.Kind.PARTY).collect(Collectors.toSet());
            ties.put(report, followable);
            followable.forEach(
                    tie -> tied.computeIfAbsent(tie, any -> new HashSet<>()).add(report));
        });
    }

    /** Every tie of these reports, for the store. */
    Map<ReportId, Set<Tie>> allTies(Collection<ReportId> some) {
        Map<ReportId, Set<Tie>> all = new HashMap<>();
        some.forEach(report -> all.putAll(resolver.ties(Objects.requireNonNull(loaded.get(report)))));
        return all;
    }

    Set<Tie> tiesOf(ReportId report) {
        return ties.getOrDefault(report, Set.of());
    }

    Set<Tie> tiesOf(Collection<ReportId> some, Predicate<Tie.Kind> which) {
        return some.stream()
                .flatMap(report -> tiesOf(report).stream())
                .filter(tie -> which.test(tie.kind()))
                .collect(Collectors.toSet());
    }

    /** Whether the report names one side only, or none. */
    boolean lone(ReportId report) {
        return tiesOf(report).stream().noneMatch(tie -> tie.kind() == Tie.Kind.PAIR);
    }

    /** Loads and returns the reports with one of these ties. */
    Set<ReportId> tied(Set<Tie> wanted) {
        Set<Tie> unknown = new HashSet<>(wanted);
        unknown.removeAll(followed);
        if (!unknown.isEmpty()) {
            load(reports.tied(unknown));
            followed.addAll(unknown);
        }
        Set<ReportId> found = new HashSet<>();
        wanted.forEach(tie -> found.addAll(tied.getOrDefault(tie, Set.of())));
        return found;
    }

    /** Loads and returns what hangs together with these ties by ties of such kinds. */
    Set<ReportId> connected(Set<Tie> from, Predicate<Tie.Kind> which) {
        Set<ReportId> found = new HashSet<>();
        Set<Tie> done = new HashSet<>();
        Set<Tie> open = from.stream().filter(tie -> which.test(tie.kind())).collect(Collectors.toSet());
        while (!open.isEmpty()) {
            done.addAll(open);
            Set<ReportId> reached = tied(open);
            found.addAll(reached);
            open = tiesOf(reached, which);
            open.removeAll(done);
        }
        return found;
    }

    /** Loads and returns the reports of the articles that are of one text with one of these. */
    Set<ReportId> sameText(Collection<ReportId> some) {
        Set<String> origins = some.stream()
                .map(loaded::get)
                .filter(coverage -> coverage != null && coverage.length() > 0)
                .map(Coverage::story)
                .collect(Collectors.toSet());
        Set<String> unknown = new HashSet<>(origins);
        unknown.removeAll(stories);
        if (!unknown.isEmpty()) {
            load(reports.ofStories(unknown));
            stories.addAll(unknown);
        }
        return loaded.entrySet().stream()
                .filter(entry -> entry.getValue().length() > 0
                        && origins.contains(entry.getValue().story()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
