package dealscope.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What surrounds a story and is not told by it: notes on the company, legal notices, invitations to read on. The words
 * are in {@code boilerplate.txt}. Safe for many threads.
 */
public final class Boilerplate {
    private static final DataLines FILE = DataLines.of("boilerplate.txt");
    private static final List<String> ENDS = FILE.kind("end");
    private static final List<String> LINES = FILE.kind("line");
    private static final List<String> NOISE = FILE.kind("noise");
    /** A paragraph that says something of its own is longer than an invitation. */
    private static final int LONGEST_LINE = 240;

    private Boilerplate() {}

    /** The paragraphs that tell the story: up to the first that begins the appendix, without invitations. */
    static List<String> without(String text) {
        List<String> told = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            String plain = plain(paragraph);
            if (!told.isEmpty() && ENDS.stream().anyMatch(plain::startsWith)) {
                break;
            }
            if (!plain.isEmpty() && !isNoise(plain)) {
                told.add(paragraph.strip());
            }
        }
        return told;
    }

    /**
     * The text as far as a change of it is a change of the article: without invitations and running numbers ("3 min
     * read"), in one line, with quotes, dashes and spaces of one kind, and addresses without their query.
     */
    public static String comparable(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        for (String paragraph : text.split("\n", -1)) {
            String plain = plain(paragraph);
            if (!plain.isEmpty() && !isNoise(plain)) {
                kept.append(Addresses.withoutQuery(Plain.of(paragraph))).append(' ');
            }
        }
        return kept.toString().strip();
    }

    private static boolean isNoise(String plain) {
        return plain.length() <= LONGEST_LINE
                && (LINES.stream().anyMatch(plain::startsWith)
                        || NOISE.stream().anyMatch(noise -> plain.endsWith(noise) || plain.equals(noise)));
    }

    private static String plain(String paragraph) {
        return Plain.of(paragraph).toLowerCase(Locale.ROOT);
    }
}
