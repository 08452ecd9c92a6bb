package dealscope.fact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All products of {@code hardware.csv}, in the order of the file. Immutable. */
public record HardwareCatalog(List<HardwareFact> all) {
    static final List<String> HEADER = List.of(
            "name",
            "aliases",
            "vendor",
            "family",
            "kind",
            "generation",
            "memory_gb",
            "watts",
            "h100_equivalents",
            "source");

    public HardwareCatalog {
        all = List.copyOf(all);
    }

    /** Reads the file that is shipped; a bad line is a {@link BadFact}. */
    public static HardwareCatalog load() {
        return of(FactFile.csv("hardware.csv", HEADER));
    }

    static HardwareCatalog of(List<FactFile.Row> rows) {
        List<HardwareFact> facts = new ArrayList<>();
        Map<String, String> owner = new LinkedHashMap<>();
        for (FactFile.Row row : rows) {
            String name = row.required("name");
            Set<String> names = new LinkedHashSet<>();
            names.add(name);
            names.addAll(row.list("aliases"));
            for (String alias : names) {
                String other = owner.putIfAbsent(alias, name);
                if (other != null) {
                    throw row.bad("\"" + alias + "\" belongs to " + other + " already");
                }
            }
            facts.add(new HardwareFact(
                    name,
                    List.copyOf(names),
                    Companies.emptyToNull(row.get("vendor")),
                    Companies.emptyToNull(row.get("family")),
                    row.required("kind"),
                    figures(row)));
        }
        return new HardwareCatalog(facts);
    }

    private static HardwareFigures figures(FactFile.Row row) {
        try {
            Double watts = number(row, "watts");
            return new HardwareFigures(
                    Companies.emptyToNull(row.get("generation")),
                    number(row, "memory_gb"),
                    watts == null ? null : watts.intValue(),
                    number(row, "h100_equivalents"),
                    Companies.emptyToNull(row.get("source")));
        } catch (IllegalArgumentException e) {
            throw row.bad(String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable Double number(FactFile.Row row, String column) {
        String cell = row.get(column);
        return cell.isEmpty() ? null : Double.valueOf(cell);
    }
}
