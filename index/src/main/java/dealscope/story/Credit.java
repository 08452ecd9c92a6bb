package dealscope.story;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whom an article names as the origin of what it tells: in its byline, its dateline, a note ("originally published by
 * Sample Wire"), the address that its page calls canonical, or the words of its first paragraphs ("Sample Wire
 * reported"). The words are in {@code credits.txt}.
 */
final class Credit {
    private static final DataLines FILE = DataLines.of("credits.txt");
    private static final List<String> NOTES = FILE.kind("note");
    private static final List<String> SOURCES = FILE.kind("source");
    private static final List<String> BEFORE = FILE.kind("before");
    private static final List<String> AFTER = FILE.kind("after");
    private static final int LEAD = 900;
    private static final int TAIL = 400;
    private static final int MOST_NAME_WORDS = 5;
    private static final int LONGEST_NAME = 60;

    private final String publisher;

    private Credit(String publisher) {
        this.publisher = publisher;
    }

    /** The outlet's name as written, or null when the article names none but its own publisher. */
    static @Nullable String of(
            String publisher, String text, @Nullable String author, String url, @Nullable String canonical) {
        Credit credit = new Credit(publisher);
        List<@Nullable String> found = new ArrayList<>();
        found.add(credit.byline(author));
        found.add(credit.dateline(text));
        String lead = text.substring(0, Math.min(text.length(), LEAD));
        String tail = text.substring(Math.max(lead.length(), text.length() - TAIL));
        for (String part : List.of(tail, lead)) {
            NOTES.forEach(cue -> found.add(credit.behind(part, cue, false)));
            SOURCES.forEach(cue -> found.add(credit.behind(part, cue, true)));
        }
        found.add(otherHost(url, canonical));
        BEFORE.forEach(cue -> found.add(credit.behind(lead, cue, true)));
        AFTER.forEach(cue -> found.add(credit.ahead(lead, cue)));
        return found.stream().filter(name -> name != null).findFirst().orElse(null);
    }

    private @Nullable String byline(@Nullable String author) {
        if (author == null) {
            return null;
        }
        String last = author.substring(author.lastIndexOf(',') + 1);
        int via = last.toLowerCase(Locale.ROOT).lastIndexOf("via ");
        return named((via < 0 ? last : last.substring(via + 4)).strip(), true);
    }

    private @Nullable String dateline(String text) {
        int end = text.indexOf('\n');
        String dateline = Dateline.of(end < 0 ? text : text.substring(0, end));
        int open = Math.max(dateline.indexOf('('), dateline.indexOf('/'));
        int close = Math.max(dateline.lastIndexOf(')'), dateline.lastIndexOf('/'));
        return open < 0 || close <= open
                ? null
                : named(dateline.substring(open + 1, close).strip(), false);
    }

    /** The name that follows the cue. */
    private @Nullable String behind(String part, String cue, boolean outletOnly) {
        String lower = part.toLowerCase(Locale.ROOT);
        for (int at = lower.indexOf(cue); at >= 0; at = lower.indexOf(cue, at + 1)) {
            boolean whole = at == 0 || !Character.isLetterOrDigit(lower.charAt(at - 1));
            String name = whole && lower.length() == part.length() ? nameAt(part, at + cue.length()) : "";
            String credited = named(name, outletOnly);
            if (credited != null) {
                return credited;
            }
        }
        return null;
    }

    private static String nameAt(String text, int from) {
        int at = from;
        int end = from;
        for (int words = 0; words < MOST_NAME_WORDS && at < text.length(); words++) {
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
            int start = at;
            while (at < text.length() && inName(text.charAt(at))) {
                at++;
            }
            String word = text.substring(start, at);
            boolean article = words == 0 && (word.equals("the") || word.equals("a"));
            if (word.isEmpty() || !article && !Character.isUpperCase(word.charAt(0))) {
                break;
            }
            end = article ? end : at;
        }
        return withoutArticle(text.substring(Math.min(from, text.length()), Math.max(from, end))
                .strip());
    }

    private static String withoutArticle(String name) {
        return name.startsWith("the ") ? name.substring(4) : name.startsWith("a ") ? name.substring(2) : name;
    }

    /** The name that stands before the cue. */
    private @Nullable String ahead(String part, String cue) {
        String lower = part.toLowerCase(Locale.ROOT);
        if (lower.length() != part.length()) {
            return null;
        }
        for (int at = lower.indexOf(cue); at >= 0; at = lower.indexOf(cue, at + 1)) {
            String credited = named(nameBefore(part, at), true);
            if (credited != null) {
                return credited;
            }
        }
        return null;
    }

    private static String nameBefore(String text, int end) {
        int start = end;
        int at = end;
        for (int words = 0; words < MOST_NAME_WORDS && at > 0; words++) {
            int last = at;
            while (at > 0 && inName(text.charAt(at - 1))) {
                at--;
            }
            if (at == last || !Character.isUpperCase(text.charAt(at))) {
                break;
            }
            start = at;
            if (at == 0 || text.charAt(at - 1) != ' ') {
                break;
            }
            at--;
        }
        return text.substring(start, end).strip();
    }

    private static boolean inName(char c) {
        return Character.isLetterOrDigit(c) || c == '&' || c == '\'' || c == '’' || c == '-';
    }

    private @Nullable String named(String name, boolean outletOnly) {
        String own = name.endsWith("'s") || name.endsWith("’s") ? name.substring(0, name.length() - 2) : name;
        if (own.length() < 2 || own.length() > LONGEST_NAME || !own.codePoints().anyMatch(Character::isLetter)) {
            return null;
        }
        boolean other = !Outlets.same(own, publisher) && !Series.isDate(own);
        return other && (!outletOnly || Outlets.isOutlet(own)) ? own : null;
    }

    private static @Nullable String otherHost(String url, @Nullable String canonical) {
        String own = host(url);
        String other = canonical == null ? "" : host(canonical);
        boolean related = own.isEmpty()
                || other.isEmpty()
                || own.equals(other)
                || own.endsWith("." + other)
                || other.endsWith("." + own);
        return related ? null : other;
    }

    private static String host(String url) {
        try {
            String host = URI.create(url).getHost();
            String lower = host == null ? "" : host.toLowerCase(Locale.ROOT);
            return lower.startsWith("www.") ? lower.substring(4) : lower;
        } catch (IllegalArgumentException noAddress) {
            return "";
        }
    }
}
