package dealscope.quality;

import dealscope.quality.GoldArticle.Firm;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The companies of one gold article by their names, and those that may be found beside them. */
final class CompanyIndex {
    private final KnownAliases known;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Set<String> ignored = new HashSet<>();

    CompanyIndex(GoldArticle article, KnownAliases known) {
        this.known = known;
        List<Firm> companies = article.companies();
        for (int i = 0; i < companies.size(); i++) {
            numbers.putIfAbsent(Names.company(companies.get(i).name()), i);
            for (String alias : companies.get(i).aliases()) {
                numbers.putIfAbsent(Names.company(alias), i);
            }
        }
        for (int i = 0; i < companies.size(); i++) {
            numbers.putIfAbsent(known.canonical(companies.get(i).name()), i);
        }
        for (String name : article.ignoredCompanies()) {
            ignored.add(Names.company(name));
            ignored.add(known.canonical(name));
        }
    }

    /** The number of the company in the article; null when it has none of this name. */
    @Nullable
    Integer number(String name) {
        Integer number = numbers.get(Names.company(name));
        return number == null ? numbers.get(known.canonical(name)) : number;
    }

    /** Whether it is neither right nor wrong to find the name. */
    boolean isIgnored(String name) {
        String plain = Names.company(name);
        return plain.isEmpty() || ignored.contains(plain) || ignored.contains(known.canonical(name));
    }

    /** One key for all names of a company, in the article or not. */
    String key(String name) {
        Integer number = number(name);
        return number == null ? known.canonical(name) : "#" + number;
    }

    Set<String> keys(List<String> names) {
        Set<String> keys = new HashSet<>();
        names.forEach(name -> keys.add(key(name)));
        return keys;
    }
}
