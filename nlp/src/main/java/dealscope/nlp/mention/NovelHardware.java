package dealscope.nlp.mention;

import dealscope.fact.HardwareFact;
import dealscope.nlp.text.Cues;
import dealscope.nlp.text.Lexeme;
import dealscope.nlp.text.PhraseTrie;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Chips that only the article itself introduces: "its Kestrel accelerators", "a chip called Kestrel", "2,000 ZR7 processors".
 * Once introduced, the name and its generations ("Kestrel 2") are found in the whole article.
 */
final class NovelHardware {
    private static final int SHORTEST = 3;
    private static final int LONGEST_CODE = 5;
    /** Digits and signs of a thousand. */
    private static final int FEWEST_MANY = 4;

    private static final int NEAR = 8;

    private final ChipWords words;
    private final HardwareColumn column;
    private final ChipAppositions appositions;
    /** Counts that a table gives, by the row. */
    private final Map<List<Lexeme>, Long> counts = new IdentityHashMap<>();

    private final PhraseTrie<Base> introduced = new PhraseTrie<>();

    /** @param code needs a number after it: the ZR of ZR7 */
    private record Base(String name, boolean code) {}

    /** A product's name over the lexemes {@code [from, to)}. */
    record Match(HardwareFact fact, int from, int to) {}

    NovelHardware(ChipWords words) {
        this.words = words;
        this.column = new HardwareColumn(words.columns, words.countColumns);
        this.appositions = new ChipAppositions(words);
    }

    /** Learns what a sentence introduces. */
    void learn(List<Lexeme> lexemes) {
        HardwareColumn.Row row = column.read(lexemes);
        if (row != null) {
            learnCell(lexemes, row.product());
            if (row.count() > 0) {
                counts.put(lexemes, row.count());
            }
        }
        for (int at = 0; at < lexemes.size(); at++) {
            if (words.nouns.contains(lexemes.get(at).folded())) {
                learnBefore(lexemes, at);
            }
            PhraseTrie.Match<Boolean> calling = Cues.after(words.callings, lexemes, at);
            if (calling != null) {
                int from = ChipAppositions.unquoted(lexemes, calling.to());
                add(lexemes, from, words.nameEnd(lexemes, from));
            }
            appositions.learn(lexemes, at, this::add);
            learnSeries(lexemes, at);
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
            int from = ChipAppositions.unquoted(lexemes, naming.getFirst().to());
            add(lexemes, from, words.nameEnd(lexemes, from));
        }
    }

    /** "the N-series accelerators": the N40 is one of them. */
    private void learnSeries(List<Lexeme> lexemes, int at) {
        boolean series = at >= 2
                && at + 1 < lexemes.size()
                && lexemes.get(at).is("series")
                && lexemes.get(at - 1).is("-")
                && !lexemes.get(at).spaced()
                && lexemes.get(at - 2).allCaps()
                && lexemes.get(at - 2).text().length() < LONGEST_CODE
                && words.nouns.contains(lexemes.get(at + 1).folded());
        if (series) {
            String letters = lexemes.get(at - 2).text();
            introduced.add(letters, new Base(letters, true));
            introduced.add(letters + "-series", new Base(letters + "-series", false));
        }
    }

    /** The count that the row of a table gives for its product; 0 for none. */
    long countOfRow(List<Lexeme> lexemes) {
        return counts.getOrDefault(lexemes, 0L);
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
        for (int to = Math.min(lexemes.size(), from + ChipWords.LONGEST); to > from + 1; to--) {
            if (lexemes.get(to - 1).number() && ChipWords.isCode(lexemes, from, to)) {
                return to;
            }
        }
        return from;
    }

    /** "ZR7 and ZR7-Pod". */
    private void learnCell(List<Lexeme> lexemes, HardwareColumn.Cell cell) {
        int at = cell.from();
        while (at < cell.to()) {
            int to = Math.min(cell.to(), words.nameEnd(lexemes, at));
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
        while (from > 0 && noun - from < ChipWords.LONGEST + 1 && words.isNamePart(lexemes, from - 1)) {
            from--;
        }
        if (from == noun || !lexemes.get(from).letters()) {
            return;
        }
        int before = from - 1;
        while (before > 0
                && words.adjectives.contains(lexemes.get(before).folded())
                && !ChipWords.isOwner(lexemes, before)) {
            before--;
        }
        boolean owned = before >= 0 && ChipWords.isOwner(lexemes, before);
        boolean counted = before >= 0 && lexemes.get(before).number();
        if (owned
                || isGeneration(lexemes, from, noun, head)
                || ChipWords.isCode(lexemes, from, noun)
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

    private void add(List<Lexeme> lexemes, int from, int to) {
        int end = to;
        if (to > from && words.numbered.contains(lexemes.get(from).folded())) {
            return;
        }
        boolean code = to > from && ChipWords.isCode(lexemes, from, to);
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

    private int generationEnd(List<Lexeme> lexemes, int from) {
        int to = numberEnd(lexemes, from);
        boolean grade = to < lexemes.size()
                && lexemes.get(to).spaced()
                && lexemes.get(to).capital()
                && words.grades.contains(lexemes.get(to).folded());
        return grade ? to + 1 : to;
    }

    private static int numberEnd(List<Lexeme> lexemes, int from) {
        int at = from;
        if (ChipWords.isGlued(lexemes, at) && lexemes.get(at).is("-")) {
            at++;
        }
        boolean number = at < lexemes.size()
                && lexemes.get(at).number()
                && lexemes.get(at).text().length() <= (lexemes.get(at).spaced() ? 1 : LONGEST_CODE);
        if (!number) {
            return from;
        }
        at++;
        if (ChipWords.isGlued(lexemes, at) && lexemes.get(at).letters()) {
            at++;
        } else if (ChipWords.isGlued(lexemes, at + 1)
                && lexemes.get(at).is("-")
                && lexemes.get(at + 1).capital()) {
            at += 2;
        }
        return at;
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
