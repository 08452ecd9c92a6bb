package dealscope.ledger;

import org.jspecify.annotations.Nullable;

/**
 * A figure worked out from a deal's fields.
 *
 * @param amount US dollars, or kilowatts for {@link Band.Measure#KW_PER_GPU}
 * @param from what it was worked out from, in words: "$9.7bn over 200 MW"
 * @param band null when there is none for it, or the amount's own hedge leaves open what lies outside
 */
public record Derived(
        Band.Measure measure,
        double amount,
        String from,
        @Nullable Band band) {
    /** Whether it lies outside its band. */
    public boolean implausible() {
        return band != null && (amount < band.low() || amount > band.high());
    }
}
