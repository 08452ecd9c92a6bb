package dealscope.extract;

import org.jspecify.annotations.Nullable;

/**
 * One story of a round-up post.
 *
 * @param title its own headline, or the words in bold that it begins with
 * @param text paragraphs separated by a line feed, without the title
 * @param anchor the page's address with a fragment that leads to the story
 * @param target where the story links to for more, absolute; null when it links nowhere
 */
public record RoundUpItem(
        String title, String text, String anchor, @Nullable String target) {}
