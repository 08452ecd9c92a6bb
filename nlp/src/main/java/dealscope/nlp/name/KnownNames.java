package dealscope.nlp.name;

import dealscope.deal.MentionKind;
import dealscope.fact.Companies;
import dealscope.fact.CompanyFact;
import dealscope.fact.WordList;
import dealscope.nlp.text.Lexeme;
import dealscope.nlp.text.PhraseTrie;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the names that the fact files hold: companies, publishers, products, agencies, places. Immutable. */
final class KnownNames {
    private final PhraseTrie<Entry> names = new PhraseTrie<>();

    /** @param fact null unless a company */
    private record Entry(
            String written, MentionKind kind, @Nullable CompanyFact fact, boolean word) {}

    /**
     * A known name over the lexemes {@code [from, to)}.
     *
     * @param word also an ordinary word or a first name: needs evidence
     */
    record Known(
            int from,
            int to,
            String written,
            MentionKind kind,
            @Nullable CompanyFact fact,
            boolean word) {}

    KnownNames(Companies companies) {
        for (CompanyFact fact : companies.all()) {
            for (String name : fact.names()) {
                boolean word = fact.words().contains(name) || isAcronym(name, fact);
                names.add(name, new Entry(name, MentionKind.COMPANY, fact, word));
                if (name.contains(" & ")) {
                    String spelled = name.replace(" & ", " and ");
                    names.add(spelled, new Entry(spelled, MentionKind.COMPANY, fact, word));
                }
            }
        }
        add("publishers.txt", MentionKind.PUBLISHER);
        add("agencies.txt", MentionKind.AGENCY);
        add("products.txt", MentionKind.PRODUCT);
        add("places.txt", MentionKind.PLACE);
    }

    /** Two or three capitals that stand for a longer name stand for other things too. */
    private static boolean isAcronym(String name, CompanyFact fact) {
        return name.length() <= 3
                && !name.equals(fact.company().name())
                && name.chars().allMatch(Character::isUpperCase);
    }

    private void add(String list, MentionKind kind) {
        Set<String> entries = WordList.load(list);
        entries.forEach(name -> names.add(name, new Entry(name, kind, null, false)));
    }

    /** The longest names, not overlapping, in order. */
    List<Known> find(List<Lexeme> lexemes, boolean allCaps) {
        List<Known> found = new ArrayList<>();
        int at = 0;
        while (at < lexemes.size()) {
            Known known = at(lexemes, at, allCaps);
            if (known != null) {
                found.add(known);
                at = known.to();
            } else {
                at++;
            }
        }
        return found;
    }

    private @Nullable Known at(List<Lexeme> lexemes, int from, boolean allCaps) {
        for (PhraseTrie.Match<Entry> match : names.at(lexemes, from)) {
            Entry entry = match.value();
            if (stands(lexemes, match.from(), match.to()) && fits(lexemes, match, allCaps)) {
                return new Known(match.from(), match.to(), entry.written(), entry.kind(), entry.fact(), entry.word());
            }
        }
        return null;
    }

    /** Neither letters nor digits are glued to either end. */
    private static boolean stands(List<Lexeme> lexemes, int from, int to) {
        boolean before =
                from == 0 || lexemes.get(from).spaced() || lexemes.get(from - 1).kind() == Lexeme.Kind.SIGN;
        if (to - from == 1 && lexemes.get(from).text().length() == 1 && isHyphenated(lexemes, to)) {
            return false;
        }
        if (isInLongerWord(lexemes, to)) {
            return false;
        }
        boolean after = to >= lexemes.size()
                || lexemes.get(to).spaced()
                || lexemes.get(to).kind() == Lexeme.Kind.SIGN;
        return before && after;
    }

    /** "Arm's-Length Capital". */
    private static boolean isInLongerWord(List<Lexeme> lexemes, int to) {
        return to + 2 < lexemes.size()
                && (lexemes.get(to).is("'") || lexemes.get(to).is("\u2019"))
                && lexemes.get(to + 1).is("s")
                && isHyphenated(lexemes, to + 2);
    }

    /** "X-Alloy". */
    private static boolean isHyphenated(List<Lexeme> lexemes, int to) {
        return to < lexemes.size()
                && lexemes.get(to).is("-")
                && !lexemes.get(to).spaced();
    }

    /**
     * As written; in capitals where that leaves no doubt; or with other capitals inside (Softbank, OpenAi, Coreweave).
     * Short names and ordinary words only as written.
     */
    private static boolean fits(List<Lexeme> lexemes, PhraseTrie.Match<Entry> match, boolean allCaps) {
        Entry entry = match.value();
        String plain = entry.written();
        boolean same = true;
        boolean capitals = true;
        int at = 0;
        for (int i = match.from(); i < match.to(); i++) {
            Lexeme lexeme = lexemes.get(i);
            if (!lexeme.letters()) {
                continue;
            }
            int found = plain.indexOf(lexeme.text(), at);
            same &= found >= 0;
            at = found >= 0 ? found + lexeme.text().length() : at;
            boolean writtenCapital = isCapitalised(plain, lexeme);
            capitals &= !writtenCapital || lexeme.capital();
        }
        if (same) {
            return true;
        }
        boolean shouted = lexemes.get(match.from()).allCaps();
        if (entry.word() || plain.length() < 4) {
            return allCaps && shouted && plain.length() >= 3;
        }
        return capitals && (!shouted || plain.length() >= 4);
    }

    /** Whether the name is written with a capital at the place of this word. */
    private static boolean isCapitalised(String written, Lexeme lexeme) {
        int at = written.toLowerCase(Locale.ROOT).indexOf(lexeme.folded());
        return at < 0 || Character.isUpperCase(written.codePointAt(at));
    }
}
