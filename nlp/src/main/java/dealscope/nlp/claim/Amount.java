package dealscope.nlp.claim;

import dealscope.deal.Money;

/**
 * An amount in a line.
 *
 * @param money in US dollars when the text gives a conversion in brackets
 * @param at number of the unit
 */
record Amount(Line line, int at, Money money, MoneyRole role, int start, int end) {
    Amount as(MoneyRole other) {
        return new Amount(line, at, money, other, start, end);
    }

    boolean rate() {
        return money.per() != null;
    }

    boolean near(Amount other) {
        double a = worth();
        double b = other.worth();
        return Math.abs(a - b) <= 0.02 * Math.max(a, b);
    }

    double worth() {
        return (money.usd() == null ? money.max() : money.usd()).doubleValue();
    }
}
