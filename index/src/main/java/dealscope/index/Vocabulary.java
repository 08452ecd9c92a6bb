package dealscope.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.jspecify.annotations.Nullable;

/** The names that the index holds, with how often: for completions, and for names that are spelt almost rightly. */
final class Vocabulary {
    private final Facets facets;
    private @Nullable DirectoryReader reader;
    private Map<QueryField, List<SearchResult.Facet>> names = new EnumMap<>(QueryField.class);

    Vocabulary(Facets facets) {
        this.facets = facets;
    }

    /** Names of this field, the most frequent first; of any company for fields that the index does not count. */
    List<SearchResult.Facet> of(DirectoryReader current, QueryField field) throws IOException {
        QueryField counted = Facets.NAMES.contains(field.label()) ? field : QueryField.COMPANY;
        synchronized (this) {
            if (reader != current) {
                reader = current;
                names = new EnumMap<>(QueryField.class);
            }
            List<SearchResult.Facet> known = names.get(counted);
            if (known == null) {
                known = facets.all(current, counted.label());
                names.put(counted, known);
            }
            return known;
        }
    }

    /** The name that was probably meant, as it is written in a query. */
    Optional<String> near(DirectoryReader current, QueryField field, String typed) throws IOException {
        String wanted = typed.toLowerCase(Locale.ROOT);
        List<SearchResult.Facet> known = of(current, field);
        List<String> spellings = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (SearchResult.Facet name : known) {
            spellings.add(name.label().toLowerCase(Locale.ROOT));
            values.add(name.value());
            for (String other : KnownCompanies.names(name.value())) {
                spellings.add(other.toLowerCase(Locale.ROOT));
                values.add(name.value());
            }
        }
        return Spelling.nearest(wanted, spellings).map(spelling -> values.get(spellings.indexOf(spelling)));
    }
}
