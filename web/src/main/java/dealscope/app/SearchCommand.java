package dealscope.app;

import dealscope.deal.Company;
import dealscope.deal.Deal;
import dealscope.index.BadQuery;
import dealscope.index.DealIndex;
import dealscope.index.SearchRequest;
import dealscope.index.SearchRequest.Kind;
import dealscope.index.SearchRequest.Sort;
import dealscope.index.SearchResult;
import dealscope.store.Store;
import dealscope.web.data.DealJson;
import dealscope.web.data.Json;
import dealscope.web.view.Amounts;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dealscope search QUERY}: the search box on the command line; works beside a running {@code serve}. */
@Command(
        name = "search",
        description = "Finds deals, in the query language of the site: words, company:anthropic, value:>=1bn, …",
        mixinStandardHelpOptions = true)
final class SearchCommand implements Callable<Integer> {
    @Mixin
    DataOptions data = new DataOptions();

    @Option(
            names = "--limit",
            description = "Most deals to show, 1 to 1000; default ${DEFAULT-VALUE}.",
            defaultValue = "20")
    int limit;

    @Option(
            names = "--sort",
            description = "One of ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.",
            defaultValue = "DATE")
    Sort sort = Sort.DATE;

    @Option(names = "--json", description = "One deal a line, as in the API.")
    boolean json;

    @Parameters(arity = "0..*", paramLabel = "QUERY", description = "Words of the query; none finds all deals.")
    List<String> words = List.of();

    @Override
    public Integer call() throws IOException {
        Settings settings = data.settings();
        String query = String.join(" ", words);
        try (DealIndex index = Stores.readIndex(settings);
                Store store = Store.openReadOnly(settings.storeUrl())) {
            SearchResult found = index.search(new SearchRequest(Kind.DEALS, query, sort, null, limit, false, false));
            List<Deal> deals =
                    store.deals(found.hits().stream().map(SearchResult.Hit::id).toList());
            for (Deal deal : deals) {
                System.out.println(json ? Json.of(DealJson.of(deal)) : line(deal));
            }
            System.err.println(deals.size() + " of " + found.total() + " deals");
            return 0;
        } catch (BadQuery e) {
            throw new UsageException(e.getMessage() + "\n  " + query + "\n  " + " ".repeat(e.position()) + "^");
        }
    }

    private static String line(Deal deal) {
        return String.format(
                Locale.ROOT,
                "%10s  %9s  %-44s  %-11s  %-9s  %2d  %s",
                day(deal.reported()),
                deal.value() == null ? "-" : Amounts.of(deal.value()),
                names(deal.payer()) + " -> " + names(deal.payee()),
                deal.type().label(),
                deal.status().label(),
                deal.independent(),
                deal.id());
    }

    private static String day(@Nullable Instant at) {
        return at == null ? "-" : at.toString().substring(0, 10);
    }

    private static String names(List<Company> companies) {
        return companies.isEmpty()
                ? "?"
                : companies.stream()
                        .map(company -> company.name().replaceAll("\\p{Cntrl}", " "))
                        .collect(Collectors.joining(", "));
    }
}
