package dealscope.fetch;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Knows pages that ask whether the reader is human, whatever status they come with. The marks are in
 * {@code challenges.txt} beside this class.
 */
final class Challenge {
    /** The marks stand near the beginning. */
    static final int LOOK_AT = 64 * 1024;

    private static final List<Mark> MARKS =
            DataFile.lines("challenges.txt").stream().map(Mark::parse).toList();

    private Challenge() {}

    private enum Place {
        HEADER,
        TITLE,
        BODY_OF_ERROR
    }

    private record Mark(Place place, String who, String text) {
        static Mark parse(String line) {
            String[] columns = line.split("\\s*\\|\\s*", 3);
            return new Mark(
                    Place.valueOf(columns[0].toUpperCase(Locale.ROOT)),
                    columns[1],
                    columns[2].toLowerCase(Locale.ROOT));
        }
    }

    /** Who guards the site when the answer is a challenge, else null. */
    static @Nullable String find(int status, Headers headers, byte[] body) {
        String text = new String(body, 0, Math.min(body.length, LOOK_AT), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        String title = title(text);
        for (Mark mark : MARKS) {
            boolean found =
                    switch (mark.place) {
                        case HEADER -> hasHeader(headers, mark.text);
                        case TITLE -> title.contains(mark.text);
                        case BODY_OF_ERROR -> status >= 400 && text.contains(mark.text);
                    };
            if (found) {
                return mark.who;
            }
        }
        return null;
    }

    static String reason(String who, int status) {
        return "The site's guard (" + who + ") asks whether we are human; a program cannot pass (" + status + ").";
    }

    /** The title of an HTML page; the titles inside a feed, which come after its root element, do not count. */
    private static String title(String text) {
        int html = text.indexOf("<html");
        int start = html < 0 ? -1 : text.indexOf("<title", html);
        int open = start < 0 ? -1 : text.indexOf('>', start);
        int end = open < 0 ? -1 : text.indexOf("</title", open);
        return end < 0 || firstTagIsFeed(text)
                ? ""
                : text.substring(open + 1, end).strip();
    }

    private static boolean firstTagIsFeed(String text) {
        String head = text.substring(0, Math.min(text.length(), 1_000));
        return head.contains("<rss") || head.contains("<feed") || head.contains("<rdf:rdf");
    }

    private static boolean hasHeader(Headers headers, String nameAndValue) {
        int colon = nameAndValue.indexOf(':');
        String wanted = nameAndValue.substring(colon + 1).strip();
        return headers.values(nameAndValue.substring(0, colon).strip()).stream()
                .anyMatch(value -> value.strip().equalsIgnoreCase(wanted));
    }
}
