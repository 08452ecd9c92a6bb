package dealscope.nlp.claim;

import dealscope.deal.Cited;
import dealscope.deal.DealType;
import dealscope.deal.Status;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All words of this package's data files, ready to be looked up. Immutable after loading; a bad line stops the program. */
final class Lexicon {
    /** A frame with the form in which its word stands. */
    record Cue(Frame frame, Inflection.Form form) {}

    /** Something that can be bought. */
    record Goods(DealType type, int strength) {}

    /** What words beside an amount make of it. */
    record MoneyCue(String phrase, Side side, MoneyRole role, int reach) {}

    enum Side {
        BEFORE,
        AFTER,
        ANY
    }

    record StatusCue(Status status, boolean near) {}

    /** A description: of kinds of companies, or of certain companies. */
    record Description(Set<String> kinds, Set<String> ids, String main) {
        boolean any() {
            return kinds.contains("*");
        }
    }

    final Frame listed = Frame.listed();
    final Phrases<Cue> frames = new Phrases<>();
    final Phrases<Goods> goods = new Phrases<>();
    final Phrases<String> needs = new Phrases<>();
    final Phrases<String> sides = new Phrases<>();
    final Phrases<MoneyCue> moneyRoles = new Phrases<>();
    final Phrases<StatusCue> statuses = new Phrases<>();
    /** {@link Cited#OUTLET} stands for a press account that names no outlet. */
    final Phrases<Cited> sources = new Phrases<>();

    final Phrases<Boolean> undisclosed = new Phrases<>();
    /** True: anywhere in the sentence; false: in the clause. */
    final Phrases<Boolean> vetoes = new Phrases<>();

    final Phrases<Boolean> past = new Phrases<>();
    final Phrases<Boolean> ordinals = new Phrases<>();
    /** Capitalised words that are no company, and words beside which a name is none. */
    final Set<String> noNames = new HashSet<>();

    final Set<String> notAfterNames = new HashSet<>();
    /** After "data center" these make it something else than a site. */
    final Set<String> notSites = new HashSet<>();

    final Set<String> notBeforeNames = new HashSet<>();
    final Phrases<Description> descriptions = new Phrases<>();
    private final Map<DealType, Map<String, Double>> sellers = new EnumMap<>(DealType.class);
    private final Map<String, DealType> kindTypes = new HashMap<>();
    private final Map<String, String> nameKinds = new HashMap<>();

    private Lexicon() {}

    static Lexicon load() {
        Lexicon lexicon = new Lexicon();
        Inflection inflection = new Inflection();
        lexicon.loadFrames(inflection);
        for (CueFile.Row row : CueFile.rows("goods.csv")) {
            Goods goods = new Goods(DealType.of(row.get("type")), (int) row.number("strength"));
            both(lexicon.goods, row.get("phrase"), goods);
        }
        for (CueFile.Row row : CueFile.rows("needs.csv")) {
            both(lexicon.needs, row.get("phrase"), row.get("need"));
        }
        for (CueFile.Row row : CueFile.rows("sides.csv")) {
            inflection.verb(row.get("verb")).keySet().forEach(form -> lexicon.sides.add(form, row.get("side")));
        }
        for (CueFile.Row row : CueFile.rows("money-roles.csv")) {
            lexicon.moneyRoles.add(
                    row.get("phrase"),
                    new MoneyCue(
                            row.get("phrase"),
                            Side.valueOf(row.get("side").toUpperCase(Locale.ROOT)),
                            MoneyRole.valueOf(row.get("role").toUpperCase(Locale.ROOT)),
                            (int) row.number("reach")));
        }
        for (CueFile.Row row : CueFile.rows("status.csv")) {
            lexicon.statuses.add(
                    row.get("phrase"),
                    new StatusCue(Status.of(row.get("status")), row.get("reach").equals("near")));
        }
        for (CueFile.Row row : CueFile.rows("sources.csv")) {
            String cited = row.get("cited");
            lexicon.sources.add(row.get("phrase"), cited.equals("report") ? Cited.OUTLET : Cited.of(cited));
        }
        CueFile.rows("undisclosed.csv").forEach(row -> lexicon.undisclosed.add(row.get("phrase"), true));
        CueFile.rows("vetoes.csv")
                .forEach(row ->
                        lexicon.vetoes.add(row.get("phrase"), row.get("scope").equals("sentence")));
        CueFile.rows("past.csv").forEach(row -> lexicon.past.add(row.get("phrase"), true));
        CueFile.rows("ordinals.csv").forEach(row -> lexicon.ordinals.add(row.get("phrase"), true));
        lexicon.loadKinds();
        return lexicon;
    }

    private void loadFrames(Inflection inflection) {
        int number = 0;
        for (CueFile.Row row : CueFile.rows("frames.csv")) {
            number++;
            for (String cue : row.list("cue")) {
                Frame frame = Frame.of(number, cue, row);
                if (frame.verb()) {
                    inflection.verb(cue).forEach((form, time) -> frames.add(form, new Cue(frame, time)));
                } else {
                    frames.add(cue, new Cue(frame, Inflection.Form.BASE));
                    frames.add(Inflection.plural(cue), new Cue(frame, Inflection.Form.PRESENT));
                }
            }
        }
    }

    private void loadKinds() {
        for (CueFile.Row row : CueFile.rows("descriptions.csv")) {
            Set<String> kinds = new HashSet<>();
            Set<String> ids = new HashSet<>();
            for (String part : row.list("kinds")) {
                if (part.startsWith("=")) {
                    ids.add(part.substring(1));
                } else {
                    kinds.add(part);
                }
            }
            descriptions.add(
                    row.get("phrase"),
                    new Description(kinds, ids, row.list("kinds").getFirst()));
        }
        for (CueFile.Row row : CueFile.rows("sellers.csv")) {
            sellers.computeIfAbsent(DealType.of(row.get("type")), k -> new HashMap<>())
                    .put(row.get("kind"), row.number("rank"));
        }
        for (CueFile.Row row : CueFile.rows("not-names.csv")) {
            switch (row.get("place")) {
                case "word" -> noNames.add(row.get("word"));
                case "after" -> notAfterNames.add(row.get("word"));
                case "site" -> notSites.add(row.get("word"));
                case "before" -> notBeforeNames.add(row.get("word"));
                default -> throw row.bad("place is word, after or before");
            }
        }
        CueFile.rows("name-kinds.csv").forEach(row -> nameKinds.put(row.get("word"), row.get("kind")));
        for (CueFile.Row row : CueFile.rows("kind-types.csv")) {
            kindTypes.put(row.get("kind"), DealType.of(row.get("type")));
        }
    }

    private static <T> void both(Phrases<T> phrases, String phrase, T value) {
        phrases.add(phrase, value);
        if (!phrase.endsWith("s") && !phrase.endsWith("ing")) {
            phrases.add(Inflection.plural(phrase), value);
        }
    }

    /** How likely one of these is the one who is paid, 0 to 10. */
    double sellerRank(DealType type, List<Party> parties) {
        Map<String, Double> ranks = sellers.getOrDefault(type, Map.of());
        double best = -1;
        for (Party party : parties) {
            String kind = party.industry();
            best = Math.max(best, kind == null ? 3.5 : ranks.getOrDefault(kind, 3.0));
        }
        return best;
    }

    /** The same for a company of a kind; "?" is one that nothing is known of. */
    double sellerRank(DealType type, String kind) {
        return kind.equals("?") ? 3.5 : sellers.getOrDefault(type, Map.of()).getOrDefault(kind, 3.0);
    }

    /** What a company that is in no list probably is, by the last telling word of its name; null when none tells. */
    @Nullable
    String kindOfName(String name) {
        String kind = null;
        for (String word : name.toLowerCase(Locale.ROOT).split("[^\\p{L}]++")) {
            String told = nameKinds.get(word);
            if ("agency".equals(told)) {
                return told;
            }
            kind = told == null ? kind : told;
        }
        return kind;
    }

    /** The usual type of a deal in which a company of that kind is paid. */
    @Nullable
    DealType typeOf(@Nullable String kind) {
        return kind == null ? null : kindTypes.get(kind);
    }
}
