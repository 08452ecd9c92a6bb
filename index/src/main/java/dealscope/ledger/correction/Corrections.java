package dealscope.ledger.correction;

import dealscope.deal.Company;
import dealscope.deal.Report;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The corrections in force: all that were made, less those undone. Immutable.
 *
 * <p>An undoing undone puts back what it took away. Of two aliases that would go in a circle the later one is passed over.
 */
public final class Corrections {
    public static final Corrections NONE = of(List.of());

    private final List<Correction> onDeals = new ArrayList<>();
    private final Map<String, List<Correction>> byArticle = new HashMap<>();
    private final Map<String, Company> aliases = new LinkedHashMap<>();
    private final Set<String> inForce = new HashSet<>();

    private Corrections() {}

    /** @param log all corrections in the order in which they were made */
    public static Corrections of(List<Correction> log) {
        Set<String> undone = new HashSet<>();
        for (Correction correction : log.reversed()) {
            if (correction.decision() instanceof Decision.Undo undo && !undone.contains(correction.id())) {
                undone.add(undo.correction());
            }
        }
        Corrections corrections = new Corrections();
        log.stream().filter(each -> !undone.contains(each.id())).forEach(corrections::add);
        return corrections;
    }

    private void add(Correction correction) {
        switch (correction.decision()) {
            case Decision.Undo undo -> inForce.add(correction.id());
            case Decision.Alias alias -> {
                if (!company(alias.to()).id().equals(alias.from().id())) {
                    aliases.put(alias.from().id(), alias.to());
                    inForce.add(correction.id());
                }
            }
            default -> {
                onDeals.add(correction);
                inForce.add(correction.id());
                correction.articleIds().forEach(id -> byArticle
                        .computeIfAbsent(id, article -> new ArrayList<>())
                        .add(correction));
            }
        }
    }

    /** Those about deals, in order. */
    public List<Correction> onDeals() {
        return List.copyOf(onDeals);
    }

    /** Those that find their deals by reports of one of these articles. */
    public Set<Correction> anchoredIn(Collection<String> articleIds) {
        Set<Correction> found = new LinkedHashSet<>();
        if (!byArticle.isEmpty()) {
            articleIds.forEach(id -> found.addAll(byArticle.getOrDefault(id, List.of())));
        }
        return found;
    }

    /** Whether the correction with this id was made and holds. */
    public boolean holds(String id) {
        return inForce.contains(id);
    }

    /** The company that is meant by this one. */
    public Company company(Company named) {
        Company meant = named;
        for (Company next = aliases.get(meant.id()); next != null; next = aliases.get(meant.id())) {
            meant = next;
        }
        return meant;
    }

    /** The same for ids alone. */
    public String companyId(String id) {
        return aliases.isEmpty() ? id : company(new Company(id, id)).id();
    }

    /** The report with the companies that are meant. */
    public Report renamed(Report report) {
        return aliases.isEmpty() ? report : report.withParties(renamed(report.payer()), renamed(report.payee()));
    }

    private List<Company> renamed(List<Company> companies) {
        Map<String, Company> meant = new LinkedHashMap<>();
        companies.stream().map(this::company).forEach(company -> meant.putIfAbsent(company.id(), company));
        return List.copyOf(meant.values());
    }
}
