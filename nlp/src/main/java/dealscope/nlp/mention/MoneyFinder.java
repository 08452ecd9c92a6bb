package dealscope.nlp.mention;

import dealscope.deal.Mention;
import dealscope.deal.MentionKind;
import dealscope.deal.Money;
import dealscope.deal.Qualifier;
import dealscope.fact.Currencies;
import dealscope.fact.Phrase;
import dealscope.nlp.mention.MoneyGrammar.Amount;
import dealscope.nlp.text.Cues;
import dealscope.nlp.text.Detail;
import dealscope.nlp.text.Found;
import dealscope.nlp.text.Lexeme;
import dealscope.nlp.text.PhraseTrie;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds amounts of money. Vague ones ("billions of dollars") are left out. */
public final class MoneyFinder {
    private final Currencies currencies;
    private final MoneyGrammar grammar;
    private final Hedges hedges = new Hedges();
    private final PhraseTrie<String> periods = new PhraseTrie<>();

    public MoneyFinder(Currencies currencies) {
        this.currencies = currencies;
        this.grammar = new MoneyGrammar(currencies);
        for (Phrase phrase : Phrase.load("periods.csv", "period")) {
            periods.add(phrase.words(), phrase.get("period"));
        }
    }

    /**
     * The amounts in order.
     *
     * @param month for the reference rate; null takes the latest one
     */
    public List<Found> find(String source, boolean inTitle, List<Lexeme> lexemes, @Nullable YearMonth month) {
        List<Found> found = new ArrayList<>();
        int at = 0;
        while (at < lexemes.size()) {
            Amount amount = grammar.at(lexemes, at);
            if (amount == null) {
                at++;
                continue;
            }
            Hedges.Hedged hedged = hedges.around(lexemes, amount.from(), amount.to());
            PhraseTrie.Match<String> period = period(lexemes, hedged.to());
            int to = period == null ? hedged.to() : period.to();
            int from = hedged.from();
            if (from > 0 && lexemes.get(from - 1).is("another")) {
                from--;
            }
            int start = lexemes.get(from).start();
            int end = lexemes.get(to - 1).end();
            Qualifier qualifier = amount.range() ? Qualifier.RANGE : hedged.qualifier();
            String per = period == null || period.value().isEmpty() ? null : period.value();
            Money money = money(source.substring(start, end), amount, per, qualifier, month);
            Mention mention =
                    new Mention(MentionKind.MONEY, source.substring(start, end), start, end, entity(money), inTitle);
            found.add(new Found(mention, new Detail.Amount(money, period != null && per == null)));
            at = to;
        }
        return linkConversions(source, found);
    }

    private PhraseTrie.@Nullable Match<String> period(List<Lexeme> lexemes, int from) {
        PhraseTrie.Match<String> period = Cues.after(periods, lexemes, from);
        if (period == null && Numerals.isAt(lexemes, from, "per") && from + 1 < lexemes.size()) {
            return lexemes.get(from + 1).letters() ? new PhraseTrie.Match<>("", from, from + 2) : null;
        }
        return period;
    }

    private Money money(
            String text, Amount amount, @Nullable String per, Qualifier qualifier, @Nullable YearMonth month) {
        BigDecimal usd = currencies.inDollars(amount.max(), amount.currency(), month);
        boolean converted = usd != null && !amount.currency().equals("USD");
        return new Money(text, amount.currency(), amount.min(), amount.max(), per, qualifier, usd, converted);
    }

    private static String entity(Money money) {
        String max = money.max().toPlainString() + " " + money.currency();
        String range =
                money.min().compareTo(money.max()) == 0 ? max : money.min().toPlainString() + "-" + max;
        return money.per() == null ? range : range + "/" + money.per();
    }

    /** "€75 billion ($87 billion)": the text itself says what the amount is in dollars. */
    private static List<Found> linkConversions(String source, List<Found> found) {
        for (int i = 0; i + 1 < found.size(); i++) {
            Found one = found.get(i);
            Found two = found.get(i + 1);
            Money a = ((Detail.Amount) one.detail()).money();
            Money b = ((Detail.Amount) two.detail()).money();
            if (!isBracketed(source, one.end(), two.start()) || a.currency().equals(b.currency())) {
                continue;
            }
            if (b.currency().equals("USD")) {
                found.set(i, withUsd(one, a, b.max()));
            } else if (a.currency().equals("USD")) {
                found.set(i + 1, withUsd(two, b, a.max()));
            }
        }
        return found;
    }

    private static boolean isBracketed(String source, int from, int to) {
        String between = source.substring(from, Math.max(from, to));
        return between.length() < 20 && between.strip().startsWith("(");
    }

    private static Found withUsd(Found found, Money m, BigDecimal usd) {
        Money money = new Money(m.text(), m.currency(), m.min(), m.max(), m.per(), m.qualifier(), usd, false);
        boolean unitPrice = ((Detail.Amount) found.detail()).unitPrice();
        return new Found(found.mention(), new Detail.Amount(money, unitPrice));
    }
}
