package dealscope.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.analysis.Analyzer;

/**
 * The other names of a thing, from {@code synonyms.txt}, by the terms of one of its names. They are put into queries, not
 * into the index, so a change of the file needs no new index.
 */
final class Synonyms {
    private static final String FILE = "synonyms.txt";
    /** Ways to write one phrase that are tried: several things in it multiply. */
    private static final int MOST_WAYS = 12;

    private final Analyzer analyzer;
    private final Map<String, Set<String>> byTerms = new TreeMap<>();
    private int longest = 1;

    Synonyms(Analyzer analyzer) {
        this(analyzer, DataFile.lines(FILE));
    }

    Synonyms(Analyzer analyzer, List<String> lines) {
        this.analyzer = analyzer;
        for (String line : lines) {
            String[] sides = line.split("=>");
            List<String> names = names(sides[0]);
            List<String> others = sides.length > 1 ? names(sides[1]) : names;
            names.forEach(name -> add(name, others));
        }
    }

    private static List<String> names(String side) {
        return Arrays.stream(side.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private void add(String name, List<String> others) {
        List<String> terms = Terms.of(analyzer, name).texts();
        longest = Math.max(longest, terms.size());
        Set<String> known = byTerms.computeIfAbsent(String.join(" ", terms), key -> new LinkedHashSet<>());
        others.stream()
                .filter(other -> !Terms.of(analyzer, other).texts().equals(terms))
                .forEach(known::add);
    }

    /**
     * Words that name one thing together, or one that has no other name.
     *
     * @param others its other names; empty when it has none
     */
    record Thing(List<String> words, List<String> others) {
        String text() {
            return String.join(" ", words);
        }
    }

    /** The words parted into things, the longest names first: {@code oracle data centre} is {@code oracle} and {@code data centre}. */
    List<Thing> things(List<String> words) {
        List<Thing> things = new ArrayList<>();
        for (int from = 0; from < words.size(); ) {
            Thing thing = longest(words, from);
            things.add(thing);
            from += thing.words().size();
        }
        return things;
    }

    private Thing longest(List<String> words, int from) {
        for (int to = Math.min(words.size(), from + longest + 1); to > from; to--) {
            List<String> some = words.subList(from, to);
            Set<String> others = byTerms.get(
                    String.join(" ", Terms.of(analyzer, String.join(" ", some)).texts()));
            if (others != null) {
                return new Thing(List.copyOf(some), List.copyOf(others));
            }
        }
        return new Thing(List.of(words.get(from)), List.of());
    }

    /** The phrase itself first, then the same with other names of what it names; a bounded number of them. */
    List<String> ways(String phrase) {
        List<String> ways = new ArrayList<>(List.of(""));
        for (Thing thing : things(Arrays.asList(phrase.strip().split("\\s+")))) {
            List<String> names = new ArrayList<>(List.of(thing.text()));
            names.addAll(thing.others());
            List<String> longer = new ArrayList<>();
            for (String name : names) {
                for (String way : ways) {
                    if (longer.size() < MOST_WAYS) {
                        longer.add(way.isEmpty() ? name : way + " " + name);
                    }
                }
            }
            ways = longer;
        }
        return Objects.requireNonNull(ways);
    }
}
