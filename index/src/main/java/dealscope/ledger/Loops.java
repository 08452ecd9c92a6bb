package dealscope.ledger;

import dealscope.deal.Company;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.graph.AsSubgraph;
import org.jgrapht.graph.DefaultDirectedGraph;
import org.jgrapht.graph.DefaultEdge;
import org.jspecify.annotations.Nullable;

/**
 * Finds where money goes in a circle: A pays B, B pays C, C pays A. Companies stand for their whole house (Google Cloud is
 * Alphabet), and a company that pays its own house is no loop.
 *
 * <p>Loops have at most {@value #MOST_COMPANIES} companies; in a dense graph there are more longer ones than anybody
 * reads. The search stops after {@value #MOST_STEPS} steps and says so.
 */
public final class Loops {
    public static final int MOST_COMPANIES = 6;
    private static final int MOST_STEPS = 2_000_000;
    private static final int MOST_FOUND = 20_000;

    /** Reasons for which a deal does not count in sums and is no step of a loop either; a retold deal is one. */
    private static final Set<Tally.Reason> NO_STEP = Set.of(
            Tally.Reason.HIDDEN,
            Tally.Reason.CANCELLED,
            Tally.Reason.DUPLICATE,
            Tally.Reason.SLICE,
            Tally.Reason.IMPLAUSIBLE);

    private final Map<String, Map<String, List<Payment>>> payments = new TreeMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Graph<String, DefaultEdge> graph = new DefaultDirectedGraph<>(DefaultEdge.class);
    private final List<Loop> found = new ArrayList<>();
    private int steps;

    /**
     * A deal by which one company pays another.
     *
     * @param payer the house that pays
     * @param usd null when nobody knows it
     */
    public record Payment(
            String dealId,
            Company payer,
            Company payee,
            Tally.Reason tally,
            @Nullable BigDecimal usd) {}

    /** All deals by which one company of a loop pays the next. @param usd sum of those that count */
    public record Step(Company from, Company to, List<Payment> deals, BigDecimal usd) {
        public Step {
            deals = List.copyOf(deals);
        }
    }

    /** @param weakest dollars of the step with the least: as much may have gone round */
    public record Loop(List<Step> steps, BigDecimal weakest) {
        public Loop {
            steps = List.copyOf(steps);
        }
    }

    /** @param complete whether all loops were found within the limits of the search */
    public record Found(List<Loop> loops, boolean complete) {
        public Found {
            loops = List.copyOf(loops);
        }
    }

    private Loops() {}

    /** The loops of at most so many companies, those through which most dollars may go round first. */
    public static Found of(List<Payment> payments, int mostCompanies) {
        Loops loops = new Loops();
        payments.forEach(loops::add);
        int most = Math.clamp(mostCompanies, 2, MOST_COMPANIES);
        for (Set<String> circle : new KosarajuStrongConnectivityInspector<>(loops.graph).stronglyConnectedSets()) {
            if (circle.size() > 1) {
                loops.search(new AsSubgraph<>(loops.graph, circle), new TreeSet<>(circle), most);
            }
        }
        List<Loop> ordered = loops.found.stream()
                .sorted(Comparator.comparing(Loop::weakest)
                        .reversed()
                        .thenComparing(loop -> loop.steps().size())
                        .thenComparing(loop -> loop.steps().stream()
                                .map(step -> step.from().id())
                                .toList()
                                .toString()))
                .toList();
        return new Found(ordered, loops.within());
    }

    private void add(Payment payment) {
        String from = payment.payer().id();
        String to = payment.payee().id();
        if (from.equals(to) || NO_STEP.contains(payment.tally())) {
            return;
        }
        names.putIfAbsent(from, payment.payer().name());
        names.putIfAbsent(to, payment.payee().name());
        graph.addVertex(from);
        graph.addVertex(to);
        graph.addEdge(from, to);
        List<Payment> deals =
                payments.computeIfAbsent(from, key -> new TreeMap<>()).computeIfAbsent(to, key -> new ArrayList<>());
        if (deals.stream().noneMatch(each -> each.dealId().equals(payment.dealId()))) {
            deals.add(payment);
        }
    }

    private boolean within() {
        return steps < MOST_STEPS && found.size() < MOST_FOUND;
    }

    /** Every loop is found once, from the first of its companies. */
    private void search(Graph<String, DefaultEdge> circle, TreeSet<String> companies, int most) {
        for (String first : companies) {
            walk(circle, first, new LinkedHashSet<>(List.of(first)), first, most);
        }
    }

    private void walk(Graph<String, DefaultEdge> circle, String first, Set<String> path, String at, int most) {
        for (String next : new TreeSet<>(successors(circle, at))) {
            if (!within()) {
                return;
            }
            steps++;
            if (next.equals(first)) {
                found.add(loop(List.copyOf(path)));
            } else if (next.compareTo(first) > 0 && path.size() < most && path.add(next)) {
                walk(circle, first, path, next, most);
                path.remove(next);
            }
        }
    }

    private static List<String> successors(Graph<String, DefaultEdge> circle, String at) {
        return circle.outgoingEdgesOf(at).stream().map(circle::getEdgeTarget).toList();
    }

    private Loop loop(List<String> path) {
        List<Step> all = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            String from = path.get(i);
            String to = path.get((i + 1) % path.size());
            List<Payment> deals = Objects.requireNonNull(
                    Objects.requireNonNull(payments.get(from)).get(to));
            BigDecimal usd = deals.stream()
                    .filter(deal -> deal.tally() == Tally.Reason.COUNTED)
                    .map(Payment::usd)
                    .filter(Objects::nonNull)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            all.add(new Step(company(from), company(to), deals, usd));
        }
        BigDecimal weakest =
                all.stream().map(Step::usd).min(Comparator.naturalOrder()).orElse(BigDecimal.ZERO);
        return new Loop(all, weakest);
    }

    private Company company(String id) {
        return new Company(id, names.getOrDefault(id, id));
    }
}
