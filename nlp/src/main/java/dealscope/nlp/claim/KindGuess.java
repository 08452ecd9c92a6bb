package dealscope.nlp.claim;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Guesses the kind of companies that are in no list: by what the article calls them ("X, a Dallas developer", "the
 * neocloud X"), else by a word of their name ("Missouri Bend Nuclear"). One instance per article.
 */
final class KindGuess {
    private static final Set<String> DETERMINERS = Words.of("article");

    private final Lexicon lexicon;
    private final Map<String, String> known = new HashMap<>();

    KindGuess(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The unit with its parties' kinds filled in as far as can be said. */
    Unit guess(Line line, int at) {
        Unit unit = line.at(at);
        if (unit.parties().stream().allMatch(p -> p.industry() != null)) {
            return unit;
        }
        List<Party> parties = unit.parties().size() == 1
                ? List.of(guess(unit.parties().getFirst(), described(line, at)))
                : unit.parties().stream().map(p -> guess(p, null)).toList();
        return new Unit(
                unit.text(),
                unit.word(),
                unit.pos(),
                unit.start(),
                unit.end(),
                unit.glued(),
                unit.quoted(),
                unit.found(),
                parties,
                unit.resolved());
    }

    private Party guess(Party party, @Nullable String described) {
        if (party.industry() != null) {
            return party;
        }
        String id = party.company().id();
        if (described != null) {
            known.putIfAbsent(id, described);
        }
        String kind = known.get(id);
        if (kind == null) {
            kind = lexicon.kindOfName(party.company().name());
        }
        return kind == null
                ? party
                : new Party(
                        party.company(), party.root(), kind, party.start(), party.end(), party.inTitle(), party.sure());
    }

    private @Nullable String described(Line line, int at) {
        boolean apposed = line.word(at + 1).equals(",") && DETERMINERS.contains(line.word(at + 2));
        if (apposed) {
            for (int i = at + 3; i < Math.min(line.size(), at + 10); i++) {
                Phrases.Hit<Lexicon.Description> hit = lexicon.descriptions.at(line, i);
                if (hit != null && telling(hit)) {
                    return first(hit);
                }
                if (!line.at(i).pos("ADJ", "NOUN", "PROPN")
                        && line.at(i).found() == null
                        && !line.at(i).glued()) {
                    break;
                }
            }
        }
        for (int i = Math.max(0, at - 3); i < at; i++) {
            Phrases.Hit<Lexicon.Description> hit = lexicon.descriptions.at(line, i);
            if (hit != null && hit.to() == at && telling(hit)) {
                return first(hit);
            }
        }
        return null;
    }

    private static boolean telling(Phrases.Hit<Lexicon.Description> hit) {
        return !hit.value().any() && hit.value().ids().isEmpty();
    }

    private static String first(Phrases.Hit<Lexicon.Description> hit) {
        return hit.value().main();
    }
}
