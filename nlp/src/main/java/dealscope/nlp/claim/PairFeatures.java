package dealscope.nlp.claim;

import dealscope.deal.DealType;
import dealscope.deal.MentionKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the trained model looks at in two companies of a line: the words between and beside them, the verbs with their
 * prepositions, the kinds of the companies, the goods, money and power near them. Each feature is a readable word.
 */
final class PairFeatures {
    private static final int BEFORE = 9;
    private static final int AFTER = 12;
    private static final int LONGEST_SIGNATURE = 4;
    private static final int LONGEST_PATH = 7;
    private static final Set<String> BE = Words.of("be");
    private static final Set<String> NEGATIONS = Words.of("negation");

    private final Lexicon lexicon;
    private final Stems stems;
    private final Senses senses;

    PairFeatures(Lexicon lexicon) {
        this.lexicon = lexicon;
        stems = new Stems();
        senses = new Senses(stems);
    }

    /**
     * Two companies of a line; both numbers are the same when they stand in one list.
     *
     * @param first unit of the company that is named first
     */
    record Pair(Line line, int first, int second, List<Party> left, List<Party> right) {
        boolean listed() {
            return first == second;
        }
    }

    /** For the question who pays whom. */
    List<String> relation(Pair pair) {
        Set<String> features = new LinkedHashSet<>();
        Line line = pair.line();
        int i = pair.first();
        int j = pair.second();
        String place = line.inTitle() ? "t" : "s";
        if (pair.listed()) {
            features.add("listed");
            verbs(features, line, i, line.size(), "after");
        } else {
            between(features, line, i, j);
        }
        beside(features, line, i, "1");
        beside(features, line, j, "2");
        around(features, line, i, j);
        kinds(features, kind(pair.left()), kind(pair.right()));
        distance(features, pair, place);
        numbers(features, line, i, j);
        return List.copyOf(features);
    }

    /** For the question what is paid for. */
    List<String> type(Pair pair, List<Party> payer, List<Party> payee, boolean directed) {
        Set<String> features = new LinkedHashSet<>();
        Line line = pair.line();
        int from = Math.max(0, pair.first() - BEFORE);
        int to = Math.min(line.size(), pair.second() + AFTER);
        for (int k = from; k < to; k++) {
            String stem = stem(line, k);
            if (stem != null) {
                features.add("word=" + stem);
                sensed(features, line, k, "word");
            }
        }
        goods(features, line, from, to, "goods");
        if (directed) {
            features.add("payer=" + kind(payer));
            features.add("payee=" + kind(payee));
            features.add("pays=" + kind(payer) + ">" + kind(payee));
        } else {
            features.add("open");
        }
        numbers(features, line, pair.first(), pair.second());
        return List.copyOf(features);
    }

    private void between(Set<String> features, Line line, int i, int j) {
        List<String> stemmed = new ArrayList<>();
        String last = "<1>";
        for (int k = i + 1; k < j; k++) {
            String stem = stem(line, k);
            if (stem == null) {
                continue;
            }
            features.add("between=" + stem);
            sensed(features, line, k, "between");
            features.add("between=" + last + " " + stem);
            last = stem;
            stemmed.add(stem);
        }
        features.add("between=" + last + " <2>");
        if (stemmed.size() <= LONGEST_SIGNATURE) {
            features.add("all=" + String.join(" ", stemmed));
        }
        verbs(features, line, i, j, "verb");
        path(features, line, i, j);
        goods(features, line, i, j, "goods between");
        String preposition = line.preposition(j);
        int verb = lastVerb(line, i, j);
        if (verb != Arguments.NONE && preposition != null) {
            String stem = stems.of(line.word(verb));
            features.add("verb-prep=" + stem + " " + preposition);
            for (String sense : senses.of(stem, true, line.inTitle())) {
                features.add("verb-prep means " + sense + voice(line, verb) + " " + preposition);
            }
        }
        if (preposition != null) {
            String noun = lastNoun(line, i, j, preposition);
            features.add("noun-prep=" + noun + " " + preposition);
            for (String sense : senses.of(noun, false, false)) {
                features.add("noun-prep means " + sense + " " + preposition);
            }
        }
    }

    /** The senses and prepositions between the two, in order: "1 BUY from 2". */
    private void path(Set<String> features, Line line, int i, int j) {
        StringBuilder path = new StringBuilder();
        int steps = 0;
        for (int k = i + 1; k < j && steps < LONGEST_PATH; k++) {
            Unit unit = line.at(k);
            String step = "";
            if (unit.company()) {
                step = "X";
            } else if (unit.money()) {
                step = "$";
            } else if (unit.found() == null && unit.pos("ADP")) {
                step = unit.word();
            } else if (unit.found() == null) {
                List<String> meant = senses.of(stems.of(unit.word()), unit.pos("VERB", "AUX"), line.inTitle());
                step = meant.isEmpty() ? "" : meant.getFirst() + (unit.pos("VERB") ? voice(line, k) : "");
            }
            if (!step.isEmpty()) {
                path.append(step).append(' ');
                steps++;
            }
        }
        if (steps < LONGEST_PATH) {
            features.add("path=" + path);
        }
    }

    private void sensed(Set<String> features, Line line, int k, String name) {
        Unit unit = line.at(k);
        if (unit.found() == null && !unit.company()) {
            for (String sense : senses.of(stems.of(unit.word()), unit.pos("VERB", "AUX"), line.inTitle())) {
                features.add(name + " means " + sense);
            }
        }
    }

    private void verbs(Set<String> features, Line line, int i, int j, String name) {
        boolean first = true;
        for (int k = i + 1; k < Math.min(j, i + 25); k++) {
            if (!verb(line, k)) {
                continue;
            }
            String stem = stems.of(line.word(k));
            String voice = voice(line, k);
            features.add(name + "=" + stem + voice);
            for (String sense : senses.of(stem, true, line.inTitle())) {
                features.add(name + " means " + sense + voice);
            }
            if (first) {
                features.add(name + " 1=" + stem + voice);
                for (String sense : senses.of(stem, true, line.inTitle())) {
                    features.add(name + " 1 means " + sense + voice);
                    if (j < line.size()) {
                        features.add(name + " 1 means " + sense + voice + " " + line.preposition(j));
                    }
                }
                first = false;
            }
            Phrases.Hit<String> side = lexicon.sides.at(line, k);
            if (side != null) {
                features.add(name + " is " + side.value() + voice);
            }
        }
    }

    private static boolean verb(Line line, int k) {
        return line.at(k).pos("VERB") || (line.inTitle() && line.at(k).pos("AUX"));
    }

    private static String voice(Line line, int k) {
        for (int b = k - 1; b >= Math.max(0, k - 3); b--) {
            if (BE.contains(line.word(b))) {
                return line.word(k).endsWith("ing") ? "" : ":passive";
            }
            if (!line.at(b).pos("ADV", "AUX", "PART")) {
                break;
            }
        }
        return line.word(k + 1).equals("by") ? ":passive" : "";
    }

    private static int lastVerb(Line line, int i, int j) {
        for (int k = j - 1; k > i; k--) {
            if (verb(line, k)) {
                return k;
            }
        }
        return Arguments.NONE;
    }

    private String lastNoun(Line line, int i, int j, String preposition) {
        int k = j - 1;
        while (k > i && !line.word(k).equals(preposition)) {
            k--;
        }
        for (int n = k - 1; n > Math.max(i, k - 4); n--) {
            Unit unit = line.at(n);
            if (unit.found() != null) {
                return unit.word();
            }
            if (unit.pos("NOUN", "VERB", "ADJ")) {
                return stems.of(unit.word());
            }
        }
        return "";
    }

    private void beside(Set<String> features, Line line, int at, String which) {
        String preposition = line.preposition(at);
        features.add("prep " + which + "=" + preposition);
        features.add("left " + which + "=" + word(line, at - 1));
        features.add("right " + which + "=" + word(line, at + 1));
        features.add("right " + which + "=" + word(line, at + 1) + " " + word(line, at + 2));
        if (line.possessive(at)) {
            features.add("owns " + which + "=" + word(line, at + 2));
            features.add("owner " + which);
        }
        if (at > 0) {
            sensed(features, line, at - 1, "left " + which);
        }
        if (at + 1 < line.size()) {
            sensed(features, line, at + 1, "right " + which);
        }
        if (line.possessive(at) && at + 2 < line.size()) {
            sensed(features, line, at + 2, "owns " + which);
        }
        if (line.hyphened(at)) {
            features.add("hyphen " + which + "=" + word(line, at + 1));
        }
        if (line.at(at).resolved()) {
            features.add("meant " + which);
        }
        if (line.modifier(at)) {
            features.add("modifier " + which);
        }
    }

    /** Words before the first and after the second company. */
    private void around(Set<String> features, Line line, int i, int j) {
        for (int k = Math.max(0, i - BEFORE); k < i; k++) {
            String stem = stem(line, k);
            if (stem != null) {
                features.add("before=" + stem);
                sensed(features, line, k, "before");
            }
        }
        int verbs = 0;
        for (int k = j + 1; k < Math.min(line.size(), j + AFTER); k++) {
            String stem = stem(line, k);
            if (stem == null) {
                continue;
            }
            features.add("after=" + stem);
            sensed(features, line, k, "after");
            if (verb(line, k) && verbs++ == 0) {
                features.add("verb after=" + stem + voice(line, k));
            }
        }
        goods(features, line, j + 1, Math.min(line.size(), j + AFTER), "goods after");
    }

    private void goods(Set<String> features, Line line, int from, int to, String name) {
        for (Phrases.Hit<Lexicon.Goods> hit : lexicon.goods.in(line, from, to)) {
            features.add(name + "=" + hit.value().type());
        }
    }

    private void kinds(Set<String> features, String left, String right) {
        features.add("kind 1=" + left);
        features.add("kind 2=" + right);
        features.add("kinds=" + left + "|" + right);
        for (DealType type : List.of(DealType.COMPUTE, DealType.CHIPS, DealType.ENERGY, DealType.DATACENTER)) {
            double lean = lexicon.sellerRank(type, left) - lexicon.sellerRank(type, right);
            if (Math.abs(lean) >= 4) {
                features.add("sells " + type + "=" + (lean > 0 ? "1" : "2"));
            }
        }
    }

    private static void distance(Set<String> features, Pair pair, String place) {
        Line line = pair.line();
        int i = pair.first();
        int j = pair.second();
        int words = j - i;
        features.add("place=" + place);
        features.add("far=" + (words < 4 ? "3" : words < 8 ? "7" : words < 15 ? "14" : words < 25 ? "24" : "more"));
        double wall = line.path(i, j) - 0.05 * words;
        features.add("wall=" + (wall < 0.3 ? "0" : wall < 0.9 ? "comma" : wall < 1.6 ? "clause" : "high"));
        int others = 0;
        boolean negated = false;
        for (int k = i + 1; k < j; k++) {
            others += line.company(k) ? 1 : 0;
            negated |= NEGATIONS.contains(line.word(k));
        }
        features.add("others=" + Math.min(3, others));
        if (negated) {
            features.add("negated");
        }
    }

    private static void numbers(Set<String> features, Line line, int i, int j) {
        for (int k = 0; k < line.size(); k++) {
            String where = k < i ? " before" : k > j ? " after" : " between";
            Unit unit = line.at(k);
            if (unit.money()) {
                features.add("money");
                features.add("money" + where);
            } else if (unit.is(MentionKind.POWER)) {
                features.add("power");
            } else if (unit.is(MentionKind.HARDWARE)) {
                features.add("hardware");
                features.add("hardware" + where);
            } else if (unit.is(MentionKind.TERM)) {
                features.add("term");
            }
        }
    }

    static String kind(List<Party> parties) {
        for (Party party : parties) {
            if (party.industry() != null) {
                return party.industry();
            }
        }
        return "?";
    }

    /** A word that may tell something, stemmed; mentions by kind; null for the rest. */
    private @Nullable String stem(Line line, int k) {
        Unit unit = line.at(k);
        if (unit.company()) {
            return "<company>";
        }
        if (unit.found() != null) {
            return unit.word().startsWith("<") ? unit.word() : "<name>";
        }
        if (unit.pos("DET", "PUNCT", "NUM", "SYM", "X")) {
            return null;
        }
        return stems.of(unit.word());
    }

    private String word(Line line, int k) {
        if (k < 0 || k >= line.size()) {
            return "<end>";
        }
        Unit unit = line.at(k);
        if (unit.company()) {
            return "<company>";
        }
        return unit.found() != null ? "<name>" : stems.of(unit.word().toLowerCase(Locale.ROOT));
    }
}
