package dealscope.web.view;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What changed between two versions of a text, word by word, paragraph by paragraph. Paragraphs are compared first, then
 * the words of those that differ; a change too large to be read word by word is shown as a whole. Work and memory are
 * bounded whatever the texts are.
 */
public final class WordDiff {
    private static final int MOST_PARAGRAPHS = 600;
    private static final int MOST_WORDS = 2_500;

    private WordDiff() {}

    /** What became of some words. */
    public enum Kind {
        SAME,
        DELETED,
        INSERTED
    }

    public record Piece(Kind kind, String text) {}

    /**
     * A paragraph of the comparison.
     *
     * @param unchanged how many paragraphs without change stand here; 0 where there are pieces
     */
    public record Paragraph(List<Piece> pieces, int unchanged) {}

    /** The pieces of a text of one line. */
    public static List<Piece> ofLine(String before, String after) {
        return words(before, after);
    }

    /** Changed paragraphs with their pieces, and between them the number of those that stayed. */
    public static List<Paragraph> of(String before, String after) {
        List<String> old = paragraphs(before);
        List<String> now = paragraphs(after);
        List<Paragraph> found = new ArrayList<>();
        int at = 0;
        for (Change change : changes(old, now, MOST_PARAGRAPHS)) {
            skip(found, change.start() - at);
            changed(found, change.old(), change.now());
            at = change.end();
        }
        skip(found, old.size() - at);
        return found;
    }

    private static void skip(List<Paragraph> found, int unchanged) {
        if (unchanged > 0) {
            found.add(new Paragraph(List.of(), unchanged));
        }
    }

    /** As many paragraphs against as many are taken one by one, else all of them against all. */
    private static void changed(List<Paragraph> found, List<String> old, List<String> now) {
        if (old.size() == now.size()) {
            for (int i = 0; i < old.size(); i++) {
                found.add(new Paragraph(words(old.get(i), now.get(i)), 0));
            }
        } else if (old.isEmpty() || now.isEmpty()) {
            Kind kind = old.isEmpty() ? Kind.INSERTED : Kind.DELETED;
            (old.isEmpty() ? now : old)
                    .forEach(paragraph -> found.add(new Paragraph(List.of(new Piece(kind, paragraph)), 0)));
        } else {
            found.add(new Paragraph(words(String.join(" ", old), String.join(" ", now)), 0));
        }
    }

    private static List<Piece> words(String before, String after) {
        List<String> old = List.of(before.split(" ", -1));
        List<String> now = List.of(after.split(" ", -1));
        Pieces pieces = new Pieces();
        int at = 0;
        for (Change change : changes(old, now, MOST_WORDS)) {
            pieces.add(Kind.SAME, old.subList(at, change.start()));
            pieces.add(Kind.DELETED, change.old());
            pieces.add(Kind.INSERTED, change.now());
            at = change.end();
        }
        pieces.add(Kind.SAME, old.subList(at, old.size()));
        return pieces.list;
    }

    /** A stretch of one text that another stretch takes the place of. */
    private record Change(int start, List<String> old, List<String> now) {
        int end() {
            return start + old.size();
        }

        Change with(Change next) {
            return new Change(start, joined(old, next.old), joined(now, next.now));
        }

        private static List<String> joined(List<String> a, List<String> b) {
            return Stream.concat(a.stream(), b.stream()).toList();
        }
    }

    /** The changes in order, those that touch each other as one. */
    private static List<Change> changes(List<String> old, List<String> now, int most) {
        if (old.size() > most || now.size() > most) {
            return List.of(new Change(0, old, now));
        }
        List<Change> changes = new ArrayList<>();
        for (AbstractDelta<String> delta :
                DiffUtils.diff(old, now, new MyersDiffWithLinearSpace<>()).getDeltas()) {
            Change change = new Change(
                    delta.getSource().getPosition(),
                    delta.getSource().getLines(),
                    delta.getTarget().getLines());
            if (!changes.isEmpty() && changes.getLast().end() == change.start()) {
                change = changes.removeLast().with(change);
            }
            changes.add(change);
        }
        return changes;
    }

    private static List<String> paragraphs(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static final class Pieces {
        private final List<Piece> list = new ArrayList<>();

        void add(Kind kind, List<String> words) {
            if (!words.isEmpty()) {
                list.add(new Piece(kind, String.join(" ", words)));
            }
        }
    }
}
