package dealscope.nlp.claim;

import dealscope.deal.MentionKind;
import java.util.List;
import java.util.Set;

/** Says whether a frame's needs are met in the clause of its word, and by which unit. */
final class Needs {
    static final double CLAUSE = 1.4;

    private static final int REACH = 14;
    private static final Set<String> JOINTLY = Set.of("jointly", "together");
    private static final Set<String> LENDERS = Words.of("lender-kind");
    private static final Set<String> OBJECT_PREPOSITIONS = Words.of("object-preposition");

    private final Lexicon lexicon;

    Needs(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Number of the unit that met the last need, the word's own when it needs nothing, NONE when one is not met. */
    int met(Line line, Phrases.Hit<Lexicon.Cue> hit, Frame frame, int end, boolean passive) {
        int met = hit.from();
        boolean relative = relative(line, hit.from());
        int from = frame.verb() && !passive && !relative
                ? hit.to()
                : Math.max(line.clauseStart(hit.from(), 12, CLAUSE), hit.from() - 9);
        for (Frame.Need need : frame.needs()) {
            int one = Arguments.NONE;
            for (String name : need.anyOf()) {
                if (one == Arguments.NONE) {
                    one = passive && name.equals("company")
                            ? Arguments.after(line, hit.from(), "by")
                            : need(line, hit, name, from, end);
                }
            }
            if ((one == Arguments.NONE) != need.absent()) {
                return Arguments.NONE;
            }
            met = one == Arguments.NONE || line.at(one).money() ? met : one;
        }
        return met;
    }

    /** Whether what is done stands before: "the data center it is building", "a round in which X took part". */
    private static boolean relative(Line line, int verb) {
        for (int i = verb - 1; i >= Math.max(1, verb - 8); i--) {
            if (line.company(i)) {
                boolean which =
                        line.word(i - 1).equals("which") || line.word(i - 1).equals("that");
                return which || (i >= verb - 3 && line.at(i - 1).pos("NOUN"));
            }
            if (!line.at(i).pos("AUX", "ADV", "PART", "VERB")) {
                return false;
            }
        }
        return false;
    }

    private int need(Line line, Phrases.Hit<Lexicon.Cue> hit, String name, int from, int end) {
        int to = name.equals("hire") ? line.size() : Math.min(end, hit.to() + REACH);
        switch (name) {
            case "company" -> {
                return Arguments.object(line, hit.to() - 1);
            }
            case "customer" -> {
                return PointedArguments.customer(line, hit.from(), lexicon) ? hit.from() : Arguments.NONE;
            }
            case "goods" -> {
                List<Phrases.Hit<Lexicon.Goods>> goods = lexicon.goods.in(line, from, to).stream()
                        .filter(h -> !describes(line, h.to()))
                        .toList();
                int hardware = hardware(line, from, to);
                return !goods.isEmpty() ? goods.getFirst().from() : hardware;
            }
            case "site" -> {
                return lexicon.needs.in(line, from, to).stream()
                        .filter(h -> h.values().contains(name) && !lexicon.notSites.contains(line.word(h.to())))
                        .map(h -> h.to() - 1)
                        .findFirst()
                        .orElse(Arguments.NONE);
            }
            case "property" -> {
                return property(line, hit.to(), to);
            }
            case "event" -> {
                boolean habit = inflected(line, hit.from()) && !line.inTitle();
                return habit ? Arguments.NONE : hit.from();
            }
            case "place" -> {
                return PointedArguments.place(line, from, end) ? hit.from() : Arguments.NONE;
            }
            case "sum" -> {
                return sum(line, hit.to(), to);
            }
            case "ownmoney" -> {
                for (int i = hit.from() - 1; i >= Math.max(0, hit.from() - 5); i--) {
                    if (line.at(i).money()) {
                        return hit.from();
                    }
                    if (line.company(i) || !line.at(i).pos("NOUN", "ADJ", "NUM", "SYM", "PROPN")) {
                        break;
                    }
                }
                return Arguments.NONE;
            }
            case "lender" -> {
                int object = Arguments.object(line, hit.to() - 1);
                boolean lends = object != Arguments.NONE
                        && line.at(object).parties().stream()
                                .allMatch(p -> p.industry() != null && LENDERS.contains(p.industry()));
                return lends ? object : Arguments.NONE;
            }
            case "lent" -> {
                return line.word(hit.to()).equals("to") ? hit.from() : Arguments.NONE;
            }
            case "joint" -> {
                boolean together = JOINTLY.contains(line.word(hit.from() - 1));
                for (int i = hit.to(); i < Math.min(line.size(), hit.to() + 5); i++) {
                    together |= line.word(i).equals("together");
                }
                return together ? hit.from() : Arguments.NONE;
            }
            case "percent" -> {
                int at = first(line, hit.to(), Math.min(to, hit.to() + 3), MentionKind.PERCENT);
                return at != Arguments.NONE && line.word(at + 1).matches("of|share") ? at : Arguments.NONE;
            }
            case "cash" -> {
                int sum = sum(line, hit.to(), to);
                boolean alone = sum + 1 >= line.size() || line.at(sum + 1).pos("PUNCT", "CCONJ", "ADP", "PART");
                return alone && funding(line, sum + 1) ? sum : Arguments.NONE;
            }
            case "final" -> {
                return hit.to() >= line.size() || line.at(hit.to()).pos("PUNCT") ? hit.from() : Arguments.NONE;
            }
            case "money" -> {
                return first(line, from, to, MentionKind.MONEY);
            }
            case "power" -> {
                return first(line, from, to, MentionKind.POWER);
            }
            default -> {
                return lexicon.needs.in(line, from, to).stream()
                        .filter(h -> h.values().contains(name)
                                && !line.word(h.from() - 1).equals("no"))
                        .map(h -> h.to() - 1)
                        .findFirst()
                        .orElse(Arguments.NONE);
            }
        }
    }

    /** An amount right behind the word. */
    private static int sum(Line line, int from, int to) {
        for (int i = from; i < Math.min(to, from + 4); i++) {
            if (line.at(i).money()) {
                return i;
            }
            if (line.at(i).pos("ADP", "VERB", "PUNCT", "NOUN")) {
                break;
            }
        }
        return Arguments.NONE;
    }

    /** "$5m", "$5m from X", "$5m in a seed round", but not "$5m in revenue", "$5m of orders". */
    private boolean funding(Line line, int at) {
        if (!line.word(at).equals("in") && !line.word(at).equals("of")) {
            return true;
        }
        return lexicon.needs.in(line, at, at + 5).stream()
                .anyMatch(h -> h.values().contains("round")
                        || h.values().contains("investment")
                        || h.values().contains("funding"));
    }

    /** A site as the very thing that is bought or sold. */
    private int property(Line line, int from, int to) {
        for (int i = from; i < to; i++) {
            Phrases.Hit<String> hit = lexicon.needs.at(line, i);
            if (hit != null && (hit.values().contains("site") || hit.values().contains("property"))) {
                return nounAt(line, hit.to()) ? Arguments.NONE : hit.to() - 1;
            }
            boolean dated =
                    line.word(i).equals("in") && i + 1 < to && line.at(i + 1).is(MentionKind.DATE);
            boolean away = line.at(i).pos("ADP", "SCONJ", "VERB")
                    && !line.at(i).glued()
                    && !dated
                    && !OBJECT_PREPOSITIONS.contains(line.word(i));
            if (away) {
                return Arguments.NONE;
            }
        }
        return Arguments.NONE;
    }

    /** Hardware as a thing: "the GPU landlord" is a company. */
    private int hardware(Line line, int from, int to) {
        int at = first(line, from, to, MentionKind.HARDWARE);
        return at != Arguments.NONE && describes(line, at + 1) ? Arguments.NONE : at;
    }

    private boolean describes(Line line, int next) {
        return next < line.size() && lexicon.descriptions.at(line, next) != null;
    }

    /** Present tense in the text tells what a company does every day. */
    private static boolean inflected(Line line, int verb) {
        return line.word(verb).endsWith("s") && line.at(verb).pos("VERB", "NOUN");
    }

    private static boolean nounAt(Line line, int at) {
        return at < line.size() && line.at(at).pos("NOUN");
    }

    private static int first(Line line, int from, int to, MentionKind kind) {
        for (int i = Math.max(0, from); i < Math.min(to, line.size()); i++) {
            if (line.at(i).is(kind)) {
                return i;
            }
        }
        return Arguments.NONE;
    }
}
