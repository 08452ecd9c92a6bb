package dealscope.store;

import dealscope.deal.Company;
import dealscope.deal.Deal;
import dealscope.deal.Field;
import dealscope.ledger.correction.Anchor;
import dealscope.ledger.correction.BadCorrection;
import dealscope.ledger.correction.CorrectionRequest;
import dealscope.ledger.correction.Corrections;
import dealscope.ledger.correction.Decision;
import dealscope.ledger.correction.FieldText;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Turns what an analyst asks for into a decision that rests on evidence. */
final class DecisionReader {
    /** More reports than this tell a deal no better. */
    private static final int MOST_ANCHORS = 60;

    private static final int LONGEST_NAME = 120;
    private static final String KINDS = "field, party, merge, split, distinct, not_a_deal, hide, alias, undo";

    private final DealTable deals;
    private final ReportTable reports;
    private final CorrectionTable corrections;
    private final CompanyNames companies;
    private final FieldText fields;
    private final Corrections inForce;

    DecisionReader(Handle handle, FieldText fields, Corrections inForce) {
        this.deals = new DealTable(handle);
        this.reports = new ReportTable(handle);
        this.corrections = new CorrectionTable(handle);
        this.companies = new CompanyNames(handle);
        this.fields = fields;
        this.inForce = inForce;
    }

    Decision read(CorrectionRequest asked) throws BadCorrection {
        return switch (asked.kind()) {
            case "merge" -> {
                List<Deal> two = two(asked);
                yield new Decision.Merge(anchors(two.getFirst()), anchors(two.getLast()));
            }
            case "distinct" -> {
                List<Deal> two = two(asked);
                yield new Decision.Distinct(anchors(two.getFirst()), anchors(two.getLast()));
            }
            case "split" -> split(deal(asked.deal(), "deal"), asked.articles());
            case "not_a_deal" -> new Decision.NoDeal(anchors(deal(asked.deal(), "deal")));
            case "hide" -> new Decision.Hide(anchors(deal(asked.deal(), "deal")));
            case "party" -> party(deal(asked.deal(), "deal"), asked);
            case "field" ->
                new Decision.Right(
                        anchors(deal(asked.deal(), "deal")), fields.read(field(asked.field()), asked.value()));
            case "alias" -> alias(asked);
            case "undo" -> undo(asked.correction());
            default -> throw new BadCorrection("\"kind\" must be one of " + KINDS);
        };
    }

    private List<Deal> two(CorrectionRequest asked) throws BadCorrection {
        Deal deal = deal(asked.deal(), "deal");
        Deal other = deal(asked.other(), "other");
        if (deal.id().equals(other.id())) {
            throw new BadCorrection("\"deal\" and \"other\" are the same deal already");
        }
        return List.of(deal, other);
    }

    private Deal deal(String id, String name) throws BadCorrection {
        if (id.isEmpty()) {
            throw new BadCorrection("\"" + name + "\" must be the id of a deal");
        }
        return deals.byId(id.replaceFirst("^.*/deals/", ""))
                .orElseThrow(() -> new BadCorrection("there is no deal \"" + shortened(id) + "\""));
    }

    private List<Anchor> anchors(Deal deal) {
        return reports.ofDeal(deal.id()).stream()
                .sorted(Comparator.comparing(
                        (ReportTable.Told told) -> !told.report().main()))
                .limit(MOST_ANCHORS)
                .map(told -> Anchor.of(told.id().articleId(), told.report()))
                .toList();
    }

    private Decision split(Deal deal, String articles) throws BadCorrection {
        Set<String> leaving = Arrays.stream(articles.split("[,\\s]+"))
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toSet());
        List<Anchor> all = anchors(deal);
        List<Anchor> off = all.stream()
                .filter(anchor -> leaving.contains(anchor.articleId()))
                .toList();
        List<Anchor> stay = all.stream()
                .filter(anchor -> !leaving.contains(anchor.articleId()))
                .toList();
        if (off.isEmpty() || stay.isEmpty()) {
            throw new BadCorrection("choose some of the deal's articles, and not all of them");
        }
        return new Decision.Split(stay, off);
    }

    private Decision party(Deal deal, CorrectionRequest asked) throws BadCorrection {
        Decision.Side side =
                switch (asked.side()) {
                    case "payer" -> Decision.Side.PAYER;
                    case "payee" -> Decision.Side.PAYEE;
                    default -> throw new BadCorrection("\"side\" must be payer or payee");
                };
        List<Company> present = side == Decision.Side.PAYER ? deal.payer() : deal.payee();
        Company wrong = asked.wrong().isEmpty() ? null : oneOf(present, asked.wrong(), side);
        Company right = asked.right().isEmpty() ? null : company(asked.right(), "right");
        if (wrong == null && right == null) {
            throw new BadCorrection("name the wrong company, the right one, or both");
        }
        return new Decision.Party(anchors(deal), side, wrong, right);
    }

    private static Company oneOf(List<Company> present, String written, Decision.Side side) throws BadCorrection {
        return present.stream()
                .filter(company ->
                        company.id().equals(written) || company.name().equalsIgnoreCase(written))
                .findFirst()
                .orElseThrow(() -> new BadCorrection("\"" + shortened(written) + "\" is no " + side.label()
                        + " of this deal; there is "
                        + (present.isEmpty()
                                ? "none"
                                : present.stream().map(Company::name).collect(Collectors.joining(", ")))));
    }

    private Decision alias(CorrectionRequest asked) throws BadCorrection {
        Company from = company(asked.wrong(), "wrong");
        Company to = inForce.company(company(asked.right(), "right"));
        if (from.id().equals(to.id())) {
            throw new BadCorrection("\"" + shortened(asked.wrong()) + "\" and \"" + shortened(asked.right())
                    + "\" are one company already");
        }
        return new Decision.Alias(from, to);
    }

    private Company company(String written, String name) throws BadCorrection {
        if (written.isBlank() || written.length() > LONGEST_NAME) {
            throw new BadCorrection(
                    "\"" + name + "\" must be the name of a company, of at most " + LONGEST_NAME + " characters");
        }
        return companies.named(written);
    }

    private static Field field(String label) throws BadCorrection {
        try {
            return Field.of(label);
        } catch (IllegalArgumentException e) {
            throw new BadCorrection("\"field\" must be one of "
                    + Arrays.stream(Field.values())
                            .filter(field -> field != Field.PAYER && field != Field.PAYEE)
                            .map(Field::label)
                            .collect(Collectors.joining(", ")));
        }
    }

    private Decision undo(String id) throws BadCorrection {
        if (corrections.byId(id).isEmpty()) {
            throw new BadCorrection("there is no correction \"" + shortened(id) + "\"");
        }
        if (!inForce.holds(id)) {
            throw new BadCorrection("this correction does not hold any more");
        }
        return new Decision.Undo(id);
    }

    private static String shortened(@Nullable String text) {
        String given = String.valueOf(text).toLowerCase(Locale.ROOT);
        return given.length() <= 60 ? given : given.substring(0, 60) + "…";
    }
}
