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
        return near(other.worth());
    }

    /** Two writings of one amount: "nearly $5.5bn", "$5.45 billion". */
    boolean near(double other) {
        return Math.abs(worth() - other) <= 0.02 * Math.max(worth(), other);
    }

    double worth() {
        return (money.usd() == null ? money.max() : money.usd()).doubleValue();
    }
}
