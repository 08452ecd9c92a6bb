package dealscope.story;

import dealscope.article.Article;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is compared of an article.
 *
 * @param credit the outlet that the article itself names as the origin of its text, or null
 * @param words of the story in lower case, without dateline and boilerplate
 * @param numbers figures in the story, without thousands separators
 * @param names capitalized words within sentences, in lower case
 */
public record StoryText(
        String id,
        String publisher,
        String title,
        @Nullable Instant published,
        @Nullable String credit,
        List<String> words,
        Set<String> numbers,
        Set<String> names) {
    private static final int MOST_CHARACTERS = 120_000;

    /** Below this many words a text is not compared. */
    public static final int FEWEST_WORDS = 12;

    public StoryText {
        words = List.copyOf(words);
        numbers = Set.copyOf(numbers);
        names = Set.copyOf(names);
    }

    /** The number of words, 0 for a text too short to be compared. */
    public int length() {
        return words.size() < FEWEST_WORDS ? 0 : words.size();
    }

    public static StoryText of(Article article) {
        return of(
                article.id(),
                article.publisher(),
                article.title(),
                article.text(),
                article.author(),
                article.url(),
                article.canonical(),
                article.published());
    }

    /**
     * @param author as the page or feed says, or null
     * @param canonical what the page says its address is, or null
     */
    public static StoryText of(
            String id,
            String publisher,
            String title,
            String text,
            @Nullable String author,
            String url,
            @Nullable String canonical,
            @Nullable Instant published) {
        String bounded = text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS);
        String credit = Credit.of(publisher, bounded, author, url, canonical);
        var words = new ArrayList<String>();
        var numbers = new LinkedHashSet<String>();
        var names = new LinkedHashSet<String>();
        List<String> told = Boilerplate.without(bounded);
        for (int i = 0; i < told.size(); i++) {
            Words reader = new Words(i == 0 ? Dateline.without(told.get(i)) : told.get(i));
            while (reader.next()) {
                words.add(reader.lower());
                if (reader.isNumber()) {
                    numbers.add(reader.number());
                } else if (reader.isName()) {
                    names.add(reader.lower());
                }
            }
        }
        if (cut(bounded) && !words.isEmpty()) {
            String half = words.removeLast();
            numbers.remove(half);
            names.remove(half);
        }
        for (String own : new String[] {publisher, credit == null ? "" : credit}) {
            Words reader = new Words(own);
            while (reader.next()) {
                names.remove(reader.lower());
            }
        }
        return new StoryText(id, publisher, title, published, credit, words, numbers, names);
    }

    /** Whether the text breaks off, perhaps within a word. */
    private static boolean cut(String text) {
        String end = text.substring(Math.max(0, text.length() - 40)).strip().toLowerCase(Locale.ROOT);
        return end.endsWith("…") || end.endsWith("...") || end.endsWith("[…]") || end.endsWith("[...]");
    }
}
