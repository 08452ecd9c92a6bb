package dealscope.nlp.name;

import dealscope.deal.MentionKind;
import dealscope.fact.WordList;
import dealscope.nlp.name.Draft.Name;
import dealscope.nlp.name.Draft.Trust;
import dealscope.nlp.text.Cues;
import dealscope.nlp.text.Lexeme;
import dealscope.nlp.text.PhraseTrie;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Companies that a text itself shows to be such: by a legal form ("Ostara Grid Inc."), a ticker ("(NYSE: OGP)"), or by
 * what it calls them ("the neocloud Nscale", "Cloverleaf, a data-centre developer").
 */
final class NamePatterns {
    private static final int LONGEST_APPOSITION = 8;

    /** Forms that are also words of other languages or parts of names; alone they prove nothing. */
    private static final Set<String> WEAK_FORMS = Set.of("as", "se", "co", "company", "group", "sa", "ab", "kg");

    private final Entities entities;
    private final PhraseTrie<Boolean> companyNouns = trie("company-nouns.txt");
    private final Set<String> afterNouns = WordList.load("after-company-nouns.txt");
    private final PhraseTrie<Boolean> exchanges = trie("exchanges.txt");
    private final PhraseTrie<Boolean> rolesAt = trie("roles-at.txt");
    private final NameWords words;
    private final CapitalRuns runs;

    NamePatterns(Entities entities, NameWords words, CapitalRuns runs) {
        this.entities = entities;
        this.words = words;
        this.runs = runs;
    }

    static PhraseTrie<Boolean> trie(String list) {
        PhraseTrie<Boolean> trie = new PhraseTrie<>();
        WordList.load(list).forEach(words -> trie.add(words, true));
        return trie;
    }

    /** Adds the companies that patterns show; extends known ones by their legal form. */
    void find(Draft draft) {
        for (int at = 0; at < draft.lexemes().size(); at++) {
            int formEnd = legalFormEnd(draft, at);
            if (formEnd > at) {
                byForm(draft, at, formEnd);
            }
            if (isQuote(draft.lexemes().get(at))) {
                byNickname(draft, at);
            }
            if (draft.is(at, "(") && isTicker(draft, at)) {
                addRun(draft, runs.runStart(draft, at), at);
            }
            byBank(draft, at);
            byLine(draft, at);
            if (!draft.headline()) {
                byNoun(draft, at);
                byRole(draft, at);
            }
        }
    }

    /** After the lexemes of a legal form that begins here; the same place when there is none. */
    private int legalFormEnd(Draft draft, int at) {
        Lexeme lexeme = draft.lexemes().get(at);
        if (at == 0 || !lexeme.capital()) {
            return at;
        }
        boolean strong = entities.isLegalForm(lexeme.folded()) && !WEAK_FORMS.contains(lexeme.folded());
        if (strong) {
            return at + 1;
        }
        boolean dotted = lexeme.text().length() == 1
                && draft.is(at + 1, ".")
                && draft.is(at + 3, ".")
                && entities.isLegalForm(lexeme.folded() + folded(draft.lexeme(at + 2)));
        return dotted ? at + 4 : at;
    }

    private static String folded(@Nullable Lexeme lexeme) {
        return lexeme == null ? "" : lexeme.folded();
    }

    private void byForm(Draft draft, int form, int end) {
        int before = draft.is(form - 1, ",") ? form - 1 : form;
        int from = runs.runStart(draft, before);
        boolean known =
                draft.names().stream().anyMatch(name -> name.fact() != null && name.from() < end && name.to() > form);
        if (from == before || known) {
            return;
        }
        draft.names().removeIf(name -> name.fact() == null && from <= name.from() && name.to() <= end);
        for (int i = 0; i < draft.names().size(); i++) {
            Name name = draft.names().get(i);
            if (name.fact() != null && name.to() <= before && onlyForms(draft, name.to(), before)) {
                boolean whole = name.from() == from || name.trust() == Trust.SURE;
                if (whole) {
                    draft.names().set(i, new Name(name.from(), end, name.kind(), name.fact(), Trust.SURE));
                    return;
                }
            }
        }
        draft.names().removeIf(name -> name.from() >= from && name.to() <= end);
        if (draft.free(from, end)) {
            draft.names().add(new Name(from, end, MentionKind.COMPANY, null, Trust.SURE));
        }
    }

    private boolean onlyForms(Draft draft, int from, int to) {
        for (int at = from; at < to; at++) {
            if (!entities.isLegalForm(draft.lexemes().get(at).folded())) {
                return false;
            }
        }
        return true;
    }

    private boolean isTicker(Draft draft, int bracket) {
        var matches = bracket + 1 < draft.lexemes().size() ? exchanges.at(draft.lexemes(), bracket + 1) : null;
        return matches != null
                && !matches.isEmpty()
                && draft.is(matches.getFirst().to(), ":");
    }

    /** "the neocloud Nscale", and "Nscale, a neocloud that". */
    private void byNoun(Draft draft, int at) {
        var noun = companyNouns.at(draft.lexemes(), at);
        if (!noun.isEmpty() && !draft.lexemes().get(at).capital()) {
            int from = noun.getFirst().to();
            int to = runs.runEnd(draft, from);
            if (to > from && !words.isFirstName(draft.lexemes().get(from))) {
                confirm(draft, from, to);
            }
        }
        boolean comma =
                draft.is(at, ",") && (draft.is(at + 1, "a") || draft.is(at + 1, "an") || draft.is(at + 1, "the"));
        if (comma && callsItCompany(draft, at + 2)) {
            int from = runs.runStart(draft, at);
            if (from < at && !words.isFirstName(draft.lexemes().get(from))) {
                confirm(draft, from, at);
            }
        }
    }

    /** "Bank of Ardmore". */
    private void byBank(Draft draft, int at) {
        Lexeme bank = draft.lexemes().get(at);
        if (!bank.is("bank") || !bank.capital() || !draft.is(at + 1, "of")) {
            return;
        }
        int to = runs.runEnd(draft, at + 2);
        if (to > at + 2) {
            draft.names()
                    .removeIf(name -> name.from() >= at + 2 && name.to() <= to && name.kind() == MentionKind.PLACE);
            addRun(draft, at, to);
        }
    }

    /** "By Mara Quill" at the beginning or behind a date: who wrote it. */
    private void byLine(Draft draft, int at) {
        if (!draft.is(at, "by")) {
            return;
        }
        int to = runs.runEnd(draft, at + 1);
        boolean ends = to >= draft.lexemes().size() || draft.is(to, ".") || draft.is(to, ",") || draft.is(to, "|");
        boolean opens = at == 0
                || draft.lexemes().subList(0, at).stream().noneMatch(lexeme -> lexeme.letters() && !lexeme.capital());
        int words = to - at - 1;
        if (ends
                && opens
                && words > 1
                && words < 4
                && !entities.isCompanyHead(draft.lexemes().get(to - 1))) {
            if (draft.free(at + 1, to)) {
                draft.names().add(new Name(at + 1, to, MentionKind.PERSON, null, Trust.SURE));
            }
        }
    }

    private static boolean isQuote(Lexeme lexeme) {
        return lexeme.is("\"") || lexeme.is("\u201c") || lexeme.is("\u2018");
    }

    /** A given name, a nickname in quotes, a surname: a person. */
    private void byNickname(Draft draft, int open) {
        Lexeme nickname = draft.lexeme(open + 1);
        Lexeme close = draft.lexeme(open + 2);
        Lexeme surname = draft.lexeme(open + 3);
        int from = open > 0 && CapitalRuns.joins(draft, open - 1) ? runs.runStart(draft, open) : open;
        boolean person = from < open
                && nickname != null
                && close != null
                && surname != null
                && nickname.capital()
                && !close.letters()
                && !close.spaced()
                && surname.capital();
        if (person) {
            draft.names().removeIf(name -> name.from() >= from && name.to() <= open + 4);
            if (draft.free(from, open + 4)) {
                draft.names().add(new Name(from, open + 4, MentionKind.PERSON, null, Trust.SURE));
            }
        }
    }

    /** "analyst Jane Roe of Halden Research", "an analyst at Halden Research". */
    private void byRole(Draft draft, int at) {
        boolean preposition = draft.is(at, "of") || draft.is(at, "at") || draft.is(at, "with") || draft.is(at, "from");
        if (!preposition) {
            return;
        }
        int before = at;
        while (before > 0 && at - before < 4 && CapitalRuns.joins(draft, before - 1)) {
            before--;
        }
        if (Cues.before(rolesAt, draft.lexemes(), before) == null) {
            return;
        }
        int from = draft.is(at + 1, "the") ? at + 2 : at + 1;
        draft.names()
                .replaceAll(name -> name.from() == from && name.kind() == MentionKind.PUBLISHER
                        ? new Name(name.from(), name.to(), MentionKind.COMPANY, null, Trust.SURE)
                        : name);
        confirm(draft, from, runs.runEnd(draft, from));
    }

    private boolean callsItCompany(Draft draft, int from) {
        for (int at = from;
                at < Math.min(from + LONGEST_APPOSITION, draft.lexemes().size());
                at++) {
            Lexeme lexeme = draft.lexemes().get(at);
            if (lexeme.is(",") || lexeme.is(".") || lexeme.is("who") || lexeme.is("at") || lexeme.is("of")) {
                return false;
            }
            var noun = companyNouns.at(draft.lexemes(), at);
            if (!noun.isEmpty()) {
                Lexeme next = draft.lexeme(noun.getFirst().to());
                boolean endsHere =
                        next == null || next.kind() == Lexeme.Kind.SIGN || !next.letters() || isRelative(next);
                if (endsHere && !(next != null && (next.is("'") || next.is("\u2019") || next.is("-")))) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isRelative(Lexeme next) {
        return afterNouns.contains(next.folded());
    }

    /** A capitalised run that is called a company: raises what is there already, else adds it. */
    private void confirm(Draft draft, int from, int to) {
        for (int i = 0; i < draft.names().size(); i++) {
            Name name = draft.names().get(i);
            if (name.from() == from && name.to() < to && name.trust() == Trust.DOUBTFUL) {
                draft.names().remove(i);
                break;
            }
            if (name.from() < to && from < name.to()) {
                if (name.kind() == MentionKind.COMPANY && name.from() == from && name.to() <= to) {
                    draft.names().set(i, name.as(Trust.SURE));
                }
                return;
            }
        }
        addRun(draft, from, to);
    }

    private void addRun(Draft draft, int from, int to) {
        if (from < to && draft.free(from, to) && !words.isNoName(draft.text(from, to))) {
            draft.names().add(new Name(from, to, MentionKind.COMPANY, null, Trust.SURE));
        }
    }
}
