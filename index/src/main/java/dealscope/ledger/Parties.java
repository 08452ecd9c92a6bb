package dealscope.ledger;

import dealscope.deal.Company;
import dealscope.deal.DealType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Who pays and who is paid, the most named first. A company whose house few of the reports name is left out as a slip;
 * all names of a house that stays are kept (xAI and SpaceX).
 */
record Parties(List<Company> payer, List<Company> payee) {
    static Parties of(DealType type, List<Told> voices, UnaryOperator<String> root) {
        if (type == DealType.PARTNERSHIP) {
            return new Parties(
                    named(
                            voices,
                            told -> {
                                List<Company> all =
                                        new ArrayList<>(told.report().payer());
                                all.addAll(told.report().payee());
                                return all;
                            },
                            root),
                    List.of());
        }
        List<Told> directed = Sides.of(voices).directed();
        return new Parties(
                named(directed, told -> told.report().payer(), root),
                named(directed, told -> told.report().payee(), root));
    }

    private static List<Company> named(
            List<Told> voices, Function<Told, List<Company>> side, UnaryOperator<String> root) {
        Map<String, Integer> byRoot = new HashMap<>();
        Map<String, Integer> byCompany = new TreeMap<>();
        Map<String, Company> companies = new HashMap<>();
        int naming = 0;
        for (Told told : voices) {
            Set<String> roots = new HashSet<>();
            Set<String> ids = new HashSet<>();
            for (Company company : side.apply(told)) {
                companies.merge(company.id(), company, (a, b) -> a.name().compareTo(b.name()) <= 0 ? a : b);
                roots.add(root.apply(company.id()));
                ids.add(company.id());
            }
            naming += roots.isEmpty() ? 0 : 1;
            roots.forEach(id -> byRoot.merge(id, 1, Integer::sum));
            ids.forEach(id -> byCompany.merge(id, 1, Integer::sum));
        }
        double least = naming * Thresholds.PARTY_SHARE;
        return companies.values().stream()
                .filter(company -> byRoot.getOrDefault(root.apply(company.id()), 0) >= least)
                .sorted(Comparator.comparing((Company company) -> -byRoot.getOrDefault(root.apply(company.id()), 0))
                        .thenComparing(company -> root.apply(company.id()))
                        .thenComparing(company -> -byCompany.getOrDefault(company.id(), 0))
                        .thenComparing(Company::id))
                .toList();
    }
}
