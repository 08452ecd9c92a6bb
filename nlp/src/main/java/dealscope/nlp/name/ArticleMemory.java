package dealscope.nlp.name;

import dealscope.deal.Company;
import dealscope.deal.MentionKind;
import dealscope.fact.CompanyFact;
import dealscope.nlp.name.Draft.Name;
import dealscope.nlp.name.Draft.Trust;
import dealscope.nlp.text.Lexeme;
import dealscope.nlp.text.PhraseTrie;
import dealscope.nlp.text.Token;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an article has introduced: a name given in full is found again in short, a name seen twice is of one kind, and a
 * doubtful word is a company once its full name was there. For one article.
 */
final class ArticleMemory {
    private static final int SHORTEST = 4;

    private final Entities entities;
    private final NameWords words;
    private final Evidence evidence;
    private final NonCompanies nonCompanies;
    private final List<Draft> drafts;
    private final Set<String> lowerCaseWords = new HashSet<>();
    private final Set<String> surnames = new HashSet<>();
    private final Set<CompanyFact> introduced = new HashSet<>();
    private final Map<String, Company> shortForms = new HashMap<>();
    private final PhraseTrie<Memory> trie = new PhraseTrie<>();

    /** A name to be found again. */
    private record Memory(
            MentionKind kind, String written, @Nullable CompanyFact fact) {}

    ArticleMemory(
            Entities entities, NameWords words, Evidence evidence, NonCompanies nonCompanies, List<Draft> drafts) {
        this.evidence = evidence;
        this.nonCompanies = nonCompanies;
        this.entities = entities;
        this.words = words;
        this.drafts = drafts;
        for (Draft draft : drafts) {
            for (Lexeme lexeme : draft.lexemes()) {
                if (lexeme.letters() && !lexeme.capital() && !lexeme.allCaps()) {
                    lowerCaseWords.add(lexeme.text());
                }
            }
        }
    }

    /** Whether the name finder's guess can be a name at all. */
    boolean plausible(Draft draft, NameFinder.Guess guess, int from, int to) {
        MentionKind kind = guess.kind();
        if (!isNameLike(draft, kind, from, to)) {
            return false;
        }
        if (to - from > 1 || kind == MentionKind.PLACE) {
            return true;
        }
        Token token = draft.sentence().tokens().get(guess.from());
        return from > 0 && !draft.headline() || token.pos().equals("PROPN");
    }

    /** Whether words can be a company's name at all. */
    boolean plausible(Draft draft, int from, int to) {
        return isNameLike(draft, MentionKind.COMPANY, from, to);
    }

    private boolean isNameLike(Draft draft, MentionKind kind, int from, int to) {
        String text = draft.text(from, to);
        if (words.isNoName(text) || text.length() < 2 || text.length() > 80) {
            return false;
        }
        boolean capital = false;
        boolean names = false;
        boolean ordinary = true;
        for (int i = from; i < to; i++) {
            Lexeme lexeme = draft.lexemes().get(i);
            ordinary &= !lexeme.letters() || lowerCaseWords.contains(lexeme.folded());
            names |= lexeme.letters() && !words.isNoName(lexeme.text()) && !words.isFunctionWord(lexeme);
            capital |= lexeme.letters() && lexeme.text().chars().anyMatch(Character::isUpperCase);
        }
        if (!capital || !names || (ordinary && kind != MentionKind.PERSON)) {
            return false;
        }
        Lexeme only = draft.lexemes().get(from);
        return to - from > 1
                || kind == MentionKind.PLACE
                || (!lowerCaseWords.contains(only.folded()) && !words.isFunctionWord(only));
    }

    /** After all sentences were looked at once: one kind for each name, and what is to be found again. */
    void settle() {
        Map<String, EnumMap<MentionKind, Integer>> votes = new HashMap<>();
        for (Draft draft : drafts) {
            for (Name name : draft.names()) {
                if (name.fact() == null && !draft.headline()) {
                    int weight = name.trust() == Trust.SURE ? 3 : 1;
                    votes.computeIfAbsent(draft.text(name), k -> new EnumMap<>(MentionKind.class))
                            .merge(name.kind(), weight, Integer::sum);
                }
            }
        }
        drafts.forEach(this::learnSurnames);
        drafts.forEach(ArticleMemory::nameBrackets);
        Set<String> supported = new HashSet<>();
        for (Draft draft : drafts) {
            draft.names().stream()
                    .filter(name -> evidence.isLikeCompany(draft, name))
                    .forEach(name -> supported.add(draft.text(name)));
        }
        for (Draft draft : drafts) {
            draft.names().replaceAll(name -> named(draft, name));
            draft.names().replaceAll(name -> voted(draft, name, votes.get(draft.text(name))));
            draft.names().removeIf(name -> isLoneHeadlineName(draft, name, votes));
            draft.names().removeIf(name -> isCommonWord(draft, name, supported));
        }
        drafts.forEach(this::learn);
    }

    private static Name voted(Draft draft, Name name, @Nullable EnumMap<MentionKind, Integer> votes) {
        if (votes == null || name.fact() != null || name.trust() == Trust.SURE) {
            return name;
        }
        MentionKind best = name.kind();
        for (Map.Entry<MentionKind, Integer> vote : votes.entrySet()) {
            if (vote.getValue() > votes.getOrDefault(best, 0)) {
                best = vote.getKey();
            }
        }
        return new Name(name.from(), name.to(), best, null, name.trust());
    }

    /** A guess in a headline, where every word has a capital, needs a second place. */
    private static boolean isLoneHeadlineName(
            Draft draft, Name name, Map<String, EnumMap<MentionKind, Integer>> votes) {
        return draft.headline()
                && name.trust() == Trust.GUESSED
                && name.fact() == null
                && !votes.containsKey(draft.text(name));
    }

    /** What only the name finder takes for a company, and nothing around any place of it says so. */
    private boolean isCommonWord(Draft draft, Name name, Set<String> supported) {
        boolean bare = name.trust() == Trust.GUESSED && name.fact() == null && name.kind() == MentionKind.COMPANY;
        if (bare && nonCompanies.includes(draft, name)) {
            return true;
        }
        return bare
                && !supported.contains(draft.text(name))
                && (draft.headline()
                        || nonCompanies.isFacility(draft, name)
                        || isLoneFirstName(draft, name)
                        || evidence.isAcronym(draft, name.from(), name.to())
                        || evidence.isCommonWord(draft, name.from(), name.to()));
    }

    private boolean isLoneFirstName(Draft draft, Name name) {
        return name.to() - name.from() == 1 && words.isFirstName(draft.lexemes().get(name.from()));
    }

    /** "Oak Ridge National Laboratory (ORNL)": what is in the brackets is what stands before them. */
    private static void nameBrackets(Draft draft) {
        draft.names().replaceAll(inner -> {
            if (!draft.is(inner.from() - 1, "(") || !draft.is(inner.to(), ")")) {
                return inner;
            }
            for (Name outer : draft.names()) {
                boolean acronym = outer.to() == inner.from() - 1
                        && draft.lexemes().get(inner.from()).allCaps();
                if (acronym && outer.trust() != Trust.DOUBTFUL) {
                    return new Name(inner.from(), inner.to(), outer.kind(), outer.fact(), outer.trust());
                }
            }
            return inner;
        });
    }

    private void learnSurnames(Draft draft) {
        for (Name name : draft.names()) {
            if (name.kind() == MentionKind.PERSON && name.to() - name.from() > 1) {
                surnames.add(draft.lexemes().get(name.to() - 1).text());
            }
        }
    }

    /** The surname of somebody who was introduced is no company. */
    private Name named(Draft draft, Name name) {
        boolean person =
                name.fact() == null && name.kind() == MentionKind.COMPANY && surnames.contains(draft.text(name));
        return person ? new Name(name.from(), name.to(), MentionKind.PERSON, null, Trust.SURE) : name;
    }

    private void learn(Draft draft) {
        for (Name name : draft.names()) {
            if (name.trust() == Trust.DOUBTFUL) {
                continue;
            }
            CompanyFact fact = name.fact();
            String text = draft.text(name);
            if (fact != null) {
                introduced.add(fact);
                learnBracket(draft, name, fact);
            } else if (name.kind() == MentionKind.COMPANY) {
                trie.add(text, new Memory(MentionKind.COMPANY, text, null));
                learnShort(draft, name, text);
                learnBracket(draft, name, null);
            } else if (name.kind() == MentionKind.PERSON && name.to() - name.from() > 1) {
                String surname = draft.lexemes().get(name.to() - 1).text();
                trie.add(text, new Memory(MentionKind.PERSON, text, null));
                trie.add(surname, new Memory(MentionKind.PERSON, surname, null));
            }
        }
    }

    /** "Halden Compute" is called Halden later on. */
    private void learnShort(Draft draft, Name name, String text) {
        Lexeme first = draft.lexemes().get(name.from());
        boolean several = name.to() - name.from() > 1
                && draft.lexemes().get(name.from() + 1).spaced();
        boolean fit = first.letters()
                && first.text().length() >= SHORTEST
                && !lowerCaseWords.contains(first.folded())
                && !words.isFirstName(first)
                && !words.isFunctionWord(first);
        if (several) {
            learnWithoutHead(draft, name, text);
        }
        if (several && fit) {
            shortForms.putIfAbsent(first.text(), entities.company(text));
            trie.add(first.text(), new Memory(MentionKind.COMPANY, first.text(), null));
        }
    }

    /** "Copper Mesa Energy" is called Copper Mesa later on. */
    private void learnWithoutHead(Draft draft, Name name, String text) {
        int last = name.to() - 1;
        Lexeme before = draft.lexemes().get(last - 1);
        boolean fit = last - name.from() > 1
                && evidence.isCompanyHead(draft.lexemes().get(last))
                && draft.lexemes().get(last).spaced()
                && before.letters()
                && !words.isFunctionWord(before);
        if (fit) {
            String shorter = draft.text(name.from(), last);
            shortForms.putIfAbsent(shorter, entities.company(text));
            trie.add(shorter, new Memory(MentionKind.COMPANY, shorter, null));
        }
    }

    /** "Tata Consultancy Services (TCS)". */
    private void learnBracket(Draft draft, Name name, @Nullable CompanyFact fact) {
        int at = name.to();
        Lexeme inside = draft.lexeme(at + 1);
        if (!draft.is(at, "(") || !draft.is(at + 2, ")") || inside == null || !inside.allCaps()) {
            return;
        }
        int length = inside.text().length();
        if (length >= 2 && length <= 6) {
            if (fact == null) {
                shortForms.putIfAbsent(inside.text(), entities.company(draft.text(name)));
            }
            trie.add(inside.text(), new Memory(MentionKind.COMPANY, inside.text(), fact));
        }
    }

    /** Adds names that were introduced elsewhere in the article. */
    void recall(Draft draft) {
        List<Lexeme> lexemes = draft.lexemes();
        int at = 0;
        while (at < lexemes.size()) {
            int next = at + 1;
            for (PhraseTrie.Match<Memory> match : trie.at(lexemes, at)) {
                Memory memory = match.value();
                if (draft.text(match.from(), match.to()).equals(memory.written())
                        && draft.free(match.from(), match.to())) {
                    draft.names().add(new Name(match.from(), match.to(), memory.kind(), memory.fact(), Trust.GUESSED));
                    next = match.to();
                    break;
                }
            }
            at = next;
        }
    }

    /** The company of a name that no list holds; a short form stands for the full one. */
    Company company(String written) {
        Company full = shortForms.get(written);
        return full == null ? entities.company(written) : full;
    }

    /** Whether a doubtful word is the company here. */
    boolean supports(Draft draft, Name name) {
        if (surnames.contains(draft.text(name))) {
            return false;
        }
        boolean subject = evidence.isSubject(draft, name)
                || evidence.isPartyAfter(draft, name.to())
                || evidence.isPartyBefore(draft, name.from());
        boolean plain = name.from() > 0 && !draft.headline();
        CompanyFact fact = name.fact();
        if (fact != null && introduced.contains(fact)) {
            return plain
                    || subject
                    || !lowerCaseWords.contains(draft.lexemes().get(name.from()).folded());
        }
        Lexeme next = draft.lexeme(name.to());
        boolean longer = next != null && next.spaced() && next.capital();
        if (evidence.isPartyAfter(draft, name.to()) && !longer) {
            return true;
        }
        return subject && (plain || draft.headline()) && !longer || (subject && draft.headline());
    }
}
