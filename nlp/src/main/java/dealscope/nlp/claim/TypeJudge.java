package dealscope.nlp.claim;

import dealscope.deal.DealType;
import dealscope.deal.MentionKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says what is bought: by the words before and after the deal's word, the nearer the stronger. */
final class TypeJudge {
    private static final int REACH = 22;
    private static final int BEFORE = 7;
    /** Rank among sellers of chips from which on a company makes them. */
    private static final double MAKER = 6.5;

    /** Rank among sellers of energy from which on a company sells nothing else. */
    private static final double UTILITY = 9.1;

    /** How strongly a named product says that chips are bought, beside the strengths of {@code goods.csv}. */
    private static final double NAMED_CHIPS = 2.2;

    /** Rank among sellers of sites above which a company builds or lets data centers. */
    private static final double LETS = 6.2;

    private static final int TOPIC_LINES = 5;
    /** What stands in the noun's own phrase ("AI chip deal") counts this much more. */
    private static final double OWN_PHRASE = 2.0;
    /** Verbs that take the use of chips, not the chips. */
    private static final Set<String> USING = Words.of("using-verb");

    /** Who owns halls and power, and who fills them with chips for others. */
    private static final String HOST = "miner";

    private static final String CLOUD = "neocloud";

    private final Lexicon lexicon;

    TypeJudge(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    @Nullable
    DealType goods(Line line, int from, int to, Frame frame) {
        Map<DealType, Double> votes = new EnumMap<>(DealType.class);
        if (!frame.verb()) {
            own(line, from, votes);
        }
        int end = frame.verb() && !frame.open() ? line.clauseEnd(from, REACH, 1.4) : phraseEnd(line, to);
        boolean hardware = false;
        for (Phrases.Hit<Lexicon.Goods> hit : lexicon.goods.in(line, to, end)) {
            if (!describes(line, hit.to())) {
                vote(votes, hit.value().type(), hit.value().strength() * nearness(hit.from() - to));
            }
        }
        for (int i = to; i < end; i++) {
            if (line.at(i).is(MentionKind.HARDWARE)) {
                hardware = true;
                vote(votes, DealType.CHIPS, NAMED_CHIPS * nearness(i - to));
            }
        }
        DealType best = best(votes);
        boolean using = frame.verb() && USING.contains(frame.cue());
        if (best == DealType.CHIPS && using) {
            return DealType.COMPUTE;
        }
        return best == null && hardware ? DealType.CHIPS : best;
    }

    /** Where the words that belong to a noun end: at a finite verb, a clause, an apposition. */
    private static int phraseEnd(Line line, int from) {
        int end = line.clauseEnd(from - 1, REACH, 0.9);
        for (int i = from; i < end; i++) {
            Unit unit = line.at(i);
            boolean infinitive = line.word(i - 1).equals("to")
                    || unit.word().endsWith("ing")
                    || unit.word().endsWith("ed");
            boolean finite = unit.pos("VERB", "AUX") && !infinitive && !line.company(i - 1);
            boolean apposed =
                    unit.word().equals(",") && i + 1 < end && (line.at(i + 1).pos("DET") || line.company(i + 1));
            if (apposed || (finite && !line.inTitle())) {
                return i;
            }
        }
        return end;
    }

    /** "data center developer X", "energy-efficient": the words describe something else. */
    private static boolean describes(Line line, int after) {
        if (after < line.size() && line.at(after).glued()) {
            return true;
        }
        for (int i = after; i < Math.min(line.size(), after + 3); i++) {
            if (line.company(i)) {
                return !line.possessive(i);
            }
            if (!line.at(i).pos("NOUN", "ADJ")) {
                return false;
            }
        }
        return false;
    }

    /** Who runs chips for others and makes none sells the use of them. */
    @Nullable
    DealType capacity(@Nullable DealType type, List<Party> payer, List<Party> payee, boolean open) {
        boolean supplies = type == DealType.DATACENTER || type == DealType.COMPUTE || type == DealType.CHIPS;
        if (supplies && !payee.isEmpty() && lexicon.sellerRank(DealType.ENERGY, payee) >= UTILITY) {
            return DealType.ENERGY;
        }
        boolean made = open
                && Math.max(lexicon.sellerRank(DealType.CHIPS, payer), lexicon.sellerRank(DealType.CHIPS, payee))
                        >= MAKER;
        boolean seller = !made && (runs(payee) || (open && runs(payer)));
        return type == DealType.CHIPS && seller ? DealType.COMPUTE : type;
    }

    /** A lab's "data center deal" with a company that neither builds nor lets data centers is for what runs in them. */
    @Nullable
    DealType space(@Nullable DealType type, List<Party> one, List<Party> other) {
        if (type != DealType.CHIPS
                && type != DealType.ENERGY
                && (kind(one, HOST) && kind(other, CLOUD) || kind(other, HOST) && kind(one, CLOUD))) {
            return DealType.DATACENTER;
        }
        boolean capacity = type == DealType.DATACENTER && (lab(one) && !lets(other) || lab(other) && !lets(one));
        return capacity ? DealType.COMPUTE : type;
    }

    private static boolean lab(List<Party> parties) {
        return kind(parties, "lab");
    }

    private static boolean kind(List<Party> parties, String kind) {
        return parties.stream().anyMatch(p -> kind.equals(p.industry()));
    }

    private boolean lets(List<Party> parties) {
        return parties.isEmpty() || lexicon.sellerRank(DealType.DATACENTER, parties) > LETS;
    }

    private boolean runs(List<Party> parties) {
        return !parties.isEmpty()
                && lexicon.sellerRank(DealType.CHIPS, parties) <= 2.5
                && lexicon.sellerRank(DealType.COMPUTE, parties) >= 8;
    }

    private void own(Line line, int noun, Map<DealType, Double> votes) {
        int start = noun;
        while (start > Math.max(0, noun - BEFORE)) {
            Unit unit = line.at(start - 1);
            boolean inside = unit.pos("ADJ", "NOUN", "PROPN", "NUM")
                    || unit.glued()
                    || unit.money()
                    || unit.is(MentionKind.HARDWARE)
                    || unit.is(MentionKind.TERM)
                    || unit.is(MentionKind.POWER)
                    || (unit.pos("VERB") && unit.word().endsWith("ing"));
            if (!inside || unit.company()) {
                break;
            }
            start--;
        }
        for (Phrases.Hit<Lexicon.Goods> hit : lexicon.goods.in(line, start, noun + 1)) {
            vote(votes, hit.value().type(), hit.value().strength() * OWN_PHRASE);
        }
        for (int i = start; i < noun; i++) {
            if (line.at(i).is(MentionKind.HARDWARE)) {
                vote(votes, DealType.CHIPS, 2 * OWN_PHRASE);
            }
        }
    }

    private static double nearness(int distance) {
        return 1 / (1 + 0.09 * Math.max(0, distance));
    }

    private static void vote(Map<DealType, Double> votes, DealType type, double weight) {
        votes.merge(type, weight, (a, b) -> Math.max(a, b) + 0.25 * Math.min(a, b));
    }

    private static @Nullable DealType best(Map<DealType, Double> votes) {
        DealType best = null;
        double most = 0.4;
        for (Map.Entry<DealType, Double> vote : votes.entrySet()) {
            if (vote.getValue() > most) {
                best = vote.getKey();
                most = vote.getValue();
            }
        }
        return best;
    }

    /** What the title and the first lines speak of; null when they speak of no goods. */
    @Nullable
    DealType topic(List<Line> lines) {
        Map<DealType, Double> votes = new EnumMap<>(DealType.class);
        int read = 0;
        for (Line line : lines) {
            if (read++ >= TOPIC_LINES) {
                break;
            }
            for (Phrases.Hit<Lexicon.Goods> hit : lexicon.goods.in(line, 0, line.size())) {
                votes.merge(hit.value().type(), (double) hit.value().strength(), Double::sum);
            }
        }
        return best(votes);
    }

    /** The type that the parties suggest when no goods are named; null when they suggest none. */
    @Nullable
    DealType byKinds(List<Party> payer, List<Party> payee, boolean open) {
        DealType type = null;
        double best = 6.9;
        for (List<Party> side : open ? List.of(payee, payer) : List.of(payee)) {
            for (Party party : side) {
                DealType usual = lexicon.typeOf(party.industry());
                if (usual == null) {
                    continue;
                }
                double rank = lexicon.sellerRank(usual, List.of(party));
                if (rank > best) {
                    best = rank;
                    type = usual;
                }
            }
        }
        return type;
    }
}
