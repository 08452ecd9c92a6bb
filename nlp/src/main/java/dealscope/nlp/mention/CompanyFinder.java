package dealscope.nlp.mention;

import dealscope.deal.Mention;
import dealscope.deal.MentionKind;
import dealscope.fact.Companies;
import dealscope.fact.CompanyFact;
import dealscope.nlp.text.Detail;
import dealscope.nlp.text.Found;
import dealscope.nlp.text.Lexeme;
import dealscope.nlp.text.PhraseTrie;
import java.util.ArrayList;
import java.util.List;

/** Finds companies of the fact file. */
public final class CompanyFinder {
    private final Companies companies;
    private final PhraseTrie<Name> names = new PhraseTrie<>();

    private record Name(CompanyFact fact, String written) {}

    public CompanyFinder(Companies companies) {
        this.companies = companies;
        for (CompanyFact fact : companies.all()) {
            fact.names().forEach(name -> names.add(name, new Name(fact, name)));
        }
    }

    public List<Found> find(String source, boolean inTitle, List<Lexeme> lexemes) {
        List<Found> found = new ArrayList<>();
        int at = 0;
        while (at < lexemes.size()) {
            int next = at + 1;
            for (PhraseTrie.Match<Name> match : names.at(lexemes, at)) {
                int start = lexemes.get(match.from()).start();
                int end = lexemes.get(match.to() - 1).end();
                if (source.substring(start, end).equals(match.value().written()) && alone(lexemes, match)) {
                    found.add(found(source, inTitle, start, end, match.value().fact()));
                    next = match.to();
                    break;
                }
            }
            at = next;
        }
        return found;
    }

    private static boolean alone(List<Lexeme> lexemes, PhraseTrie.Match<Name> match) {
        Lexeme first = lexemes.get(match.from());
        boolean before = match.from() == 0
                || first.spaced()
                || lexemes.get(match.from() - 1).kind() == Lexeme.Kind.SIGN;
        boolean after = match.to() >= lexemes.size()
                || lexemes.get(match.to()).spaced()
                || lexemes.get(match.to()).kind() == Lexeme.Kind.SIGN;
        return before && after;
    }

    private Found found(String source, boolean inTitle, int start, int end, CompanyFact fact) {
        String id = fact.company().id();
        Mention mention = new Mention(MentionKind.COMPANY, source.substring(start, end), start, end, id, inTitle);
        return new Found(mention, new Detail.Org(fact.company(), companies.root(id), fact.kind(), true));
    }
}
