package dealscope.web.view;

import dealscope.index.SearchQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A query as a list of its terms, for adding and taking away filters: {@code gb200 company:"Core Scientific"}. What the
 * terms mean is the index's business; here they are only kept apart.
 */
public record QueryTerms(List<String> terms) {
    private static final Pattern NEAR = Pattern.compile("NEAR(?:/\\d{1,3})?");
    private static final String AFTER_NEAR = "(?s).* " + NEAR.pattern();

    public QueryTerms {
        terms = List.copyOf(terms);
    }

    /** Splits at blanks outside quotes and brackets, and never loses a character that matters. */
    public static QueryTerms of(String query) {
        List<String> terms = new ArrayList<>();
        StringBuilder term = new StringBuilder();
        boolean quoted = false;
        int depth = 0;
        for (int i = 0; i < query.length(); i++) {
            char c = query.charAt(i);
            quoted = (c == '"') != quoted;
            if (!quoted) {
                depth = Math.max(0, depth + (c == '(' ? 1 : c == ')' ? -1 : 0));
            }
            if (Character.isWhitespace(c) && !quoted && depth == 0) {
                flush(term, terms);
            } else {
                term.append(c);
            }
        }
        flush(term, terms);
        return new QueryTerms(joined(terms));
    }

    /** Values with a blank in them are one term: {@code published:last week}; so are words that stand near each other. */
    private static List<String> joined(List<String> words) {
        List<String> terms = new ArrayList<>();
        for (String word : words) {
            boolean first = terms.isEmpty();
            boolean near =
                    !first && (NEAR.matcher(word).matches() || terms.getLast().matches(AFTER_NEAR));
            if (!first && (near || SearchQuery.continues(terms.getLast(), word))) {
                terms.set(terms.size() - 1, terms.getLast() + " " + word);
            } else {
                terms.add(word);
            }
        }
        return terms;
    }

    private static void flush(StringBuilder term, List<String> terms) {
        if (!term.isEmpty()) {
            terms.add(term.toString());
            term.setLength(0);
        }
    }

    /** A filter as it is written in a query: {@code hardware:"NVIDIA GB200"}. */
    public static String filter(String field, String value) {
        boolean plain = !value.isEmpty()
                && value.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || "-_.<>=".indexOf(c) >= 0));
        return field + ":" + (plain ? value : "\"" + value.replace("\"", "") + "\"");
    }

    public boolean has(String term) {
        return terms.contains(term);
    }

    /** The terms that are filters: {@code field:…}, with or without a minus. */
    public List<String> filters() {
        return terms.stream().filter(QueryTerms::isFilter).toList();
    }

    /** Whether it looks for words, not only for filters. */
    public boolean hasWords() {
        return !terms.stream().allMatch(QueryTerms::isFilter);
    }

    /** The query with one more term. */
    public String with(String term) {
        return has(term) ? text() : (text() + " " + term).strip();
    }

    public String without(String term) {
        return String.join(
                " ", terms.stream().filter(each -> !each.equals(term)).toList());
    }

    public String text() {
        return String.join(" ", terms);
    }

    private static boolean isFilter(String term) {
        int colon = term.indexOf(':');
        return colon > 0
                && term.substring(0, colon).chars().allMatch(c -> Character.isLetter(c) || c == '_' || c == '-');
    }
}
