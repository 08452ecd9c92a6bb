package dealscope.nlp.claim;

import dealscope.deal.Cited;
import dealscope.deal.Claim;
import dealscope.deal.Company;
import dealscope.deal.DealType;
import dealscope.deal.Field;
import dealscope.deal.MentionKind;
import dealscope.deal.Money;
import dealscope.deal.Report;
import dealscope.nlp.text.ReadText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes a draft down as a report with a claim for every field. */
final class ReportWriter {
    private final ReadText read;
    private final StatusJudge statuses;

    ReportWriter(ReadText read, StatusJudge statuses) {
        this.read = read;
        this.statuses = statuses;
    }

    Report write(Draft draft, int ordinal, List<Draft> all) {
        DealType type = draft.type();
        StatusJudge.Verdict status = statuses.judge(draft);
        Amount value = draft.value();
        DetailBinder.Details details = DetailBinder.details(draft, all);
        List<Claim> claims = new ArrayList<>();
        Candidate first = draft.first();
        Unit word = first.line().at(first.from());
        claims.add(claim(
                Field.TYPE,
                type.label(),
                null,
                first.line(),
                word.start(),
                first.line().at(first.to() - 1).end()));
        parties(claims, Field.PAYER, draft.payer(), draft);
        parties(claims, Field.PAYEE, draft.payee(), draft);
        for (Amount amount : draft.amounts) {
            String worth = amount.money().max().stripTrailingZeros().toPlainString() + " "
                    + amount.money().currency()
                    + (amount.rate() ? " per " + amount.money().per() : "");
            claims.add(claim(Field.VALUE, worth, amount.money(), amount.line(), amount.start(), amount.end()));
        }
        draft.undisclosed.forEach(
                u -> claims.add(claim(Field.VALUE, "undisclosed", null, u.line(), u.start(), u.end())));
        claims.add(claim(Field.STATUS, status.status().label(), null, status.line(), status.start(), status.end()));
        details(claims, details);
        boolean together = type == DealType.PARTNERSHIP;
        return new Report(
                ordinal,
                type,
                companies(together ? draft.parties() : draft.payer()),
                together ? List.of() : companies(draft.payee()),
                draft.main(),
                status.status(),
                value == null ? null : value.money(),
                details.power() == null ? null : details.power().value(),
                details.hardware().stream().map(DetailBinder.Bound::value).toList(),
                details.term() == null ? null : details.term().value(),
                details.site() == null ? null : details.site().value(),
                details.stake() == null ? null : details.stake().value(),
                details.announced() == null ? null : details.announced().value(),
                claims,
                first.why(words(first.line())));
    }

    private static List<Company> companies(List<Party> parties) {
        return Party.distinct(parties).stream().map(Party::company).toList();
    }

    private void parties(List<Claim> claims, Field field, List<Party> parties, Draft draft) {
        for (Party party : Party.distinct(parties)) {
            Line line = draft.lines.stream()
                    .filter(l -> l.inTitle() == party.inTitle()
                            && l.sentence().start() <= party.start()
                            && party.end() <= l.sentence().end())
                    .findFirst()
                    .orElse(null);
            claims.add(
                    line == null
                            ? elsewhere(field, party, draft.first().line())
                            : claim(field, party.company().id(), null, line, party.start(), party.end()));
        }
    }

    /** The party is spoken of as "it" in the deal's own line; the claim points to that line's first company. */
    private Claim elsewhere(Field field, Party party, Line line) {
        Unit unit = line.units().stream()
                .filter(u -> u.parties().stream().anyMatch(party::same))
                .findFirst()
                .orElse(line.at(0));
        return claim(field, party.company().id(), null, line, unit.start(), unit.end());
    }

    private void details(List<Claim> claims, DetailBinder.Details details) {
        add(claims, Field.POWER_MW, details.power());
        details.hardware()
                .forEach(h -> claims.add(claim(
                        Field.HARDWARE,
                        h.value().name()
                                + (h.value().count() == null
                                        ? ""
                                        : " x " + h.value().count()),
                        null,
                        h.line(),
                        h.unit().start(),
                        h.unit().end())));
        add(claims, Field.TERM, details.term());
        add(claims, Field.SITE, details.site());
        add(claims, Field.EQUITY_STAKE_PCT, details.stake());
        add(claims, Field.ANNOUNCED, details.announced());
    }

    private void add(List<Claim> claims, Field field, DetailBinder.@Nullable Bound<?> bound) {
        if (bound != null) {
            Object value = bound.value();
            String text = value instanceof Double number
                    ? java.math.BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                    : value instanceof dealscope.deal.Term ? bound.unit().text() : value.toString();
            claims.add(claim(
                    field,
                    text,
                    null,
                    bound.line(),
                    bound.unit().start(),
                    bound.unit().end()));
        }
    }

    private Claim claim(Field field, String value, @Nullable Money money, Line line, int start, int end) {
        return new Claim(
                field,
                value,
                money,
                cited(line),
                citedName(line),
                read.articleId(),
                words(line),
                start,
                end,
                line.inTitle(),
                read.published(),
                read.seen());
    }

    private Cited cited(Line line) {
        Set<Cited> cited = statuses.cited(line);
        return Stream.of(Cited.FILING, Cited.PEOPLE, Cited.OUTLET, Cited.COMPANY)
                .filter(cited::contains)
                .findFirst()
                .orElse(Cited.NOBODY);
    }

    private @Nullable String citedName(Line line) {
        return line.units().stream()
                .filter(u -> u.is(MentionKind.PUBLISHER))
                .map(Unit::text)
                .findFirst()
                .orElse(null);
    }

    private String words(Line line) {
        return read.words(line.sentence());
    }
}
