package dealscope.story;

/** Where and by whom a story is datelined: {@code DENVER, May 4 (Sample Wire) - }, {@code OSLO, May 4 /SampleWire/ -- }. */
final class Dateline {
    private static final int LONGEST = 120;

    private Dateline() {}

    /** The paragraph behind its dateline. */
    static String without(String paragraph) {
        int end = end(paragraph);
        return end < 0 ? paragraph : paragraph.substring(end).strip();
    }

    /** The dateline alone, empty when there is none. */
    static String of(String paragraph) {
        int end = end(paragraph);
        return end < 0 ? "" : paragraph.substring(0, end);
    }

    private static int end(String paragraph) {
        String start = paragraph.substring(0, Math.min(paragraph.length(), LONGEST));
        for (int i = 2; i + 1 < start.length(); i++) {
            if (isDash(start.charAt(i)) && (start.charAt(i - 1) == ' ' || isDash(start.charAt(i - 1)))) {
                int end = i + 1;
                while (end < start.length() && isDash(start.charAt(end))) {
                    end++;
                }
                return end < start.length() && start.charAt(end) == ' ' && placesAndDates(start.substring(0, i))
                        ? end
                        : -1;
            }
        }
        return -1;
    }

    private static boolean isDash(char c) {
        return c == '-' || c == '–' || c == '—';
    }

    /** Nothing but capitalized words and numbers, some of it in brackets or between slashes. */
    private static boolean placesAndDates(String text) {
        int depth = 0;
        boolean fresh = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            boolean letter = Character.isLetter(c);
            if (letter && fresh && depth == 0 && !Character.isUpperCase(c)) {
                return false;
            }
            fresh = !letter && c != '\'' && c != '’';
        }
        return depth == 0;
    }
}
