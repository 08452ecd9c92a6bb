package dealscope.index;

import dealscope.index.QueryField.Shape;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Recursive descent over the text of a query; depth and clauses are counted, so no input can exhaust the stack. */
final class SearchQueryParser {
    private static final Set<String> YES = Set.of("yes", "true", "1");
    private static final Set<String> NO = Set.of("no", "false", "0");

    private final String text;
    private final Instant now;
    private int at;
    private int clauses;

    SearchQueryParser(String text, Instant now) {
        this.text = text;
        this.now = now;
    }

    SearchQuery parse() throws BadQuery {
        if (text.length() > SearchQuery.MAX_LENGTH) {
            throw new BadQuery(
                    "the query has " + text.length() + " characters; at most " + SearchQuery.MAX_LENGTH + " are read",
                    SearchQuery.MAX_LENGTH);
        }
        SearchQuery query = or(0);
        if (at < text.length()) {
            throw new BadQuery("this closing bracket has no opening one", at);
        }
        return query;
    }

    private SearchQuery or(int depth) throws BadQuery {
        List<SearchQuery> parts = new ArrayList<>();
        parts.add(and(depth));
        while (atWord("OR")) {
            at += 2;
            parts.add(and(depth));
        }
        parts.removeIf(SearchQuery.All.class::isInstance);
        return switch (parts.size()) {
            case 0 -> new SearchQuery.All();
            case 1 -> parts.get(0);
            default -> new SearchQuery.Or(List.copyOf(parts));
        };
    }

    private SearchQuery and(int depth) throws BadQuery {
        List<SearchQuery> parts = new ArrayList<>();
        while (true) {
            skipBlanks();
            if (at >= text.length() || text.charAt(at) == ')' || atWord("OR")) {
                break;
            }
            if (atWord("AND")) {
                at += 3;
                continue;
            }
            SearchQuery part = unary(depth);
            if (!(part instanceof SearchQuery.All)) {
                parts.add(part);
            }
        }
        return switch (parts.size()) {
            case 0 -> new SearchQuery.All();
            case 1 -> parts.get(0);
            default -> new SearchQuery.And(List.copyOf(parts));
        };
    }

    private SearchQuery unary(int depth) throws BadQuery {
        if (depth > SearchQuery.MAX_DEPTH) {
            throw new BadQuery("brackets and negations go deeper than " + SearchQuery.MAX_DEPTH, at);
        }
        if (++clauses > SearchQuery.MAX_CLAUSES) {
            throw new BadQuery("more than " + SearchQuery.MAX_CLAUSES + " clauses", at);
        }
        if (atWord("NOT")) {
            at += 3;
            skipBlanks();
            return negated(depth);
        }
        char c = text.charAt(at);
        if (c == '-' || c == '!') {
            at++;
            return negated(depth);
        }
        if (c == '(') {
            int opened = at++;
            SearchQuery inner = or(depth + 1);
            if (at >= text.length()) {
                throw new BadQuery("this bracket is never closed", opened);
            }
            at++;
            return inner;
        }
        if (c == '"') {
            return phrase(quoted());
        }
        return wordOrField();
    }

    private SearchQuery negated(int depth) throws BadQuery {
        if (at >= text.length() || Character.isWhitespace(text.charAt(at)) || text.charAt(at) == ')') {
            return new SearchQuery.All();
        }
        SearchQuery part = unary(depth + 1);
        return part instanceof SearchQuery.All ? part : new SearchQuery.Not(part);
    }

    private SearchQuery wordOrField() throws BadQuery {
        int start = at;
        String word = bare();
        if (at < text.length() && text.charAt(at) == ':') {
            Optional<QueryField> field = QueryField.of(word);
            if (field.isEmpty() && !word.isEmpty()) {
                throw new BadQuery("there is no field \"" + word + "\"; the fields are " + QueryField.allowed(), start);
            }
            if (field.isPresent()) {
                at++;
                return value(field.get());
            }
        }
        if (word.isEmpty()) {
            at++; // a lone colon
            return new SearchQuery.All();
        }
        boolean prefix = word.endsWith("*");
        String stem = word.replace("*", "");
        if (stem.isEmpty()) {
            return new SearchQuery.All();
        }
        if (prefix && stem.length() < 2) {
            throw new BadQuery("write at least two letters before *", start);
        }
        return new SearchQuery.Word(stem, prefix);
    }

    private static SearchQuery phrase(String words) {
        return words.isBlank() ? new SearchQuery.All() : new SearchQuery.Phrase(words.strip());
    }

    private SearchQuery value(QueryField field) throws BadQuery {
        int start = at;
        String value = at < text.length() && text.charAt(at) == '"' ? quoted() : bareValue();
        if (value.isBlank()) {
            throw new BadQuery("write a value after " + field.label() + ":", start);
        }
        String lower = value.strip().toLowerCase(Locale.ROOT);
        if (field.shape() == Shape.FLAG) {
            if (!YES.contains(lower) && !NO.contains(lower)) {
                throw new BadQuery(field.label() + ": takes yes or no", start);
            }
            return new SearchQuery.Is(field, YES.contains(lower) ? "yes" : "no");
        }
        return switch (field.shape()) {
            case AMOUNT, POWER, TIME -> QueryRange.read(field, lower, start, now);
            default -> new SearchQuery.Is(field, field.shape() == Shape.WORD ? lower : value.strip());
        };
    }

    private String quoted() throws BadQuery {
        int opened = at++;
        int end = text.indexOf('"', at);
        if (end < 0) {
            throw new BadQuery("this quotation mark is never closed", opened);
        }
        String inside = text.substring(at, end);
        at = end + 1;
        return inside;
    }

    /** Up to a blank, bracket, quote or colon. */
    private String bare() {
        int start = at;
        while (at < text.length() && !ends(text.charAt(at)) && text.charAt(at) != ':') {
            at++;
        }
        return text.substring(start, at);
    }

    private String bareValue() {
        int start = at;
        while (at < text.length() && !ends(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private static boolean ends(char c) {
        return Character.isWhitespace(c) || c == '(' || c == ')' || c == '"';
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private boolean atWord(String word) {
        int end = at + word.length();
        return text.startsWith(word, at) && (end == text.length() || ends(text.charAt(end)));
    }
}
