package dealscope.nlp.name;

import dealscope.deal.Company;
import dealscope.deal.Mention;
import dealscope.deal.MentionKind;
import dealscope.fact.Companies;
import dealscope.fact.CompanyFact;
import dealscope.nlp.name.Draft.Name;
import dealscope.nlp.name.Draft.Trust;
import dealscope.nlp.text.Detail;
import dealscope.nlp.text.Found;
import dealscope.nlp.text.Lexeme;
import dealscope.nlp.text.Lexer;
import dealscope.nlp.text.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the names of an article: companies, persons, places, products, facilities, publishers, agencies. Lists, patterns
 * and the trained name finder each have their say, and the article's memory decides for short forms and doubtful words.
 */
public final class NameReader {
    private final Companies companies;
    private final Entities entities = new Entities();
    private final KnownNames known;
    private final NameWords words = new NameWords();
    private final CapitalRuns runs = new CapitalRuns(words);
    private final NameKinds kinds = new NameKinds(words);
    private final NamePatterns patterns = new NamePatterns(entities, words, runs);
    private final GuessJudge judge = new GuessJudge(words, kinds);
    private final Evidence evidence = new Evidence();
    private final NonCompanies nonCompanies = new NonCompanies();
    private final RunJudge runJudge = new RunJudge(words, runs, kinds, evidence);
    private final NameFinder finder;

    public NameReader(Companies companies, NameFinder finder) {
        this.companies = companies;
        this.known = new KnownNames(companies);
        this.finder = finder;
    }

    /**
     * The names of each sentence.
     *
     * @param sources the title or text of each sentence
     * @param taken spans of each sentence in which no name is looked for
     * @param publisher who wrote it: no party by that alone
     */
    public List<List<Found>> read(
            List<Sentence> sentences, List<String> sources, List<List<int[]>> taken, @Nullable String publisher) {
        List<List<NameFinder.Guess>> guesses =
                finder.find(sentences.stream().map(Sentence::tokens).toList());
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            Sentence sentence = sentences.get(i);
            List<Lexeme> lexemes = Lexer.lex(sources.get(i), sentence.start(), sentence.end());
            drafts.add(Draft.of(sentence, sources.get(i), lexemes, taken.get(i)));
        }
        ArticleMemory memory = new ArticleMemory(entities, words, evidence, nonCompanies, drafts);
        for (int i = 0; i < drafts.size(); i++) {
            Draft draft = drafts.get(i);
            addKnown(draft);
            patterns.find(draft);
            judge.add(draft, guesses.get(i), memory);
            runJudge.add(draft, memory);
        }
        memory.settle();
        List<List<Found>> found = new ArrayList<>();
        for (Draft draft : drafts) {
            memory.recall(draft);
            found.add(found(draft, memory, publisher));
        }
        return found;
    }

    private void addKnown(Draft draft) {
        for (KnownNames.Known name : known.find(draft.lexemes(), draft.allCaps())) {
            if (draft.free(name.from(), name.to())) {
                Trust trust = name.word() ? Trust.DOUBTFUL : Trust.SURE;
                draft.names().add(new Name(name.from(), name.to(), name.kind(), name.fact(), trust));
            }
        }
    }

    private List<Found> found(Draft draft, ArticleMemory memory, @Nullable String publisher) {
        List<Found> found = new ArrayList<>();
        draft.names().sort(Comparator.comparingInt(Name::from));
        for (Name name : draft.names()) {
            if (name.trust() == Trust.DOUBTFUL && !memory.supports(draft, name)) {
                continue;
            }
            found.add(found(draft, name, memory, publisher));
        }
        return found;
    }

    private Found found(Draft draft, Name name, ArticleMemory memory, @Nullable String publisher) {
        String text = draft.text(name);
        boolean party = name.kind() == MentionKind.AGENCY && evidence.isParty(draft, name);
        if (name.kind() == MentionKind.COMPANY || party) {
            Detail.Org org = org(draft, name, memory, text);
            if (publisher != null && publisher.equalsIgnoreCase(org.company().name())) {
                org = new Detail.Org(org.company(), org.root(), org.industry(), false);
            }
            return found(draft, name, MentionKind.COMPANY, org.company().id(), org);
        }
        return found(draft, name, name.kind(), Entities.slug(text), new Detail.Named(text));
    }

    private Detail.Org org(Draft draft, Name name, ArticleMemory memory, String text) {
        boolean acts = evidence.acts(draft, name);
        CompanyFact fact = name.fact();
        if (fact != null) {
            String id = fact.company().id();
            return new Detail.Org(fact.company(), companies.root(id), fact.kind(), acts);
        }
        Company company = memory.company(name.kind() == MentionKind.AGENCY ? Entities.withoutCountry(text) : text);
        CompanyFact same = companies.byId(company.id());
        if (same != null) {
            return new Detail.Org(same.company(), companies.root(company.id()), same.kind(), acts);
        }
        return new Detail.Org(company, company.id(), null, acts);
    }

    private static Found found(Draft draft, Name name, MentionKind kind, String entity, Detail detail) {
        int start = draft.start(name.from());
        int end = draft.end(name.to());
        Mention mention = new Mention(
                kind,
                draft.source().substring(start, end),
                start,
                end,
                entity,
                draft.sentence().inTitle());
        return new Found(mention, detail);
    }
}
