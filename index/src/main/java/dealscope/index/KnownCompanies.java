package dealscope.index;

import dealscope.fact.Companies;
import dealscope.fact.CompanyFact;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The companies of the fact file by any of their names: name, alias, former name, ticker, id. */
final class KnownCompanies {
    private static final int MOST_NAMES = 16;
    private static final Map<String, CompanyFact> BY_NAME = byName();

    private KnownCompanies() {}

    private static Map<String, CompanyFact> byName() {
        Map<String, CompanyFact> facts = new HashMap<>();
        for (CompanyFact fact : Companies.load().all()) {
            facts.put(fact.company().id(), fact);
        }
        for (CompanyFact fact : Companies.load().all()) {
            fact.names().forEach(name -> facts.putIfAbsent(name.toLowerCase(Locale.ROOT), fact));
            symbols(fact).forEach(symbol -> facts.putIfAbsent(symbol.toLowerCase(Locale.ROOT), fact));
        }
        return facts;
    }

    /** {@code NASDAQ:NVDA} and {@code NVDA}; none for a private company. */
    static List<String> symbols(CompanyFact fact) {
        String ticker = fact.ticker();
        return ticker == null ? List.of() : List.of(ticker, ticker.substring(ticker.indexOf(':') + 1));
    }

    /** All names of the company that is known by this one, but those that are ordinary words; none when it is unknown. */
    static List<String> names(String name) {
        CompanyFact fact = BY_NAME.get(name.toLowerCase(Locale.ROOT));
        return fact == null
                ? List.of()
                : fact.names().stream()
                        .filter(each -> !fact.words().contains(each))
                        .limit(MOST_NAMES)
                        .toList();
    }
}
