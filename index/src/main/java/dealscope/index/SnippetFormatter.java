package dealscope.index;

import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;

/** Plain text with private-use marks around matches: whoever shows it escapes the text and turns the marks into tags. */
final class SnippetFormatter extends PassageFormatter {
    static final char OPEN = '\uE000';
    static final char CLOSE = '\uE001';

    @Override
    public String format(Passage[] passages, String content) {
        StringBuilder out = new StringBuilder();
        for (Passage passage : passages) {
            if (!out.isEmpty()) {
                out.append(" … ");
            }
            int at = passage.getStartOffset();
            for (int i = 0; i < passage.getNumMatches(); i++) {
                int start = Math.max(at, passage.getMatchStarts()[i]);
                int end = Math.min(passage.getEndOffset(), passage.getMatchEnds()[i]);
                if (start < end) {
                    plain(out, content, at, start);
                    out.append(OPEN);
                    plain(out, content, start, end);
                    out.append(CLOSE);
                    at = end;
                }
            }
            plain(out, content, at, passage.getEndOffset());
        }
        return out.toString().strip();
    }

    private static void plain(StringBuilder out, String content, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = content.charAt(i);
            out.append(c == OPEN || c == CLOSE || Character.isISOControl(c) ? ' ' : c);
        }
    }
}
