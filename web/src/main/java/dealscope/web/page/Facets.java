package dealscope.web.page;

import dealscope.deal.DealType;
import dealscope.deal.Field;
import dealscope.index.SearchResult.Facet;
import dealscope.web.view.Amounts;
import dealscope.web.view.Labels;
import dealscope.web.view.QueryTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The filters beside a search, each a link to the search with or without it. */
public final class Facets {
    /** Names as the index counts them, in the order of the page. */
    private static final List<String[]> GROUPS = List.of(
            new String[] {"type", "Type"},
            new String[] {"status", "Status"},
            new String[] {"company", "Company"},
            new String[] {"payer", "Payer"},
            new String[] {"payee", "Payee"},
            new String[] {"hardware", "Hardware"},
            new String[] {"value", "Value"},
            new String[] {"year", "Year"},
            new String[] {"source", "Source"},
            new String[] {"conflict", "Sources disagree on"});

    private static final int SHOWN = 6;
    private static final int AT_MOST = 30;

    private Facets() {}

    /** @param more those that are folded away at first */
    public record Group(String name, String label, List<Item> shown, List<Item> more) {
        public boolean active() {
            return shown.stream().anyMatch(Item::active) || more.stream().anyMatch(Item::active);
        }
    }

    public record Item(String label, String count, String href, boolean active) {}

    /** A filter in force; its link takes it away. */
    public record Chip(String label, String href) {}

    static List<Group> groups(Map<String, List<Facet>> facets, QueryTerms terms, SearchState state) {
        List<Group> groups = new ArrayList<>();
        for (String[] group : GROUPS) {
            List<Item> items = facets.getOrDefault(group[0], List.of()).stream()
                    .limit(AT_MOST)
                    .map(facet -> item(group[0], facet, terms, state))
                    .toList();
            if (!items.isEmpty()) {
                int split = Math.min(SHOWN, items.size());
                groups.add(new Group(group[0], group[1], items.subList(0, split), items.subList(split, items.size())));
            }
        }
        return groups;
    }

    /** The query that a facet stands for; a year is a span of publication. */
    private static String term(String facet, String value) {
        return QueryTerms.filter(facet.equals("year") ? "published" : facet, value);
    }

    private static Item item(String field, Facet facet, QueryTerms terms, SearchState state) {
        String term = term(field, facet.value());
        boolean active = terms.has(term);
        String query = active ? terms.without(term) : terms.with(term);
        return new Item(
                words(field, facet),
                Amounts.count(facet.count()),
                state.withQuery(query).link(),
                active);
    }

    /** The index labels types and fields by their short names. */
    private static String words(String field, Facet facet) {
        return switch (field) {
            case "type" -> Labels.type(DealType.of(facet.value()));
            case "conflict" -> Labels.field(Field.of(facet.value()));
            default -> facet.label();
        };
    }

    static List<Chip> chips(QueryTerms terms, SearchState state, Map<String, List<Facet>> facets) {
        return terms.filters().stream()
                .map(term -> new Chip(
                        label(term, facets),
                        state.withQuery(terms.without(term)).link()))
                .toList();
    }

    private static String label(String term, Map<String, List<Facet>> facets) {
        for (String[] group : GROUPS) {
            for (Facet facet : facets.getOrDefault(group[0], List.of())) {
                if (term.equals(term(group[0], facet.value()))) {
                    return group[1] + ": " + words(group[0], facet);
                }
            }
        }
        return term.replace("\"", "");
    }
}
