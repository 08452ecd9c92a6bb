package dealscope.index;

import dealscope.index.DealIndex.Suggestion;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the term at the caret may become: fields, their values, names that the index holds, amounts and dates. */
final class Completions {
    private static final List<QueryField> NAMED =
            List.of(QueryField.COMPANY, QueryField.HARDWARE, QueryField.SOURCE, QueryField.SITE);
    /** Places that names leave for fields. */
    private static final int FOR_FIELDS = 2;

    private final Names names;
    private final ZonedDateTime now;

    /** Where the names of a field come from, the most frequent first. */
    interface Names {
        List<SearchResult.Facet> of(QueryField field) throws IOException;
    }

    Completions(Names names, Instant now) {
        this.names = names;
        this.now = now.atZone(ZoneOffset.UTC);
    }

    /** @param caret place in {@code text} */
    List<Suggestion> of(String text, int caret, int limit) throws IOException {
        Typed typed = Typed.at(text, Math.clamp(caret, 0, text.length()));
        if (typed.head().replace("\"", "").isBlank()) {
            return List.of();
        }
        int colon = typed.head().indexOf(':');
        List<Suggestion> found;
        if (colon < 0) {
            found = open(typed, limit);
        } else {
            Optional<QueryField> field = QueryField.of(typed.head().substring(0, colon));
            String part = typed.head().substring(colon + 1).replace("\"", "").toLowerCase(Locale.ROOT);
            found = field.isEmpty() ? List.of() : values(typed, field.get(), part);
        }
        return found.stream().limit(limit).toList();
    }

    /**
     * The term that the caret stands in.
     *
     * @param head of the term, up to the caret, without a minus
     * @param start of the term and {@code end} after it, in the text
     */
    private record Typed(String head, int start, int end) {
        static Typed at(String text, int caret) {
            int start = 0;
            boolean quoted = false;
            for (int i = 0; i < caret; i++) {
                char c = text.charAt(i);
                quoted = (c == '"') != quoted;
                if (!quoted && (Character.isWhitespace(c) || c == '(' || c == ')')) {
                    start = i + 1;
                }
            }
            while (start < caret && (text.charAt(start) == '-' || text.charAt(start) == '!')) {
                start++;
            }
            int end = caret;
            while (end < text.length() && (quoted ? text.charAt(end) != '"' : !ends(text.charAt(end)))) {
                end++;
            }
            return new Typed(text.substring(start, caret), start, quoted && end < text.length() ? end + 1 : end);
        }

        private static boolean ends(char c) {
            return Character.isWhitespace(c) || c == '(' || c == ')';
        }
    }

    private List<Suggestion> open(Typed typed, int limit) throws IOException {
        String head = typed.head().replace("\"", "").toLowerCase(Locale.ROOT);
        List<Suggestion> found = new ArrayList<>();
        if (QueryField.of(head).isPresent()) {
            fields(typed, head, found);
        }
        for (QueryField field : NAMED) {
            named(typed, field, head, found);
        }
        int most = Math.max(1, limit - FOR_FIELDS);
        found = found.size() > most ? new ArrayList<>(found.subList(0, most)) : found;
        if (QueryField.of(head).isEmpty()) {
            fields(typed, head, found);
        }
        return found;
    }

    private static void fields(Typed typed, String head, List<Suggestion> found) {
        for (QueryField field : QueryField.values()) {
            if (field.label().startsWith(head) || field.others().stream().anyMatch(other -> other.startsWith(head))) {
                found.add(suggestion(typed, field.label() + ": " + field.meaning(), field.label() + ":", 0, "field"));
            }
        }
    }

    private List<Suggestion> values(Typed typed, QueryField field, String part) throws IOException {
        List<Suggestion> found = new ArrayList<>();
        switch (field.shape()) {
            case NAME -> named(typed, field, part, found);
            case WORD ->
                QueryWords.values(field).forEach((word, meaning) -> {
                    if (word.startsWith(part)) {
                        String label = meaning.isEmpty() ? word : word + ": " + meaning;
                        found.add(suggestion(typed, label, field.label() + ":" + word, 0, "value"));
                    }
                });
            case FLAG -> fixed(typed, field, part, Map.of("yes", "yes", "no", "no"), found);
            case AMOUNT -> amounts(typed, field, part, List.of("m", "bn"), found);
            case POWER -> amounts(typed, field, part, List.of("mw", "gw"), found);
            case COUNT -> fixed(typed, field, part, labelled(">=2", ">=3", ">=5"), found);
            case SHARE -> fixed(typed, field, part, labelled(">=50%", ">=80%", ">=90%"), found);
            case TIME -> fixed(typed, field, part, times(), found);
            default -> {}
        }
        return found;
    }

    private void named(Typed typed, QueryField field, String part, List<Suggestion> found) throws IOException {
        String kind = NAMED.contains(field) ? field.label() : QueryField.COMPANY.label();
        for (SearchResult.Facet name : names.of(field)) {
            boolean fits = startsAnyWord(name.label(), part)
                    || KnownCompanies.names(name.value()).stream().anyMatch(other -> startsAnyWord(other, part));
            if (fits) {
                String query =
                        field.label() + ":" + QueryText.value(name.value().replace("\"", ""));
                found.add(suggestion(typed, name.label(), query, name.count(), kind));
            }
        }
    }

    private static boolean startsAnyWord(String label, String typed) {
        String lower = label.toLowerCase(Locale.ROOT);
        return lower.startsWith(typed) || lower.contains(" " + typed);
    }

    /** {@code 5} becomes {@code >=5m} and {@code >=5bn}; nothing yet becomes the usual steps. */
    private static void amounts(
            Typed typed, QueryField field, String part, List<String> units, List<Suggestion> found) {
        boolean money = field.shape() == QueryField.Shape.AMOUNT;
        List<String> terms = new ArrayList<>();
        String number = part.replaceFirst("^(?:>=|<=|>|<|~|=)?[^0-9.]?", "");
        if (number.matches("\\d{1,6}(?:\\.\\d{0,3})?")) {
            String before = part.substring(0, part.length() - number.length());
            for (String unit : units) {
                String amount = number.endsWith(".") ? number + "0" + unit : number + unit;
                terms.add(before.isEmpty() ? ">=" + amount : before + amount);
                if (before.isEmpty()) {
                    terms.add("<=" + amount);
                    terms.add("~" + amount);
                }
            }
        } else {
            terms.addAll(
                    money
                            ? List.of(">=1bn", ">=10bn", "1bn..10bn", "100m..1bn", "<100m")
                            : List.of(">=1gw", ">=500mw", "100mw..500mw", "<100mw"));
            terms.removeIf(term -> !term.startsWith(part));
        }
        terms.forEach(term -> found.add(suggestion(typed, term, field.label() + ":" + term, 0, "amount")));
    }

    private Map<String, String> times() {
        Map<String, String> times = new LinkedHashMap<>();
        for (String word : List.of("today", "yesterday", "this-week", "last-week", "this-month", "last-month")) {
            times.put(word, word.replace('-', ' '));
        }
        times.put("7d", "the last 7 days");
        times.put("30d", "the last 30 days");
        times.put("90d", "the last 90 days");
        for (int back = 0; back < 4; back++) {
            ZonedDateTime then = now.minusMonths(3L * back);
            String quarter = then.getYear() + "-Q" + then.get(IsoFields.QUARTER_OF_YEAR);
            times.put(quarter, quarter);
        }
        for (int back = 0; back < 3; back++) {
            String year = String.valueOf(now.getYear() - back);
            times.put(year, year);
        }
        return times;
    }

    private static Map<String, String> labelled(String... terms) {
        Map<String, String> same = new LinkedHashMap<>();
        for (String term : terms) {
            same.put(term, term);
        }
        return same;
    }

    private static void fixed(
            Typed typed, QueryField field, String part, Map<String, String> terms, List<Suggestion> found) {
        terms.forEach((term, label) -> {
            if (term.toLowerCase(Locale.ROOT).startsWith(part) || label.startsWith(part)) {
                found.add(suggestion(typed, label, field.label() + ":" + term, 0, "value"));
            }
        });
    }

    private static Suggestion suggestion(Typed typed, String label, String query, int count, String kind) {
        return new Suggestion(label, query, count, kind, typed.start(), typed.end());
    }
}
