package dealscope.nlp.mention;

import dealscope.fact.Companies;
import dealscope.fact.HardwareFact;
import dealscope.fact.WordList;
import dealscope.nlp.text.Cues;
import dealscope.nlp.text.Lexeme;
import dealscope.nlp.text.PhraseTrie;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chips that only the article itself introduces: "its Kestrel accelerators", "a chip called Kestrel", "2,000 ZR7 processors".
 * Once introduced, the name and its generations ("Kestrel 2") are found in the whole article.
 */
final class NovelHardware {
    private static final int LONGEST = 3;
    private static final int SHORTEST = 3;
    private static final int LONGEST_CODE = 5;
    /** Digits and signs of a thousand. */
    private static final int FEWEST_MANY = 4;

    private static final int NEAR = 8;

    private final Words words;
    private final HardwareColumn column;
    private final PhraseTrie<Base> introduced = new PhraseTrie<>();

    /** @param code needs a number after it: the ZR of ZR7 */
    private record Base(String name, boolean code) {}

    /** What is needed of the fact files, loaded once. */
    static final class Words {
        private final Set<String> nouns = WordList.load("chip-nouns.txt");
        private final Set<String> codeNouns = WordList.load("chip-code-nouns.txt");
        private final Set<String> numbered = WordList.load("numbered-nouns.txt");
        private final PhraseTrie<Boolean> names = new PhraseTrie<>();
        private final Set<String> columns = HardwareColumn.headings();
        private final Set<String> purposes = WordList.load("chip-purposes.txt");
        private final Set<String> adjectives = WordList.load("hardware-modifiers.txt");
        private final Set<String> notNames = WordList.load("not-names.txt");
        private final Set<String> functionWords = WordList.load("function-words.txt");
        private final PhraseTrie<Boolean> callings = new PhraseTrie<>();
        private final Set<String> others = new HashSet<>();

        Words() {
            WordList.load("chip-callings.txt").forEach(words -> callings.add(words, true));
            WordList.load("chip-namings.txt").forEach(words -> names.add(words, true));
            Companies.load().all().forEach(fact -> fact.names().forEach(name -> others.add(fold(name))));
            for (String list : List.of("places.txt", "products.txt", "publishers.txt", "agencies.txt")) {
                WordList.load(list).forEach(name -> others.add(fold(name)));
            }
        }

        private static String fold(String name) {
            return name.toLowerCase(Locale.ROOT);
        }

        private boolean isTaken(Lexeme lexeme) {
            String word = lexeme.folded();
            return notNames.contains(word)
                    || functionWords.contains(word)
                    || others.contains(word)
                    || adjectives.contains(word)
                    || nouns.contains(word);
        }
    }

    /** A product's name over the lexemes {@code [from, to)}. */
    record Match(HardwareFact fact, int from, int to) {}

    NovelHardware(Words words) {
        this.words = words;
        this.column = new HardwareColumn(words.columns);
    }

    /** Learns what a sentence introduces. */
    void learn(List<Lexeme> lexemes) {
        HardwareColumn.Cell cell = column.read(lexemes);
        if (cell != null) {
            learnCell(lexemes, cell);
        }
        for (int at = 0; at < lexemes.size(); at++) {
            if (words.nouns.contains(lexemes.get(at).folded())) {
                learnBefore(lexemes, at);
            }
            PhraseTrie.Match<Boolean> calling = Cues.after(words.callings, lexemes, at);
            if (calling != null) {
                int to = nameEnd(lexemes, calling.to());
                add(lexemes, calling.to(), to);
            }
            learnNaming(lexemes, at);
            learnCounted(lexemes, at);
        }
    }

    /** "a chip for inference, codenamed Kestrel". */
    private void learnNaming(List<Lexeme> lexemes, int at) {
        List<PhraseTrie.Match<Boolean>> naming = words.names.at(lexemes, at);
        boolean ofChip = !naming.isEmpty()
                && lexemes.subList(Math.max(0, at - NEAR), at).stream()
                        .anyMatch(lexeme -> words.nouns.contains(lexeme.folded()));
        if (ofChip) {
            int from = naming.getFirst().to();
            add(lexemes, from, nameEnd(lexemes, from));
        }
    }

    /** "20,000 ZR7s", "26,000 S3 cards". */
    private void learnCounted(List<Lexeme> lexemes, int at) {
        boolean many = lexemes.get(at).number() && lexemes.get(at).text().length() >= FEWEST_MANY;
        int to = many ? codeEnd(lexemes, at + 1) : at;
        if (to < lexemes.size() && to > at) {
            boolean noun = lexemes.get(to).spaced()
                    && words.codeNouns.contains(lexemes.get(to).folded());
            if (noun || (lexemes.get(to).is("s") && !lexemes.get(to).spaced())) {
                add(lexemes, at + 1, to);
            }
        }
    }

    private static int codeEnd(List<Lexeme> lexemes, int from) {
        for (int to = Math.min(lexemes.size(), from + LONGEST); to > from + 1; to--) {
            if (lexemes.get(to - 1).number() && isCode(lexemes, from, to)) {
                return to;
            }
        }
        return from;
    }

    /** "ZR7 and ZR7-Pod". */
    private void learnCell(List<Lexeme> lexemes, HardwareColumn.Cell cell) {
        int at = cell.from();
        while (at < cell.to()) {
            int to = Math.min(cell.to(), nameEnd(lexemes, at));
            add(lexemes, at, to);
            at = Math.max(at + 1, to);
        }
    }

    /** "its Kestrel accelerators", "Ondra's own Kestrel accelerators", "2,000 ZR7 processors". */
    private void learnBefore(List<Lexeme> lexemes, int head) {
        int noun = head;
        while (noun > 0 && words.purposes.contains(lexemes.get(noun - 1).folded())) {
            noun--;
        }
        int from = noun;
        while (from > 0 && noun - from < LONGEST + 1 && isNamePart(lexemes, from - 1)) {
            from--;
        }
        if (from == noun || !lexemes.get(from).letters()) {
            return;
        }
        int before = from - 1;
        while (before > 0 && words.adjectives.contains(lexemes.get(before).folded()) && !isOwner(lexemes, before)) {
            before--;
        }
        boolean owned = before >= 0 && isOwner(lexemes, before);
        boolean counted = before >= 0 && lexemes.get(before).number();
        if (owned
                || isGeneration(lexemes, from, noun, head)
                || isCode(lexemes, from, noun)
                        && (counted || before < 0 || !lexemes.get(before).capital())) {
            add(lexemes, from, noun);
        }
    }

    /** "Kestrel 2 processors", not "Tier 1 chip makers". */
    private boolean isGeneration(List<Lexeme> lexemes, int from, int noun, int head) {
        boolean plural = lexemes.get(head).folded().endsWith("s");
        return plural
                && noun == head
                && noun - from == 2
                && lexemes.get(from).text().length() >= SHORTEST
                && !words.numbered.contains(lexemes.get(from).folded())
                && lexemes.get(from + 1).spaced()
                && lexemes.get(from + 1).text().length() == 1
                && lexemes.get(from + 1).number();
    }

    private static boolean isOwner(List<Lexeme> lexemes, int at) {
        Lexeme lexeme = lexemes.get(at);
        boolean possessive = lexeme.is("s")
                && at > 0
                && (lexemes.get(at - 1).is("'") || lexemes.get(at - 1).is("\u2019"));
        return possessive || lexeme.is("its") || lexeme.is("their") || lexeme.is("our") || lexeme.is("own");
    }

    private boolean isNamePart(List<Lexeme> lexemes, int at) {
        Lexeme lexeme = lexemes.get(at);
        if (lexeme.number()) {
            return lexeme.text().length() < LONGEST_CODE && at > 0 && isNamePart(lexemes, at - 1);
        }
        boolean hyphen = lexeme.is("-")
                && !lexeme.spaced()
                && at > 0
                && lexemes.get(at - 1).capital();
        boolean code = lexeme.allCaps()
                && lexeme.text().length() == 1
                && isGlued(lexemes, at + 1)
                && lexemes.get(at + 1).number()
                && !words.notNames.contains(lexeme.folded());
        return hyphen || code || lexeme.letters() && lexeme.capital() && !words.isTaken(lexeme);
    }

    private int nameEnd(List<Lexeme> lexemes, int from) {
        int to = from;
        while (to < lexemes.size()
                && to - from < LONGEST
                && (to > from || lexemes.get(to).letters())
                && isNamePart(lexemes, to)) {
            to++;
        }
        return to > from && lexemes.get(to - 1).is("-") ? to - 1 : to;
    }

    /** Capitals and digits in one word: ZR7, KX-2. */
    private static boolean isCode(List<Lexeme> lexemes, int from, int to) {
        Lexeme first = lexemes.get(from);
        int at = from + 1;
        if (at < to && lexemes.get(at).is("-")) {
            at++;
        }
        return first.allCaps()
                && first.text().length() < LONGEST_CODE
                && at < to
                && lexemes.get(at).number()
                && !lexemes.get(at).spaced();
    }

    private void add(List<Lexeme> lexemes, int from, int to) {
        int end = to;
        if (to > from && words.numbered.contains(lexemes.get(from).folded())) {
            return;
        }
        boolean code = to > from && isCode(lexemes, from, to);
        while (end > from && (code || !lexemes.get(end - 1).letters()) && end - from > 1) {
            end--;
        }
        if (end > from && (code || lexemes.get(from).text().length() >= SHORTEST)) {
            StringBuilder name = new StringBuilder(lexemes.get(from).text());
            for (int at = from + 1; at < end; at++) {
                name.append(lexemes.get(at).spaced() ? " " : "")
                        .append(lexemes.get(at).text());
            }
            introduced.add(name.toString(), new Base(name.toString(), code));
        }
    }

    /** An introduced name with its generation: "Kestrel", "Kestrel 2", "ZR7", "ZR7-Pod". */
    @Nullable
    Match at(List<Lexeme> lexemes, int from) {
        Lexeme first = lexemes.get(from);
        if (!first.letters() || !first.capital() || (from > 0 && !first.spaced() && !isSign(lexemes.get(from - 1)))) {
            return null;
        }
        for (PhraseTrie.Match<Base> match : introduced.at(lexemes, from)) {
            int to = generationEnd(lexemes, match.to());
            boolean whole = to >= lexemes.size() || lexemes.get(to).spaced() || isSign(lexemes.get(to));
            boolean written = match.value().name().startsWith(first.text());
            if (whole && written && (to > match.to() || !match.value().code())) {
                String name = match.value().name() + generation(lexemes, match.to(), to);
                return new Match(HardwareFact.unlisted(name, null), from, to);
            }
        }
        return null;
    }

    private static int generationEnd(List<Lexeme> lexemes, int from) {
        int at = from;
        if (isGlued(lexemes, at) && lexemes.get(at).is("-")) {
            at++;
        }
        boolean number = at < lexemes.size()
                && lexemes.get(at).number()
                && lexemes.get(at).text().length() <= (lexemes.get(at).spaced() ? 1 : LONGEST_CODE);
        if (!number) {
            return from;
        }
        at++;
        if (isGlued(lexemes, at) && lexemes.get(at).letters()) {
            at++;
        } else if (isGlued(lexemes, at + 1)
                && lexemes.get(at).is("-")
                && lexemes.get(at + 1).capital()) {
            at += 2;
        }
        return at;
    }

    private static boolean isGlued(List<Lexeme> lexemes, int at) {
        return at < lexemes.size() && !lexemes.get(at).spaced();
    }

    private static boolean isSign(Lexeme lexeme) {
        return lexeme.kind() == Lexeme.Kind.SIGN;
    }

    /** As written; a plural s is no part of it. */
    private static String generation(List<Lexeme> lexemes, int from, int to) {
        StringBuilder written = new StringBuilder();
        for (int at = from; at < to; at++) {
            Lexeme lexeme = lexemes.get(at);
            if (!lexeme.text().equals("s")) {
                written.append(lexeme.spaced() ? " " : "").append(lexeme.text());
            }
        }
        return written.toString();
    }
}
