package dealscope.fact;

import dealscope.deal.Company;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** All companies of {@code companies.csv}, by id. Immutable. */
public final class Companies {
    static final List<String> HEADER =
            List.of("id", "name", "aliases", "ticker", "kind", "country", "parent", "context");
    private static final Pattern ID = Pattern.compile("[a-z0-9]++(?:-[a-z0-9]++)*+");

    private static @Nullable Companies shipped;

    private final Map<String, CompanyFact> byId;

    private Companies(Map<String, CompanyFact> byId) {
        this.byId = byId;
    }

    /** The companies of the file that is shipped, read once; a bad line is a {@link BadFact}. */
    public static synchronized Companies load() {
        Companies companies = shipped;
        if (companies == null) {
            companies = of(FactFile.csv("companies.csv", HEADER));
            shipped = companies;
        }
        return companies;
    }

    static Companies of(List<FactFile.Row> rows) {
        Map<String, CompanyFact> byId = new LinkedHashMap<>();
        Map<String, String> owner = new LinkedHashMap<>();
        for (FactFile.Row row : rows) {
            CompanyFact fact = read(row);
            String id = fact.company().id();
            if (byId.putIfAbsent(id, fact) != null) {
                throw row.bad("id " + id + " is there twice");
            }
            for (String name : fact.names()) {
                String other = owner.putIfAbsent(name, id);
                if (other != null) {
                    throw row.bad("\"" + name + "\" belongs to " + other + " already");
                }
            }
        }
        for (FactFile.Row row : rows) {
            String parent = row.get("parent");
            if (!parent.isEmpty() && !byId.containsKey(parent)) {
                throw row.bad("no parent " + parent);
            }
        }
        return new Companies(Collections.unmodifiableMap(byId));
    }

    private static CompanyFact read(FactFile.Row row) {
        String id = row.required("id");
        if (!ID.matcher(id).matches()) {
            throw row.bad("id \"" + id + "\" is no slug");
        }
        String name = row.required("name");
        Set<String> names = new LinkedHashSet<>();
        names.add(name);
        names.addAll(row.list("aliases"));
        return new CompanyFact(
                new Company(id, name),
                List.copyOf(names),
                emptyToNull(row.get("ticker")),
                row.required("kind"),
                row.get("country"),
                emptyToNull(row.get("parent")),
                words(row, names));
    }

    /** {@code word}: the name itself, in any case; {@code word:A|word:B}: these. */
    private static Set<String> words(FactFile.Row row, Set<String> names) {
        String name = row.get("name");
        Set<String> words = new HashSet<>();
        for (String part : row.list("context")) {
            if (part.equals("word")) {
                names.stream().filter(name::equalsIgnoreCase).forEach(words::add);
            } else if (part.startsWith("word:") && names.contains(part.substring(5))) {
                words.add(part.substring(5));
            } else {
                throw row.bad("context \"" + part + "\" is neither word nor word: and one of the names");
            }
        }
        return words;
    }

    static @Nullable String emptyToNull(String cell) {
        return cell.isEmpty() ? null : cell;
    }

    public Collection<CompanyFact> all() {
        return byId.values();
    }

    public @Nullable CompanyFact byId(String id) {
        return byId.get(id);
    }

    /** Id of the topmost parent; the id itself when it has none or is not known. */
    public String root(String id) {
        List<String> path = new ArrayList<>();
        String at = id;
        while (!path.contains(at)) {
            path.add(at);
            CompanyFact fact = byId.get(at);
            if (fact == null || fact.parent() == null) {
                break;
            }
            at = fact.parent();
        }
        return at;
    }
}
