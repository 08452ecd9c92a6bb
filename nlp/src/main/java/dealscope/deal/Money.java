package dealscope.deal;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An amount of money as a text gives it.
 *
 * @param text the words as written: "nearly $45 billion"
 * @param currency ISO 4217: {@code USD}
 * @param min in whole units of the currency; equals {@code max} unless the qualifier is a range
 * @param per {@code month}, {@code year}, ... when the text ties the amount to a period, else null
 * @param usd the upper bound in US dollars; null when no reference rate is known
 * @param converted true when {@code usd} comes from a reference rate and not from the text
 */
public record Money(
        String text,
        String currency,
        BigDecimal min,
        BigDecimal max,
        @Nullable String per,
        Qualifier qualifier,
        @Nullable BigDecimal usd,
        boolean converted) {
    public Money {
        if (min.compareTo(max) > 0) {
            throw new IllegalArgumentException("min " + min + " above max " + max);
        }
    }
}
