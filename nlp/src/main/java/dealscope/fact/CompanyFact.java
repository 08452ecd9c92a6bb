package dealscope.fact;

import dealscope.deal.Company;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An organisation of the field.
 *
 * @param names the name itself and all aliases, in the case in which news write them
 * @param ticker with its exchange, {@code NASDAQ:NVDA}; null when private
 * @param kind what it is: {@code lab}, {@code neocloud}, {@code utility} ...
 * @param parent id of the company that it belongs to, though news name it apart; null when it stands alone
 * @param words those of the names that are also ordinary words or first names: they count only with evidence
 */
public record CompanyFact(
        Company company,
        List<String> names,
        @Nullable String ticker,
        String kind,
        String country,
        @Nullable String parent,
        Set<String> words) {
    public CompanyFact {
        names = List.copyOf(names);
        words = Set.copyOf(words);
    }
}
