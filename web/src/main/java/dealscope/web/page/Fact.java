package dealscope.web.page;

import dealscope.deal.Claim;
import dealscope.deal.Company;
import dealscope.deal.Deal;
import dealscope.deal.DealType;
import dealscope.deal.Field;
import dealscope.deal.SourceArticle;
import dealscope.deal.Status;
import dealscope.web.view.Amounts;
import dealscope.web.view.Dates;
import dealscope.web.view.Labels;
import dealscope.web.view.Links;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One field of a deal: what is shown, and every claim made for it, those of one value together.
 *
 * @param words as written, for the hover text
 * @param conflict whether sources disagree
 */
public record Fact(String field, String name, String shown, String words, boolean conflict, List<Position> positions) {
    /** Value, then the rest as an analyst reads on. */
    private static final List<Field> ORDER = List.of(
            Field.VALUE,
            Field.STATUS,
            Field.ANNOUNCED,
            Field.POWER_MW,
            Field.HARDWARE,
            Field.TERM,
            Field.SITE,
            Field.EQUITY_STAKE_PCT,
            Field.PAYER,
            Field.PAYEE,
            Field.TYPE);

    /** Who takes part and in what: told by every article, and worth a look only when they disagree. */
    public boolean basic() {
        return !conflict && List.of("payer", "payee", "type").contains(field);
    }

    /** One value that some sources claim. {@code chosen}: the one the deal shows. */
    public record Position(String value, String sources, boolean chosen, List<Evidence> evidence) {}

    /**
     * A sentence that claims it.
     *
     * @param before the sentence up to the value's words, then the words, then the rest
     * @param words empty where they cannot be told apart; all three are empty for an article that says nothing
     * @param outHref the publisher's page, opened at the sentence; null when its address is not one to open
     */
    public record Evidence(
            String before,
            String words,
            String after,
            String publisher,
            String date,
            String isoDate,
            String cited,
            String href,
            @Nullable String outHref) {
        public boolean silent() {
            return before.isEmpty() && words.isEmpty() && after.isEmpty();
        }
    }

    static List<Fact> all(Deal deal, Map<String, SourceArticle> articles, UnaryOperator<String> articleLink) {
        Map<Field, List<Claim>> claims = deal.claims().stream().collect(Collectors.groupingBy(Claim::field));
        Map<String, String> names = Stream.concat(deal.payer().stream(), deal.payee().stream())
                .collect(Collectors.toMap(Company::id, Company::name, (a, b) -> a));
        List<Fact> facts = new ArrayList<>();
        for (Field field : ORDER) {
            List<Claim> ofField = claims.getOrDefault(field, List.of());
            String shown = shown(deal, field);
            if (!ofField.isEmpty() || !shown.isEmpty()) {
                String words = field == Field.VALUE && deal.value() != null ? Amounts.words(deal.value()) : "";
                facts.add(new Fact(
                        field.label(),
                        Labels.field(field),
                        shown,
                        words,
                        deal.conflicts().contains(field),
                        withSilent(
                                deal,
                                field,
                                ofField,
                                positions(ofField, chosen(deal, field), names, articles, articleLink),
                                articleLink)));
            }
        }
        return facts;
    }

    /** What one article says of the value, else of the status: for the table of coverage. */
    static String says(Deal deal, String articleId) {
        return deal.claims().stream()
                .filter(claim -> claim.articleId().equals(articleId))
                .filter(claim -> claim.field() == Field.VALUE)
                .map(claim -> value(claim, Map.of()))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String shown(Deal deal, Field field) {
        return switch (field) {
            case TYPE -> Labels.type(deal.type());
            case PAYER -> names(deal.payer());
            case PAYEE -> names(deal.payee());
            case VALUE -> deal.value() == null ? "" : Amounts.of(deal.value());
            case POWER_MW -> deal.powerMw() == null ? "" : Amounts.power(deal.powerMw());
            case HARDWARE -> deal.hardware().stream().map(Amounts::hardware).collect(Collectors.joining(", "));
            case TERM -> deal.term() == null ? "" : Amounts.term(deal.term());
            case SITE -> deal.site() == null ? "" : deal.site();
            case EQUITY_STAKE_PCT -> deal.equityStakePct() == null ? "" : Amounts.percent(deal.equityStakePct());
            case STATUS -> deal.status().label();
            case ANNOUNCED -> deal.announced() == null ? "" : Dates.day(deal.announced());
        };
    }

    private static String names(List<Company> companies) {
        return companies.stream().map(Company::name).collect(Collectors.joining(", "));
    }

    /** How the chosen value looks among its claims, as far as that can be told from the deal alone. */
    private static String chosen(Deal deal, Field field) {
        return switch (field) {
            case VALUE, STATUS, POWER_MW, SITE -> shown(deal, field);
            default -> "";
        };
    }

    private static List<Position> positions(
            List<Claim> claims,
            String chosen,
            Map<String, String> names,
            Map<String, SourceArticle> articles,
            UnaryOperator<String> articleLink) {
        Map<String, List<Claim>> byValue = new LinkedHashMap<>();
        for (Claim claim : claims) {
            byValue.computeIfAbsent(value(claim, names), value -> new ArrayList<>())
                    .add(claim);
        }
        Comparator<Position> order = Comparator.comparing((Position position) -> !position.chosen())
                .thenComparing(position -> -position.evidence().size());
        return byValue.entrySet().stream()
                .map(each -> new Position(
                        each.getKey(),
                        sources(each.getValue()),
                        each.getKey().equals(chosen),
                        each.getValue().stream()
                                .map(claim -> evidence(claim, articles.get(claim.articleId()), articleLink))
                                .toList()))
                .sorted(order)
                .toList();
    }

    /** Where sources disagree, those that say nothing of the field are a side of their own. */
    private static List<Position> withSilent(
            Deal deal, Field field, List<Claim> claims, List<Position> positions, UnaryOperator<String> articleLink) {
        Set<String> speaking = claims.stream().map(Claim::articleId).collect(Collectors.toSet());
        List<Evidence> silent = deal.sources().stream()
                .filter(source -> source.main() && source.copyOf() == null && !speaking.contains(source.articleId()))
                .map(source -> new Evidence(
                        "",
                        "",
                        "",
                        source.publisher(),
                        Dates.day(source.published()),
                        Dates.iso(source.published()),
                        "",
                        Links.article(source.articleId()),
                        Links.out(source.url(), articleLink)))
                .toList();
        if (silent.isEmpty() || !deal.conflicts().contains(field)) {
            return positions;
        }
        List<Position> all = new ArrayList<>(positions);
        all.add(new Position("not named", Labels.plural(silent.size(), "article"), false, silent));
        return all;
    }

    private static String sources(List<Claim> claims) {
        return Labels.plural(claims.stream().map(Claim::articleId).distinct().count(), "article");
    }

    /** The claim's value as people read it. */
    static String value(Claim claim, Map<String, String> names) {
        if (claim.money() != null) {
            return Amounts.of(claim.money());
        }
        try {
            return switch (claim.field()) {
                case POWER_MW -> Amounts.power(Double.parseDouble(claim.value()));
                case EQUITY_STAKE_PCT -> Amounts.percent(Double.parseDouble(claim.value()));
                case STATUS -> Status.of(claim.value()).label();
                case TYPE -> Labels.type(DealType.of(claim.value()));
                case HARDWARE -> counted(claim.value());
                case ANNOUNCED -> Dates.day(LocalDate.parse(claim.value()));
                case PAYER, PAYEE -> names.getOrDefault(claim.value(), claim.value());
                default -> claim.value();
            };
        } catch (IllegalArgumentException | DateTimeException e) {
            return claim.value();
        }
    }

    /** A count stands behind the name: {@code NVIDIA GB200 x 220000}. */
    private static String counted(String value) {
        int times = value.lastIndexOf(" x ");
        try {
            return times < 0
                    ? value
                    : Amounts.count(Long.parseLong(value.substring(times + 3))) + " × " + value.substring(0, times);
        } catch (NumberFormatException e) {
            return value;
        }
    }

    private static Evidence evidence(Claim claim, @Nullable SourceArticle source, UnaryOperator<String> articleLink) {
        String anchor = claim.inTitle() ? "#title" : "#at-" + claim.start();
        String out = source == null ? null : Links.out(source.url(), articleLink);
        String sentence = claim.sentence();
        int[] words = words(claim, sentence);
        return new Evidence(
                sentence.substring(0, words[0]),
                sentence.substring(words[0], words[1]),
                sentence.substring(words[1]),
                source == null ? "" : source.publisher() + (source.copyOf() == null ? "" : " (a copy)"),
                Dates.day(claim.published()),
                Dates.iso(claim.published()),
                Labels.cited(claim),
                Links.article(claim.articleId()) + anchor,
                out == null ? null : Links.atSentence(out, sentence));
    }

    /** Where the value's words stand in the sentence; an empty span at its end when that cannot be told. */
    private static int[] words(Claim claim, String sentence) {
        String words = claim.money() == null ? "" : claim.money().text();
        int at = words.isEmpty() ? -1 : sentence.indexOf(words);
        return at < 0 ? new int[] {sentence.length(), sentence.length()} : new int[] {at, at + words.length()};
    }
}
