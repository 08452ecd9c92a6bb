package dealscope.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The path of a key: no dot segments, no empty ones, no slash at the end, no sign of AMP or of a session. */
final class KeyPath {
    private static final Pattern SESSION = Pattern.compile("(?i);jsessionid=[^/]*+");
    private static final Pattern AMP_ENDING = Pattern.compile("(?i)(?<=.)\\.amp(?=(?:\\.html?)?$)");

    private KeyPath() {}

    static String of(String path) {
        String plain = SESSION.matcher(PercentEncoding.normalize(path, "")).replaceAll("");
        List<String> segments = new ArrayList<>();
        for (String segment : plain.split("/")) {
            if (segment.equals("..")) {
                if (!segments.isEmpty()) {
                    segments.removeLast();
                }
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.add(segment);
            }
        }
        while (segments.size() > 1
                && segments.getLast().toLowerCase(Locale.ROOT).equals("amp")) {
            segments.removeLast();
        }
        if (!segments.isEmpty()) {
            segments.set(segments.size() - 1, withoutAmp(segments.getLast()));
        }
        return "/" + String.join("/", segments);
    }

    private static String withoutAmp(String last) {
        return AMP_ENDING.matcher(last).replaceFirst("");
    }
}
