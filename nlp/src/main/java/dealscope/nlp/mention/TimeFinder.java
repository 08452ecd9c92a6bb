package dealscope.nlp.mention;

import dealscope.deal.Mention;
import dealscope.deal.MentionKind;
import dealscope.nlp.mention.Calendar.Day;
import dealscope.nlp.mention.Numerals.Numeral;
import dealscope.nlp.text.Detail;
import dealscope.nlp.text.Found;
import dealscope.nlp.text.Lexeme;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds dates and terms: "on May 6", "by 2027"; "15-year", "for ten years", "through May 2029". */
public final class TimeFinder {
    private static final Set<String> BEFORE_YEAR = Set.of(
            "in", "by", "since", "from", "early", "late", "mid", "end", "of", "during", "year", "calendar", "around");
    private static final Set<String> UNTIL = Set.of("through", "until", "till");
    private static final Set<String> LASTING =
            Set.of("for", "over", "lasting", "runs", "of", "spanning", "next", "least", "to");
    private static final Map<String, Double> YEARS = Map.of(
            "year", 1.0, "years", 1.0, "yr", 1.0, "month", 1 / 12.0, "months", 1 / 12.0, "day", 1 / 365.0, "decade",
            10.0);
    private static final BigDecimal LONGEST = new BigDecimal(1000);

    private final Calendar calendar = new Calendar();
    private final Numerals numerals = new Numerals();

    /** @param published null when unknown: weekdays and dates without a year are not read then */
    public List<Found> find(String source, boolean inTitle, List<Lexeme> lexemes, @Nullable LocalDate published) {
        List<Found> found = new ArrayList<>();
        int at = 0;
        while (at < lexemes.size()) {
            Step step = step(lexemes, at, published);
            if (step == null) {
                at++;
                continue;
            }
            int start = lexemes.get(step.from()).start();
            int end = lexemes.get(step.to() - 1).end();
            String text = source.substring(start, end);
            found.add(new Found(new Mention(step.kind(), text, start, end, step.entity(), inTitle), step.detail()));
            at = step.to();
        }
        return found;
    }

    private record Step(MentionKind kind, int from, int to, String entity, Detail detail) {}

    private @Nullable Step step(List<Lexeme> lexemes, int at, @Nullable LocalDate published) {
        Step length = length(lexemes, at);
        if (length != null) {
            return length;
        }
        if (UNTIL.contains(lexemes.get(at).folded()) && at + 1 < lexemes.size()) {
            Day until = dayOrYear(lexemes, at + 1, published);
            if (until != null) {
                Detail detail = new Detail.Length(null, until.to());
                return new Step(MentionKind.TERM, at, until.lexemeTo(), "until " + until.to(), detail);
            }
        }
        Day day = calendar.at(lexemes, at, published);
        if (day == null && at > 0 && BEFORE_YEAR.contains(lexemes.get(at - 1).folded())) {
            day = calendar.year(lexemes, at);
        }
        return day == null ? null : date(day);
    }

    private @Nullable Day dayOrYear(List<Lexeme> lexemes, int at, @Nullable LocalDate published) {
        Day day = calendar.at(lexemes, at, published);
        if (day != null) {
            return day;
        }
        boolean end = Numerals.isAt(lexemes, at, "the") && Numerals.isAt(lexemes, at + 1, "end");
        int year = end && Numerals.isAt(lexemes, at + 2, "of") ? at + 3 : at;
        return calendar.year(lexemes, year);
    }

    private static Step date(Day day) {
        String entity = day.from().equals(day.to()) ? day.from().toString() : day.from() + "/" + day.to();
        return new Step(
                MentionKind.DATE, day.lexemeFrom(), day.lexemeTo(), entity, new Detail.When(day.from(), day.to()));
    }

    /** "15-year", "15 year lease", "for ten years". An age or "two years ago" is none. */
    private @Nullable Step length(List<Lexeme> lexemes, int at) {
        Numeral numeral = numerals.at(lexemes, at, false);
        if (numeral == null || numeral.hasMagnitude() || numeral.value().compareTo(LONGEST) > 0) {
            return null;
        }
        boolean hyphen = Numerals.isAt(lexemes, numeral.to(), "-");
        int unitAt = hyphen ? numeral.to() + 1 : numeral.to();
        Double unit = unitAt < lexemes.size() ? YEARS.get(lexemes.get(unitAt).folded()) : null;
        if (unit == null || numeral.value().signum() <= 0) {
            return null;
        }
        boolean old = Numerals.isAt(lexemes, unitAt + 1, "old")
                || Numerals.isAt(lexemes, unitAt + 2, "old")
                || Numerals.isAt(lexemes, unitAt + 1, "ago");
        boolean lasting = at > 0 && LASTING.contains(lexemes.get(at - 1).folded());
        if (old || !(hyphen || lasting)) {
            return null;
        }
        double years = Math.round(numeral.value().doubleValue() * unit * 100) / 100.0;
        return new Step(MentionKind.TERM, at, unitAt + 1, years + " years", new Detail.Length(years, null));
    }
}
