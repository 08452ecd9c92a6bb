package dealscope.nlp.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Word sequences with what they mean; finds the longest at a place of a line. Filled once, then read by any thread. */
final class Phrases<T> {
    private final Map<String, List<Entry<T>>> byFirst = new HashMap<>();

    private record Entry<T>(String[] words, List<T> values) {}

    /**
     * A phrase in a line.
     *
     * @param from number of its first unit
     * @param to number after its last unit
     */
    record Hit<T>(List<T> values, int from, int to) {
        T value() {
            return values.getFirst();
        }
    }

    void add(String phrase, T value) {
        String[] words = phrase.split(" ");
        List<Entry<T>> entries = byFirst.computeIfAbsent(words[0], k -> new ArrayList<>(2));
        for (Entry<T> entry : entries) {
            if (String.join(" ", entry.words).equals(phrase)) {
                entry.values.add(value);
                return;
            }
        }
        List<T> values = new ArrayList<>(1);
        values.add(value);
        entries.add(new Entry<>(words, values));
        entries.sort((a, b) -> Integer.compare(b.words.length, a.words.length));
    }

    @Nullable
    Hit<T> at(Line line, int from) {
        List<Entry<T>> entries = byFirst.get(line.word(from));
        if (entries == null) {
            return null;
        }
        for (Entry<T> entry : entries) {
            int i = 1;
            while (i < entry.words.length && line.word(from + i).equals(entry.words[i])) {
                i++;
            }
            if (i == entry.words.length) {
                return new Hit<>(entry.values, from, from + i);
            }
        }
        return null;
    }

    /** All hits that begin in {@code [from, to)}, left to right, not overlapping. */
    List<Hit<T>> in(Line line, int from, int to) {
        List<Hit<T>> hits = new ArrayList<>();
        int at = Math.max(0, from);
        while (at < Math.min(to, line.size())) {
            Hit<T> hit = at(line, at);
            if (hit == null) {
                at++;
            } else {
                hits.add(hit);
                at = hit.to;
            }
        }
        return hits;
    }

    boolean anyIn(Line line, int from, int to) {
        for (int i = Math.max(0, from); i < Math.min(to, line.size()); i++) {
            if (at(line, i) != null) {
                return true;
            }
        }
        return false;
    }
}
