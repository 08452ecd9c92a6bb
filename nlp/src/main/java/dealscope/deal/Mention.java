package dealscope.deal;

import org.jspecify.annotations.Nullable;

/**
 * A span of an article that names something.
 *
 * @param text exactly {@code source.substring(start, end)}, where source is the text, or the title when {@code inTitle}
 * @param start offset in UTF-16 units, inclusive
 * @param end exclusive
 * @param entity what it stands for: company id, hardware name, normalised amount; null when nothing is known of it
 */
public record Mention(
        MentionKind kind,
        String text,
        int start,
        int end,
        @Nullable String entity,
        boolean inTitle) {
    public Mention {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("bad span [" + start + ", " + end + ")");
        }
    }
}
