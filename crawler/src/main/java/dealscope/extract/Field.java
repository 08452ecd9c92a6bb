package dealscope.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * One field of an article, and where on the page it was found.
 *
 * @param value null exactly when {@code source} is {@link Source#NONE}
 * @param reason in words, what other parts of the page say instead; null when none of them disagrees
 */
public record Field<T>(
        @Nullable T value, Source source, @Nullable String reason) {
    private static final int LONGEST = 120;

    public Field {
        if ((value == null) != (source == Source.NONE)) {
            throw new IllegalArgumentException("value " + value + " from " + source);
        }
    }

    static <T> Field<T> none() {
        return new Field<>(null, Source.NONE, null);
    }

    /** A value without rivals; a null value is none. */
    static <T> Field<T> of(@Nullable T value, Source source) {
        return value == null ? none() : new Field<>(value, source, null);
    }

    /** This field, with what those of {@code candidates} say that are not the {@code same}. */
    Field<T> among(List<Field<T>> candidates, BiPredicate<T, T> same) {
        T mine = value;
        if (mine == null) {
            return this;
        }
        List<String> others = new ArrayList<>();
        for (Field<T> candidate : candidates) {
            T other = candidate.value();
            if (other != null && !same.test(mine, other)) {
                String said = candidate.source().label() + " says " + shortened(other.toString());
                if (!others.contains(said)) {
                    others.add(said);
                }
            }
        }
        return others.isEmpty() ? this : new Field<>(mine, source, String.join("; ", others));
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + "…";
    }
}
