package dealscope.quality;

import dealscope.fact.Companies;
import dealscope.fact.CompanyFact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Names that companies are known by, so that AWS is Amazon Web Services where a gold text spells out one of them only. */
public final class KnownAliases {
    private final Map<String, String> canonical = new HashMap<>();

    private KnownAliases() {}

    /** Those of the company facts that are shipped. */
    public static KnownAliases shipped() {
        KnownAliases known = new KnownAliases();
        for (CompanyFact fact : Companies.load().all()) {
            known.add(fact.company().name(), fact.names());
        }
        return known;
    }

    /**
     * Those of a CSV file with the columns {@code name} and {@code aliases}, which bars part.
     *
     * @throws IOException when it cannot be read or lacks a column
     */
    public static KnownAliases of(Path csv) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        KnownAliases known = new KnownAliases();
        try (CSVParser rows = format.parse(Files.newBufferedReader(csv))) {
            if (!rows.getHeaderNames().containsAll(List.of("name", "aliases"))) {
                throw new IOException(csv + ": no columns \"name\" and \"aliases\"");
            }
            for (CSVRecord row : rows) {
                known.add(row.get("name"), List.of(row.get("aliases").split("\\|")));
            }
        }
        return known;
    }

    private void add(String name, List<String> aliases) {
        String canon = Names.company(name);
        canonical.putIfAbsent(canon, canon);
        for (String alias : aliases) {
            if (!alias.isEmpty()) {
                canonical.putIfAbsent(Names.company(alias), canon);
            }
        }
    }

    /** The one name for all names of a company. */
    String canonical(String name) {
        String plain = Names.company(name);
        return Objects.requireNonNullElse(canonical.get(plain), plain);
    }
}
