package dealscope.nlp.name;

import dealscope.deal.MentionKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Training text: a sentence per line, names marked as {@code [Nscale](company)}, a blank line between articles, comments
 * after {@code #}.
 */
final class MarkedText {
    private static final Pattern MARK = Pattern.compile("\\[([^\\[\\]]{1,200})]\\(([a-z]{1,20})\\)");

    private MarkedText() {}

    /** A marked name; offsets count in the sentence without marks. */
    record Name(int start, int end, MentionKind kind) {}

    record Line(String sentence, List<Name> names) {
        Line {
            names = List.copyOf(names);
        }
    }

    /**
     * Sentences of one made-up article.
     *
     * @param style the file that it is in, without its ending: {@code wire}
     */
    record Group(String style, List<Line> lines) {
        Group {
            lines = List.copyOf(lines);
        }
    }

    /** All groups of all {@code .txt} files of a folder, in the order of names and lines. */
    static List<Group> read(Path folder) throws IOException {
        List<Group> groups = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                addGroups(groups, name.substring(0, name.length() - 4), Files.readAllLines(file));
            }
        }
        return groups;
    }

    private static void addGroups(List<Group> groups, String style, List<String> lines) {
        List<Line> open = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.startsWith("#")) {
                continue;
            }
            if (line.isEmpty()) {
                addGroup(groups, style, open);
                continue;
            }
            open.add(line(line, style + ".txt:" + (i + 1)));
        }
        addGroup(groups, style, open);
    }

    private static void addGroup(List<Group> groups, String style, List<Line> open) {
        if (!open.isEmpty()) {
            groups.add(new Group(style, open));
            open.clear();
        }
    }

    static Line line(String marked, String where) {
        StringBuilder plain = new StringBuilder();
        List<Name> names = new ArrayList<>();
        Matcher mark = MARK.matcher(marked);
        int at = 0;
        while (mark.find()) {
            plain.append(marked, at, mark.start());
            int start = plain.length();
            plain.append(mark.group(1));
            names.add(new Name(start, plain.length(), kind(mark.group(2), where)));
            at = mark.end();
        }
        plain.append(marked, at, marked.length());
        if (plain.indexOf("](") >= 0) {
            throw new IllegalArgumentException(where + ": a mark is not closed: " + marked);
        }
        return new Line(plain.toString(), names);
    }

    private static MentionKind kind(String label, String where) {
        try {
            return MentionKind.of(label);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(where + ": " + e.getMessage(), e);
        }
    }
}
