package dealscope.index;

import dealscope.index.QueryField.Shape;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Recursive descent over the text of a query; depth and clauses are counted, so no input can exhaust the stack. */
final class SearchQueryParser {
    private static final Pattern NEAR = Pattern.compile("NEAR(?:/(\\d{1,3}))?");
    private static final Pattern SLOP = Pattern.compile("~(\\d{1,3})(?=[\\s)]|$)");

    private final String text;
    private final Instant now;
    private final int longest;
    private final List<Leaf> leaves = new ArrayList<>();
    private int at;
    private int clauses;
    private int negations;

    /** The field whose brackets are being read: {@code company:(…)}. */
    private @Nullable QueryField scope;

    SearchQueryParser(String text, Instant now, int longest) {
        this.text = text;
        this.now = now;
        this.longest = longest;
    }

    /**
     * A word or a name that was asked for, and where it stands.
     *
     * @param field null for a word of the text
     * @param negated whether it stands under a not
     */
    record Leaf(@Nullable QueryField field, String value, int start, int end, boolean negated) {}

    SearchQuery parse() throws BadQuery {
        if (text.length() > longest) {
            throw new BadQuery(
                    "the query has " + text.length() + " characters; at most " + longest + " are read", longest);
        }
        SearchQuery query = or(0);
        if (at < text.length()) {
            throw new BadQuery("this closing bracket has no opening one", at);
        }
        return query;
    }

    /** Words without endings left open, and names, in the order in which they were read. */
    List<Leaf> leaves() {
        return leaves;
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
            default -> new SearchQuery.Or(parts);
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
            SearchQuery part = near(depth);
            if (!(part instanceof SearchQuery.All)) {
                parts.add(part);
            }
        }
        return switch (parts.size()) {
            case 0 -> new SearchQuery.All();
            case 1 -> parts.get(0);
            default -> new SearchQuery.And(parts);
        };
    }

    private SearchQuery near(int depth) throws BadQuery {
        int start = at;
        if (nearDistance() > 0) {
            throw new BadQuery("NEAR needs a word on either side, as in gpu NEAR/8 cloud", start);
        }
        SearchQuery first = unary(depth);
        List<SearchQuery> parts = new ArrayList<>(List.of(first));
        int distance = 0;
        for (int after = at; ; after = at) {
            skipBlanks();
            int word = at;
            int said = nearDistance();
            if (said == 0) {
                at = after;
                break;
            }
            if (distance != 0 && distance != said) {
                throw new BadQuery("NEAR in a row takes one distance", word);
            }
            distance = said;
            checkNear(parts.get(parts.size() - 1), start);
            skipBlanks();
            start = at;
            if (at >= text.length() || text.charAt(at) == ')' || nearDistance() > 0) {
                throw new BadQuery("NEAR needs a word on either side, as in gpu NEAR/8 cloud", word);
            }
            SearchQuery next = unary(depth);
            checkNear(next, start);
            parts.add(next);
        }
        return distance == 0 ? first : new SearchQuery.Near(parts, distance);
    }

    private static void checkNear(SearchQuery part, int start) throws BadQuery {
        boolean words = part instanceof SearchQuery.Word
                || part instanceof SearchQuery.Phrase
                || part instanceof SearchQuery.Or or
                        && or.parts().stream()
                                .allMatch(
                                        each -> each instanceof SearchQuery.Word || each instanceof SearchQuery.Phrase);
        if (!words) {
            throw new BadQuery("NEAR stands between words, \"phrases\" and (either OR or)", start);
        }
    }

    /** Takes a NEAR that stands here; 0 when none does. */
    private int nearDistance() throws BadQuery {
        Matcher near = NEAR.matcher(text).region(at, text.length());
        if (scope != null || !near.lookingAt() || near.end() < text.length() && !ends(text.charAt(near.end()))) {
            return 0;
        }
        int distance = near.group(1) == null ? SearchQuery.Near.USUAL : Integer.parseInt(near.group(1));
        if (distance < 1 || distance > SearchQuery.Near.FARTHEST) {
            throw new BadQuery("NEAR takes a distance from 1 to " + SearchQuery.Near.FARTHEST + " words", at);
        }
        at = near.end();
        return distance;
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
            return bracketed(depth);
        }
        QueryField field = scope;
        if (field != null) {
            return value(field);
        }
        return c == '"' ? phrase() : wordOrField(depth);
    }

    private SearchQuery bracketed(int depth) throws BadQuery {
        int opened = at++;
        SearchQuery inner = or(depth + 1);
        if (at >= text.length()) {
            throw new BadQuery("this bracket is never closed", opened);
        }
        at++;
        return inner;
    }

    private SearchQuery negated(int depth) throws BadQuery {
        if (at >= text.length() || Character.isWhitespace(text.charAt(at)) || text.charAt(at) == ')') {
            return new SearchQuery.All();
        }
        negations++;
        SearchQuery part = unary(depth + 1);
        negations--;
        return part instanceof SearchQuery.All ? part : new SearchQuery.Not(part);
    }

    private SearchQuery phrase() throws BadQuery {
        String words = quoted().strip();
        Matcher slop = SLOP.matcher(text).region(at, text.length());
        if (slop.lookingAt() && words.contains(" ")) { // "gpu cloud"~8, as Lucene writes it
            at = slop.end();
            List<SearchQuery> parts = new ArrayList<>();
            for (String word : words.split("[\\s():*]+")) {
                if (!word.isEmpty()) {
                    parts.add(new SearchQuery.Phrase(word));
                }
            }
            int distance = Math.clamp(Integer.parseInt(slop.group(1)), 1, SearchQuery.Near.FARTHEST);
            return parts.size() > 1 ? new SearchQuery.Near(parts, distance) : new SearchQuery.Phrase(words);
        }
        return words.isEmpty() ? new SearchQuery.All() : new SearchQuery.Phrase(words);
    }

    private SearchQuery wordOrField(int depth) throws BadQuery {
        int start = at;
        String word = bare();
        if (at < text.length() && text.charAt(at) == ':' && !word.isEmpty()) {
            Optional<QueryField> field = QueryField.of(word);
            if (field.isEmpty()) {
                throw noField(word, start);
            }
            at++;
            return at < text.length() && text.charAt(at) == '(' ? values(field.get(), depth) : value(field.get());
        }
        if (word.isEmpty()) {
            at++; // a lone colon
            return new SearchQuery.All();
        }
        return word(word, start);
    }

    private BadQuery noField(String word, int start) {
        int end = start + word.length();
        Optional<QueryField> near = QueryField.near(word);
        if (near.isPresent()) {
            String label = near.get().label();
            return new BadQuery(
                    "there is no field \"" + word + "\"; did you mean " + label + ":? (the fields are "
                            + QueryField.allowed() + ")",
                    start,
                    text.substring(0, start) + label + text.substring(end));
        }
        String whole = word + bareValue();
        return new BadQuery(
                "there is no field \"" + word + "\"; the fields are " + QueryField.allowed()
                        + " and a text with a colon stands in \"quotes\"",
                start,
                text.substring(0, start) + '"' + whole + '"' + text.substring(at));
    }

    private SearchQuery word(String word, int start) throws BadQuery {
        String stem = word;
        while (stem.endsWith("*")) {
            stem = stem.substring(0, stem.length() - 1);
        }
        if (stem.isEmpty()) {
            return new SearchQuery.All();
        }
        if (stem.indexOf('*') >= 0) {
            throw new BadQuery("* stands only at the end of a word, as in neo*", start + stem.indexOf('*'));
        }
        boolean prefix = stem.length() < word.length();
        if (prefix && stem.length() < 2) {
            throw new BadQuery("write at least two letters before *", start);
        }
        if (!prefix) {
            leaves.add(new Leaf(null, stem, start, at, negations > 0));
        }
        return new SearchQuery.Word(stem, prefix);
    }

    /** {@code company:(openai OR xai)}. */
    private SearchQuery values(QueryField field, int depth) throws BadQuery {
        scope = field;
        SearchQuery values = bracketed(depth);
        scope = null;
        return values;
    }

    private SearchQuery value(QueryField field) throws BadQuery {
        int start = at;
        String value = at < text.length() && text.charAt(at) == '"' ? quoted() : spaced(field);
        if (value.isBlank()) {
            throw new BadQuery("write a value after " + field.label() + ":, as in " + field.example(), start);
        }
        value = value.strip();
        SearchQuery query =
                switch (field.shape()) {
                    case AMOUNT, POWER, COUNT, SHARE, TIME -> QueryRange.read(field, value, start, now);
                    case FLAG, WORD, EXACT ->
                        new SearchQuery.Is(field, new FewWords(text, field).read(value, start, at));
                    case NAME, TEXT -> new SearchQuery.Is(field, value);
                };
        if (field.shape() == Shape.NAME) {
            leaves.add(new Leaf(field, value, start, at, negations > 0));
        }
        return query;
    }

    private String spaced(QueryField field) {
        StringBuilder value = new StringBuilder(bareValue());
        while (scope == null) {
            int end = at;
            skipBlanks();
            String next = bareValue();
            if (next.isEmpty() || !SpacedValue.continues(field, value.toString(), next)) {
                at = end;
                break;
            }
            value.append(' ').append(next);
        }
        return value.toString();
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
