package dealscope.nlp.claim;

import dealscope.deal.DealType;
import dealscope.deal.Money;
import dealscope.nlp.text.Detail;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives each amount to the deal that it belongs to, or to none. */
final class ValueBinder {
    private static final double LIMIT = 3.0;
    /** How far from "the lease" its amount may stand: in the same clause or its second predicate. */
    private static final double REFERENCE_LIMIT = 2.3;
    /** Less than this is no value of a deal, whatever the currency. */
    private static final BigDecimal LEAST = new BigDecimal(1_000);
    /** "$2bn each": a unit price from which on the unit is a deal. */
    private static final BigDecimal LEAST_EACH = new BigDecimal(50_000_000);

    private static final Set<String> VALUE_HEADS = Words.of("value-head");
    private static final Set<String> DEFINITE = Words.of("definite");
    private static final Set<String> DEAL_NOUNS = Words.of("reference-noun");

    /** Who joins a round does not pay all of it. */
    private static final Set<String> JOINING = Words.of("pays-share");

    /** What is paid once has no rate. */
    private static final Set<DealType> ONCE = EnumSet.of(DealType.INVESTMENT, DealType.ACQUISITION);

    private static final Map<String, DealType> OWN_NOUNS = ownNouns();

    private final Lexicon lexicon;
    private final MoneyJudge judge;

    ValueBinder(MoneyJudge judge, Lexicon lexicon) {
        this.lexicon = lexicon;
        this.judge = judge;
    }

    private static Map<String, DealType> ownNouns() {
        Map<String, DealType> nouns = new HashMap<>();
        CueFile.rows("own-nouns.csv").forEach(row -> nouns.put(row.get("noun"), DealType.of(row.get("type"))));
        return Map.copyOf(nouns);
    }

    /** The amounts of a line that may be a deal's value or part of it, with what they are. */
    List<Amount> amounts(Line line) {
        List<Amount> amounts = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) {
            Detail.Amount detail = line.at(i).amount();
            boolean price =
                    detail != null && detail.unitPrice() && detail.money().max().compareTo(LEAST_EACH) < 0;
            if (detail != null && !price && detail.money().max().compareTo(LEAST) >= 0) {
                Unit unit = line.at(i);
                amounts.add(new Amount(
                        line, i, inDollars(line, i, detail.money()), judge.role(line, i), unit.start(), unit.end()));
            }
        }
        return amounts;
    }

    /** The conversion that stands in brackets behind an amount in another currency. */
    private static Money inDollars(Line line, int at, Money money) {
        if (money.currency().equals("USD")) {
            return money;
        }
        for (Line.Aside aside : line.asides()) {
            Detail.Amount detail = aside.unit().amount();
            if (aside.before() == at + 1
                    && detail != null
                    && detail.money().currency().equals("USD")) {
                return detail.money();
            }
        }
        return money;
    }

    /** Each amount of a line to the telling that is nearest, if any is near enough. */
    Map<Candidate, List<Amount>> bind(List<Candidate> candidates, List<Amount> amounts) {
        Map<Candidate, List<Amount>> bound = new IdentityHashMap<>();
        for (Amount amount : amounts) {
            Candidate best = null;
            double least = LIMIT;
            for (Candidate candidate : candidates) {
                double cost = cost(candidate, amount, candidates);
                if (cost < least) {
                    least = cost;
                    best = candidate;
                }
            }
            if (best != null) {
                for (Candidate candidate : sharing(best, amount, candidates)) {
                    boolean joined = JOINING.contains(candidate.frame().cue());
                    bound.computeIfAbsent(candidate, k -> new ArrayList<>())
                            .add(joined ? amount.as(MoneyRole.PART) : amount);
                }
            }
        }
        return bound;
    }

    /** "$2bn each" goes to all deals that the same word tells. */
    private static List<Candidate> sharing(Candidate best, Amount amount, List<Candidate> candidates) {
        if (!amount.money().text().endsWith("each")
                && !amount.line().word(amount.at() + 1).equals("each")) {
            return List.of(best);
        }
        return candidates.stream().filter(c -> c.from() == best.from()).toList();
    }

    private double cost(Candidate candidate, Amount amount, List<Candidate> all) {
        boolean valueOfCompany = amount.role() == MoneyRole.VALUATION && candidate.type() == DealType.ACQUISITION;
        boolean raised = amount.role() == MoneyRole.TOTAL
                && candidate.type() == DealType.INVESTMENT
                && (!candidate.payer().isEmpty() || inRound(candidate.line(), amount.at()));
        if (!amount.role().mayBeValue() && !valueOfCompany && !raised) {
            return LIMIT;
        }
        Line line = candidate.line();
        if (amount.rate() && ONCE.contains(candidate.type())) {
            return LIMIT;
        }
        double cost = line.path(candidate.from(), amount.at());
        if (candidate.frame().verb() && amount.at() < candidate.from()) {
            cost += 0.8;
        }
        for (Candidate other : all) {
            int between = other.from();
            if (other != candidate
                    && between > Math.min(candidate.from(), amount.at())
                    && between < Math.max(candidate.from(), amount.at())) {
                cost += 0.7;
            }
        }
        if (amount.role() == MoneyRole.DEBT && candidate.type() != DealType.DEBT) {
            cost += 1.5;
        }
        if (valueOfCompany) {
            cost += 1;
        }
        if (ofAnother(line, amount.at(), candidate)) {
            return LIMIT;
        }
        boolean others = all.stream().anyMatch(o -> o.from() != candidate.from() && inPhrase(o, amount.at()));
        return others && !inPhrase(candidate, amount.at()) ? LIMIT : cost;
    }

    /** "X's $830 million debt financing": the amount stands in the phrase of the noun. */
    private static boolean inPhrase(Candidate candidate, int at) {
        Line line = candidate.line();
        if (candidate.frame().verb() || at >= candidate.from() || candidate.from() - at > 5) {
            return false;
        }
        for (int i = at + 1; i < candidate.from(); i++) {
            if (line.company(i) || !line.at(i).pos("NOUN", "ADJ", "NUM", "PROPN", "SYM")) {
                return false;
            }
        }
        return true;
    }

    /** "has raised $2bn in a Series B" is a round, "has raised $2bn" all that was ever raised. */
    private boolean inRound(Line line, int at) {
        return lexicon.needs.in(line, at, at + 8).stream()
                .anyMatch(h -> h.values().contains("round"));
    }

    /** The amount stands in the phrase of another deal's noun: "a $100m joint venture". */
    private static boolean ofAnother(Line line, int at, Candidate candidate) {
        for (int i = at + 1; i < Math.min(line.size(), at + 5); i++) {
            DealType own = OWN_NOUNS.get(line.word(i));
            if (own != null) {
                return candidate.type() != own && (i < candidate.from() || i >= candidate.to());
            }
            if (!line.at(i).pos("NOUN", "ADJ", "PROPN") && !line.at(i).glued()) {
                return false;
            }
        }
        return false;
    }

    /** Amounts in lines without a telling go to the deal that the line speaks of: "the contract is worth". */
    void bindReferences(List<Line> lines, Map<Line, List<Amount>> free, List<Draft> drafts) {
        Map<Draft, Integer> lastTold = new LinkedHashMap<>();
        for (Line line : lines) {
            for (Draft draft : drafts) {
                if (draft.tellings.stream().anyMatch(t -> t.line() == line)) {
                    lastTold.put(draft, line.number());
                }
            }
            for (Amount amount : free.getOrDefault(line, List.of())) {
                Draft draft = amount.role().mayBeValue() ? spokenOf(line, amount, drafts, lastTold) : null;
                if (draft != null) {
                    draft.amounts.add(amount);
                    draft.lines.add(line);
                }
            }
        }
    }

    private static @Nullable Draft spokenOf(
            Line line, Amount amount, List<Draft> drafts, Map<Draft, Integer> lastTold) {
        int noun = headed(line) || told(line, amount.at()) ? 0 : dealNoun(line, amount);
        if (noun == Arguments.NONE) {
            return null;
        }
        List<Party> named = line.parties();
        return drafts.stream()
                .filter(d -> lastTold.containsKey(d) || d.main())
                .filter(d -> named.isEmpty()
                        || named.stream().allMatch(p -> d.parties().stream().anyMatch(p::same)))
                .filter(d -> typeFits(line.word(noun), d.type()))
                .max(Comparator.<Draft>comparingInt(d -> d.main() ? 1 : 0)
                        .thenComparingInt(d -> lastTold.getOrDefault(d, 0)))
                .orElse(null);
    }

    /** "Value: $118 million." */
    private static boolean headed(Line line) {
        return line.size() > 1
                && VALUE_HEADS.contains(line.word(0))
                && line.word(1).equals(":");
    }

    /** "Contracted revenue over the term: $3 billion": of the contract that is spoken of, without naming it. */
    private static boolean told(Line line, int at) {
        for (int i = 0; i + 1 < Math.min(line.size(), at); i++) {
            boolean head = (line.word(i).equals("contract") && line.word(i + 1).equals("value"))
                    || (line.word(i).startsWith("contract") && line.word(i + 1).equals("revenue"));
            if (head && at - i < 12) {
                return true;
            }
        }
        return false;
    }

    private static boolean typeFits(String noun, DealType type) {
        return switch (noun) {
            case "investment", "round" -> type == DealType.INVESTMENT || type == DealType.DATACENTER;
            case "acquisition", "takeover", "purchase", "offer" -> type == DealType.ACQUISITION;
            default -> true;
        };
    }

    private static int dealNoun(Line line, Amount amount) {
        for (int i = 0; i < line.size(); i++) {
            if (!DEAL_NOUNS.contains(line.word(i)) || line.path(i, amount.at()) > REFERENCE_LIMIT) {
                continue;
            }
            for (int j = i - 1; j >= Math.max(0, i - 6); j--) {
                if (DEFINITE.contains(line.word(j)) || line.company(j)) {
                    return i;
                }
                if (line.at(j).pos("VERB", "ADP", "PUNCT")) {
                    break;
                }
            }
        }
        return Arguments.NONE;
    }

    /** The amount that a deal shows: a total before a rate, a price before a part, the title before the text. */
    static @Nullable Amount best(Draft draft) {
        return draft.amounts.stream()
                .max(Comparator.comparingDouble((Amount a) -> rank(a, draft))
                        .thenComparingInt(a -> -a.line().number())
                        .thenComparingInt(a -> -a.at()))
                .orElse(null);
    }

    private static double rank(Amount amount, Draft draft) {
        double rank =
                switch (amount.role()) {
                    case PRICE -> 3;
                    case PLAIN, VALUATION -> 2.5;
                    case TOTAL -> 1.5;
                    case DEBT -> 1.5;
                    case PART -> 1;
                    default -> 0;
                };
        rank += amount.rate() ? 0 : 3;
        rank += amount.line().inTitle() && amount.role() != MoneyRole.TOTAL ? 2 : 0;
        rank += amount.line() == draft.first().line() ? 0.5 : 0;
        rank += amount.money().usd() == null || amount.money().converted() ? -4 : 0;
        return rank;
    }
}
