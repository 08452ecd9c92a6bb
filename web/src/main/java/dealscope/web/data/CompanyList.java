package dealscope.web.data;

import dealscope.store.Store;
import dealscope.store.Store.CompanySummary;
import dealscope.web.http.Params;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The companies as the page of companies lists them, by its parameters {@code name} and {@code sort}. */
public final class CompanyList {
    private CompanyList() {}

    /** The order of the table. */
    public enum Order {
        DEALS,
        NAME,
        PAID,
        RECEIVED
    }

    public static List<CompanySummary> of(Store store, Params params) {
        return of(store.companies(), params);
    }

    public static List<CompanySummary> of(List<CompanySummary> all, Params params) {
        String filter = folded(params.text("name"));
        return all.stream()
                .filter(each -> filter.isEmpty() || folded(each.name()).contains(filter))
                .sorted(comparator(order(params)))
                .toList();
    }

    public static Order order(Params params) {
        return params.choice("sort", Order.class, Order.DEALS);
    }

    private static Comparator<CompanySummary> comparator(Order order) {
        Comparator<CompanySummary> byName = Comparator.comparing(each -> folded(each.name()));
        return switch (order) {
            case DEALS ->
                Comparator.comparingInt((CompanySummary each) -> -each.deals()).thenComparing(byName);
            case NAME -> byName;
            case PAID ->
                Comparator.comparingDouble((CompanySummary each) -> -each.usdOut())
                        .thenComparing(byName);
            case RECEIVED ->
                Comparator.comparingDouble((CompanySummary each) -> -each.usdIn())
                        .thenComparing(byName);
        };
    }

    /** Lower case and without accents, for finding and sorting. */
    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
