package dealscope.web.alert;

import dealscope.alert.AlertEvent;
import dealscope.alert.DealFacts;
import dealscope.deal.Company;
import dealscope.deal.Field;
import dealscope.deal.Money;
import dealscope.web.view.Amounts;
import dealscope.web.view.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** What an alert tells, in words: {@code Changed: OpenAI → Oracle, value $10bn → up to $10bn}. */
public final class AlertText {
    /** What stands for a fact that is not known. */
    private static final String NONE = "none";

    private AlertText() {}

    /** @param name the field's, as the API has it; @param before, after "none" when it is not known */
    public record Words(String name, String label, String before, String after) {
        /** {@code value $10bn → up to $10bn}. */
        public String text() {
            return label + " " + before + " → " + after;
        }
    }

    /** A line for lists, subjects and titles. */
    public static String title(AlertEvent event) {
        return lead(event.kind()) + ": " + deal(event.facts());
    }

    /** {@code New}, {@code Changed}, {@code No longer matches}, {@code Withdrawn}. */
    public static String lead(AlertEvent.Kind kind) {
        return switch (kind) {
            case NEW -> "New";
            case CHANGED -> "Changed";
            case LEFT -> "No longer matches";
            case GONE -> "Withdrawn";
        };
    }

    /** {@code Anthropic → SpaceX, compute, about $45bn, 300 MW, reported}. */
    public static String deal(DealFacts facts) {
        List<String> parts = new ArrayList<>();
        parts.add(Labels.parties(facts.type(), facts.payer(), facts.payee()));
        parts.add(Labels.type(facts.type()).toLowerCase(Locale.ROOT));
        if (facts.value() != null) {
            parts.add(amount(facts.value()));
        }
        if (facts.powerMw() != null) {
            parts.add(Amounts.power(facts.powerMw()));
        }
        parts.add(facts.status().label());
        return String.join(", ", parts);
    }

    /** A sentence on what happened. */
    public static String what(AlertEvent event) {
        String changes = changes(event).stream().map(Words::text).collect(Collectors.joining(", "));
        String merged = event.formerId() == null ? "" : event.formerId() + " is now part of this deal";
        String both = merged.isEmpty() || changes.isEmpty() ? merged + changes : merged + "; " + changes;
        return switch (event.kind()) {
            case NEW -> "First told now";
            case CHANGED -> both.isEmpty() ? "It has come to match with a further article" : both;
            case LEFT -> "It does not match any more" + (both.isEmpty() ? "" : ": " + both);
            case GONE -> "It is no deal any more, or an analyst hid it";
        };
    }

    /** The facts that changed, in words. */
    public static List<Words> changes(AlertEvent event) {
        return event.changes().stream()
                .map(change -> new Words(
                        change.field().label(),
                        Labels.field(change.field()).toLowerCase(Locale.ROOT),
                        fact(change.before(), change.field()),
                        fact(change.after(), change.field())))
                .toList();
    }

    private static String fact(DealFacts facts, Field field) {
        return switch (field) {
            case TYPE -> Labels.type(facts.type()).toLowerCase(Locale.ROOT);
            case PAYER -> names(facts.payer());
            case PAYEE -> names(facts.payee());
            case VALUE -> facts.value() == null ? "undisclosed" : amount(facts.value());
            case POWER_MW -> facts.powerMw() == null ? NONE : Amounts.power(facts.powerMw());
            case HARDWARE ->
                facts.hardware().isEmpty()
                        ? NONE
                        : facts.hardware().stream().map(Amounts::hardware).collect(Collectors.joining(" and "));
            case TERM -> facts.term() == null ? NONE : Amounts.term(facts.term());
            case SITE -> Objects.requireNonNullElse(facts.site(), NONE);
            case EQUITY_STAKE_PCT -> facts.equityStakePct() == null ? NONE : Amounts.percent(facts.equityStakePct());
            case STATUS -> facts.status().label();
            case ANNOUNCED -> Objects.toString(facts.announced(), NONE);
        };
    }

    private static String names(List<Company> companies) {
        return companies.isEmpty()
                ? "unnamed"
                : companies.stream().map(Company::name).collect(Collectors.joining(" and "));
    }

    /** The hedge as a word, for where a sign would be read past. */
    private static String amount(Money money) {
        String shown = Amounts.of(money);
        return switch (shown.isEmpty() ? ' ' : shown.charAt(0)) {
            case '~' -> "about " + shown.substring(1);
            case '≥' -> "at least " + shown.substring(1);
            case '≤' -> "up to " + shown.substring(1);
            default -> shown;
        };
    }
}
