package dealscope.nlp.name;

import dealscope.fact.Companies;
import dealscope.fact.CompanyFact;
import dealscope.fact.HardwareCatalog;
import dealscope.fact.HardwareFact;
import dealscope.fact.WordList;
import dealscope.nlp.text.Lexeme;
import dealscope.nlp.text.Lexer;
import dealscope.nlp.text.PhraseTrie;
import java.util.Arrays;
import java.util.List;

/** Says of each token in which fact file it stands, as a feature for the name finder. Immutable. */
final class Gazetteer {
    private static final String NONE = "-";

    private final PhraseTrie<String> phrases = new PhraseTrie<>();

    private static final class Shared {
        static final Gazetteer INSTANCE = new Gazetteer();
    }

    private Gazetteer() {
        for (HardwareFact fact : HardwareCatalog.load().all()) {
            fact.names().forEach(name -> phrases.add(name, "hw"));
        }
        for (CompanyFact fact : Companies.load().all()) {
            for (String name : fact.names()) {
                phrases.add(name, fact.words().contains(name) ? "coword" : "co");
            }
        }
        WordList.load("publishers.txt").forEach(name -> phrases.add(name, "pub"));
        WordList.load("agencies.txt").forEach(name -> phrases.add(name, "agency"));
        WordList.load("products.txt").forEach(name -> phrases.add(name, "product"));
        WordList.load("places.txt").forEach(name -> phrases.add(name, "place"));
        WordList.load("first-names.txt").forEach(name -> phrases.add(name, "first"));
    }

    /** Built from the shipped files, once. */
    static Gazetteer shared() {
        return Shared.INSTANCE;
    }

    /** For each token its list, "co1" for the first token of a name and "co" for the others, "-" for none. */
    String[] lists(String[] tokens) {
        String[] lists = new String[tokens.length];
        Arrays.fill(lists, NONE);
        int[] starts = new int[tokens.length + 1];
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < tokens.length; i++) {
            starts[i] = line.length();
            line.append(tokens[i]).append(' ');
        }
        starts[tokens.length] = line.length();
        List<Lexeme> lexemes = Lexer.lex(line.toString());
        int at = 0;
        while (at < lexemes.size()) {
            int next = at + 1;
            Lexeme first = lexemes.get(at);
            if (first.capital() || first.number()) {
                List<PhraseTrie.Match<String>> matches = phrases.at(lexemes, at);
                if (!matches.isEmpty()) {
                    next = matches.getFirst().to();
                    mark(
                            lists,
                            starts,
                            first.start(),
                            lexemes.get(next - 1).end(),
                            matches.getFirst().value());
                }
            }
            at = next;
        }
        return lists;
    }

    private static void mark(String[] lists, int[] starts, int from, int to, String list) {
        int token = Arrays.binarySearch(starts, from);
        int first = token < 0 ? -token - 2 : token;
        for (int i = first; i < lists.length && starts[i] < to; i++) {
            lists[i] = i == first ? list + 1 : list;
        }
    }
}
