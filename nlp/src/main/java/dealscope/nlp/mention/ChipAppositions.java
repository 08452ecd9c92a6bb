package dealscope.nlp.mention;

import dealscope.nlp.text.Cues;
import dealscope.nlp.text.Lexeme;
import dealscope.nlp.text.PhraseTrie;
import java.util.List;
import java.util.Set;

/**
 * Chips that a sentence introduces by what stands beside the name: "its in-house inference chip, Corvus-2", "Ferrox, an
 * accelerator for", "the Pika accelerator", "the Heron, Egret and Bittern accelerators", "its Aurora family of
 * processors". Immutable.
 */
final class ChipAppositions {
    /** Words between the owner and the noun, or the article and the noun. */
    private static final int LONGEST_PHRASE = 7;

    private static final int LONGEST_LIST = 24;
    private static final Set<String> ARTICLES = Set.of("a", "an", "the", "its", "their");
    private static final Set<String> BREAKS = Set.of(",", "(", "\u2014", "\u2013", ":");
    private static final Set<String> QUOTES = Set.of("\"", "\u201c", "\u2018", "'");

    private final ChipWords words;

    /** Where names go. */
    interface Names {
        void add(List<Lexeme> lexemes, int from, int to);
    }

    ChipAppositions(ChipWords words) {
        this.words = words;
    }

    /** Looks at one lexeme of a sentence. */
    void learn(List<Lexeme> lexemes, int at, Names names) {
        if (words.nouns.contains(lexemes.get(at).folded())) {
            learnBehind(lexemes, at, names);
            learnList(lexemes, at, names);
            learnDefinite(lexemes, at, names);
        }
        if (lexemes.get(at).is(",")) {
            learnExplained(lexemes, at, names);
        }
        PhraseTrie.Match<Boolean> family = Cues.after(words.families, lexemes, at);
        if (family != null && nounWithin(lexemes, family.to()) >= 0) {
            names.add(lexemes, nameStart(lexemes, at), at);
        }
    }

    /** After an opening quote, if there is one. */
    static int unquoted(List<Lexeme> lexemes, int at) {
        return at < lexemes.size() && QUOTES.contains(lexemes.get(at).text()) ? at + 1 : at;
    }

    /** "Quillon's next-generation processor, Marlin, will". */
    private void learnBehind(List<Lexeme> lexemes, int noun, Names names) {
        boolean singular = !lexemes.get(noun).folded().endsWith("s");
        if (!singular
                || noun + 2 >= lexemes.size()
                || !BREAKS.contains(lexemes.get(noun + 1).text())) {
            return;
        }
        int from = unquoted(lexemes, noun + 2);
        int to = from < lexemes.size() ? words.nameEnd(lexemes, from) : from;
        if (to > from
                && isOwned(lexemes, noun)
                && endsName(lexemes, to)
                && !words.firstNames.contains(lexemes.get(from).folded())) {
            names.add(lexemes, from, to);
        }
    }

    /** Whether an owner stands before the noun, with nothing but words in lower case between. */
    private static boolean isOwned(List<Lexeme> lexemes, int noun) {
        for (int at = noun - 1; at >= Math.max(0, noun - LONGEST_PHRASE); at--) {
            Lexeme lexeme = lexemes.get(at);
            if (ChipWords.isOwner(lexemes, at)) {
                return true;
            }
            boolean plain = lexeme.letters() && (!lexeme.capital() || lexeme.allCaps());
            if (!plain && !lexeme.is("-")) {
                return false;
            }
        }
        return false;
    }

    private boolean endsName(List<Lexeme> lexemes, int at) {
        return at >= lexemes.size()
                || lexemes.get(at).kind() == Lexeme.Kind.SIGN
                || words.after.contains(lexemes.get(at).folded());
    }

    /** "Ferrox, an accelerator for", "Titan, the company's first custom chip." */
    private void learnExplained(List<Lexeme> lexemes, int comma, Names names) {
        if (comma + 2 >= lexemes.size()
                || !ARTICLES.contains(lexemes.get(comma + 1).folded())) {
            return;
        }
        int from = nameStart(lexemes, comma);
        int noun = nounWithin(lexemes, comma + 2);
        boolean fits = noun >= 0
                && from < comma
                && endsName(lexemes, noun + 1)
                && !lexemes.get(noun).folded().endsWith("s")
                && !words.firstNames.contains(lexemes.get(from).folded());
        if (fits) {
            names.add(lexemes, from, comma);
        }
    }

    /** The noun of a chip at the end of a phrase of words in lower case; -1 when the phrase is of something else. */
    private int nounWithin(List<Lexeme> lexemes, int from) {
        for (int at = from; at < Math.min(lexemes.size(), from + LONGEST_PHRASE); at++) {
            Lexeme lexeme = lexemes.get(at);
            boolean last = at + 1 >= lexemes.size()
                    || !words.nouns.contains(lexemes.get(at + 1).folded());
            if (words.nouns.contains(lexeme.folded()) && last) {
                return at;
            }
            boolean sign = lexeme.kind() == Lexeme.Kind.SIGN && !lexeme.is("-") && !isApostrophe(lexeme);
            if (sign || words.isFunctionWord(lexeme)) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isApostrophe(Lexeme lexeme) {
        return lexeme.is("'") || lexeme.is("\u2019");
    }

    private int nameStart(List<Lexeme> lexemes, int end) {
        int from = end;
        while (from > 0 && end - from < ChipWords.LONGEST && words.isNamePart(lexemes, from - 1)) {
            from--;
        }
        return from;
    }

    /** "the Pika accelerator", "a Vega 3 accelerator is". */
    private void learnDefinite(List<Lexeme> lexemes, int noun, Names names) {
        int from = nameStart(lexemes, noun);
        boolean fits = from < noun
                && from > 0
                && words.strictNouns.contains(lexemes.get(noun).folded())
                && words.determiners.contains(lexemes.get(from - 1).folded())
                && (endsName(lexemes, noun + 1) || words.isFunctionWord(lexemes.get(noun + 1)));
        if (fits) {
            names.add(lexemes, from, noun);
        }
    }

    /** "the Heron, Egret and Bittern accelerators". */
    private void learnList(List<Lexeme> lexemes, int noun, Names names) {
        int last = nameStart(lexemes, noun);
        boolean plural = lexemes.get(noun).folded().endsWith("s");
        if (!plural || last == noun || last < 2 || !isAnd(lexemes.get(last - 1))) {
            return;
        }
        int at = last;
        while (at > 1 && noun - at < LONGEST_LIST && isBetween(lexemes.get(at - 1))) {
            int from = nameStart(lexemes, at - 1);
            if (from == at - 1) {
                return;
            }
            at = from;
        }
        boolean definite = at > 0
                && at < last
                && (ChipWords.isOwner(lexemes, at - 1) || lexemes.get(at - 1).is("the"));
        if (definite) {
            addAll(lexemes, at, noun, names);
        }
    }

    private void addAll(List<Lexeme> lexemes, int from, int to, Names names) {
        int at = from;
        while (at < to) {
            int end = Math.min(to, words.nameEnd(lexemes, at));
            names.add(lexemes, at, end);
            at = Math.max(at, end) + 1;
        }
    }

    private static boolean isAnd(Lexeme lexeme) {
        return lexeme.is("and") || lexeme.is("or") || lexeme.is("&");
    }

    private static boolean isBetween(Lexeme lexeme) {
        return isAnd(lexeme) || lexeme.is(",");
    }
}
