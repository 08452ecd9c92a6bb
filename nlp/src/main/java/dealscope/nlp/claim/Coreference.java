package dealscope.nlp.claim;

import dealscope.nlp.text.Detail;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says which companies "it", "the company", "the chipmaker" and "both companies" are, line after line: the subject
 * spoken of last, or the last company that the description fits. One instance per article, lines in order.
 */
final class Coreference {
    private static final int MEMORY = 24;
    private static final Lexicon.Description ANY = new Lexicon.Description(Set.of("*"), Set.of(), "*");
    private static final Set<String> SINGULAR = Words.of("it");
    private static final Set<String> WE = Words.of("we");
    private static final Set<String> OFFICES = Words.of("job-title");
    private static final Set<String> GOVERNING = Words.of("governing");
    private static final Set<String> TOPIC = Words.of("topic-preposition");
    private static final Set<String> DEALING = Words.of("dealing");
    private static final Set<String> PLURAL = Words.of("they");
    private static final List<List<String>> PAIRS = Words.of("pair").stream()
            .map(p -> List.of(p.split(" ")))
            .sorted((a, b) -> Integer.compare(b.size(), a.size()))
            .toList();
    private static final Set<String> POINTING = Words.of("pointing");

    private final Lexicon lexicon;
    private final KindGuess kinds;
    /** Companies spoken of, latest first. */
    private final Deque<Party> spoken = new ArrayDeque<>();

    /** Subjects, latest first. */
    private final Deque<Party> subjects = new ArrayDeque<>();

    private final List<Party> known = new ArrayList<>();
    private @Nullable Party subject;
    /** Whether a company was the subject of the line that is read. */
    private boolean acted;

    private List<Party> pair = List.of();

    Coreference(Lexicon lexicon) {
        this.lexicon = lexicon;
        kinds = new KindGuess(lexicon);
    }

    Line resolve(Line line) {
        acted = false;
        Line resolved = resolved(line);
        Party only = alone(resolved.units());
        if (!acted && only != null && !line.inTitle() && governed(resolved)) {
            subject = only;
        }
        return resolved;
    }

    /** "Shares of X fell", "It is the second for X": what is said next is said of X. */
    private static boolean governed(Line line) {
        for (int i = 0; i < line.size(); i++) {
            if (line.company(i)) {
                String preposition = line.preposition(i);
                return "of".equals(preposition) || "for".equals(preposition);
            }
        }
        return false;
    }

    private Line resolved(Line line) {
        List<Unit> units = new ArrayList<>();
        int i = 0;
        while (i < line.size()) {
            Unit unit = line.at(i);
            know(unit, line.inTitle());
            if (unit.company()) {
                unit = kinds.guess(line, i);
                meet(line, i);
                units.add(unit);
                i++;
                continue;
            }
            int taken = description(line, i, units);
            i += taken == 0 ? 1 : taken;
            if (taken == 0) {
                units.add(pronoun(line, i - 1, units));
            }
        }
        return LineReader.line(line.sentence(), line.number(), units, line.asides());
    }

    /** Who was spoken of before the line: the subject, as the unnamed party of "the agreement with X". */
    Spoken salient() {
        return new Spoken(List.copyOf(subjects), List.copyOf(known));
    }

    /**
     * Who was spoken of before a line.
     *
     * @param subjects those that did something, latest first
     * @param all also those that were only named, first named first
     */
    record Spoken(List<Party> subjects, List<Party> all) {}

    private void know(Unit unit, boolean inTitle) {
        if (known.size() < MEMORY
                && unit.found() != null
                && unit.found().detail() instanceof Detail.Org org
                && known.stream()
                        .noneMatch(k -> k.company().id().equals(org.company().id()))) {
            known.add(new Party(org.company(), org.root(), org.industry(), unit.start(), unit.end(), inTitle, true));
        }
    }

    private void meet(Line line, int i) {
        List<Party> parties = line.at(i).parties();
        for (Party party : parties) {
            spoken.removeIf(p -> p.company().id().equals(party.company().id()));
            spoken.addFirst(party);
            if (spoken.size() > MEMORY) {
                spoken.removeLast();
            }
        }
        boolean subjectLike = line.preposition(i) == null
                && !line.modifier(i)
                && !line.hyphened(i)
                && (!line.possessive(i) || line.arm(i));
        boolean topic = i == 1 && TOPIC.contains(line.word(0));
        boolean first = true;
        for (int k = 0; k < i; k++) {
            first &= !line.company(k);
        }
        if (parties.size() == 1
                && (subjectLike || topic || subject == null)
                && (first || subject == null || startsPredicate(line, i))) {
            Party now = parties.getFirst();
            subject = now;
            acted = true;
            subjects.removeIf(s -> s.company().id().equals(now.company().id()));
            subjects.addFirst(now);
            if (subjects.size() > MEMORY) {
                subjects.removeLast();
            }
        }
        if (parties.size() == 2) {
            pair = parties;
        } else if (spoken.size() >= 2 && pair.isEmpty()) {
            Iterator<Party> latest = spoken.iterator();
            Party second = latest.next();
            Party before = latest.next();
            pair = before.same(second) ? List.of() : List.of(before, second);
        }
    }

    private static boolean startsPredicate(Line line, int i) {
        return i + 1 < line.size() && (line.at(i + 1).pos("VERB", "AUX") || DEALING.contains(line.word(i + 1)));
    }

    /** Replaces "the chipmaker" and the like by what it stands for; answers how many units were taken. */
    private int description(Line line, int from, List<Unit> out) {
        for (List<String> words : PAIRS) {
            if (matches(line, from, words) && pair.size() == 2) {
                out.add(resolved(line, from, from + words.size(), pair));
                return words.size();
            }
        }
        boolean definite = POINTING.contains(line.word(from));
        Phrases.Hit<Lexicon.Description> bare = lexicon.descriptions.at(line, from);
        if (bare != null && !bare.value().ids().isEmpty() && !line.company(bare.to())) {
            Party named = byId(bare.value().ids());
            if (named != null) {
                out.add(resolved(line, from, bare.to(), List.of(named)));
                return bare.to() - from;
            }
        }
        if (!definite) {
            return 0;
        }
        for (int i = from + 1; i < Math.min(line.size(), from + 6); i++) {
            Phrases.Hit<Lexicon.Description> hit = lexicon.descriptions.at(line, i);
            if (hit != null && !nounFollows(line, hit.to())) {
                boolean object = from > 0
                        && (line.at(from - 1).pos("ADP", "VERB")
                                || line.word(from - 1).equals("to"));
                Party alone = hit.value().any() && !object ? alone(out) : null;
                Party party = alone != null ? alone : fitting(hit.value(), object ? nearest(out) : List.of());
                if (party == null) {
                    return 0;
                }
                out.add(resolved(line, from, hit.to(), List.of(party)));
                return hit.to() - from;
            }
            Unit unit = line.at(i);
            if (unit.company()
                    || unit.word().equals("same")
                    || !(unit.pos("ADJ", "PROPN", "NOUN", "NUM")
                            || unit.glued()
                            || unit.found() != null
                            || unit.word().equals(",")
                            || unit.word().equals("based"))) {
                return 0;
            }
        }
        return 0;
    }

    /** "the company Anthropic" and "the company law" are not "the company". */
    private static boolean nounFollows(Line line, int at) {
        return at < line.size()
                && (line.company(at)
                        || line.at(at).pos("NOUN") && !line.word(at).equals("'s"));
    }

    private static boolean matches(Line line, int from, List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            if (!line.word(from + i).equals(words.get(i))) {
                return false;
            }
        }
        return words.size() > 2
                || !words.getLast().equals("two")
                || line.at(Math.min(from + 2, line.size() - 1)).pos("VERB", "AUX");
    }

    /** The company named last in this line: what is done to "the company" is done by another. */
    private static List<Party> nearest(List<Unit> before) {
        for (int i = before.size() - 1; i >= 0; i--) {
            if (before.get(i).company()) {
                return before.get(i).parties();
            }
        }
        return List.of();
    }

    /** The only company that the line has named so far: "shares of X fell after the company said". */
    private static @Nullable Party alone(List<Unit> before) {
        List<Party> named = before.stream()
                .filter(u -> u.company() && !u.resolved())
                .flatMap(u -> u.parties().stream())
                .toList();
        return !named.isEmpty() && named.stream().allMatch(named.getFirst()::same) ? named.getFirst() : null;
    }

    private @Nullable Party fitting(Lexicon.Description description, List<Party> not) {
        if (!description.ids().isEmpty()) {
            return byId(description.ids());
        }
        if (description.any()) {
            return subjects.stream()
                    .filter(s -> not.stream().noneMatch(s::same))
                    .findFirst()
                    .orElse(subject);
        }
        for (Party party : spoken) {
            if (not.stream().anyMatch(party::same)) {
                continue;
            }
            if (party.industry() != null && description.kinds().contains(party.industry())) {
                return party;
            }
        }
        return null;
    }

    private @Nullable Party byId(Set<String> ids) {
        for (Party party : spoken) {
            if (ids.contains(party.company().id())) {
                return party;
            }
        }
        return null;
    }

    private Unit pronoun(Line line, int i, List<Unit> out) {
        Unit unit = line.at(i);
        if ((unit.quoted() && !WE.contains(unit.word()))
                || unit.found() != null
                || unit.text().equals("IT")
                || unit.text().equals("US")) {
            return unit;
        }
        boolean acts = i + 1 < line.size() && line.at(i + 1).pos("VERB", "AUX", "ADV");
        boolean object = !acts
                && i > 0
                && (line.at(i - 1).pos("VERB", "ADP") || GOVERNING.contains(line.word(i - 1)))
                && SINGULAR.contains(unit.word());
        Party one = object ? fitting(ANY, nearest(out)) : subject;
        Party speaker = WE.contains(unit.word()) ? speaker(line) : null;
        one = speaker == null ? one : speaker;
        boolean subjectWord = SINGULAR.contains(unit.word())
                || (WE.contains(unit.word()) && !unit.word().equals("our"));
        if (subjectWord && one != null) {
            return unit.withParties(List.of(one), unit.start(), unit.end(), true);
        }
        boolean owning = unit.word().equals("its")
                || unit.word().equals("our")
                || unit.word().equals("their");
        List<Party> owners = unit.word().equals("their") ? pair : speaker == null ? owner(line, i) : List.of(speaker);
        if (owning && !owners.isEmpty()) {
            Unit its = unit.withParties(owners, unit.start(), unit.end(), true);
            return new Unit(
                    its.text(),
                    "<its>",
                    "PRON",
                    its.start(),
                    its.end(),
                    its.glued(),
                    its.quoted(),
                    null,
                    its.parties(),
                    true);
        }
        if (PLURAL.contains(unit.word())
                && unit.pos("PRON")
                && pair.size() == 2
                && !unit.word().equals("their")) {
            return unit.withParties(pair, unit.start(), unit.end(), true);
        }
        return unit;
    }

    /** Whose chief is quoted: '"we will build it," said X chief executive'; null when the line names none. */
    private static @Nullable Party speaker(Line line) {
        for (int i = 0; i < line.size(); i++) {
            boolean office =
                    line.speaker(i) || OFFICES.contains(line.word(i - 2)) || OFFICES.contains(line.word(i - 1));
            if (line.company(i) && !line.at(i).quoted() && office) {
                return line.at(i).parties().getFirst();
            }
        }
        return null;
    }

    /** "Microsoft and its investment": the company right before; else the subject. */
    private List<Party> owner(Line line, int i) {
        if (i >= 2 && line.word(i - 1).equals("and") && line.company(i - 2)) {
            return line.at(i - 2).parties();
        }
        Party one = subject;
        return one == null ? List.of() : List.of(one);
    }

    private static Unit resolved(Line line, int from, int to, List<Party> parties) {
        Unit first = line.at(from);
        return first.withParties(parties, first.start(), line.at(to - 1).end(), true);
    }
}
