package dealscope.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the text below a node as blocks: white space between blocks, none inside words. */
final class BlockReader {
    private static final int MAX_CELL = 200;
    /** So many commas and stops make sentences of a cell of half that size. */
    private static final int SENTENCES = 3;
    /** Stands between the cells of a row; never in a page's text, whose control characters are blanks by now. */
    private static final char NEXT_CELL = '\u001F';

    private final PageTree tree;
    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private final int[] closing;
    private int open;
    private int owner;
    private boolean pendingBreak;
    private boolean inRow;
    private int weight;
    private int linked;

    private BlockReader(PageTree tree) {
        this.tree = tree;
        this.closing = new int[tree.size() + 1];
    }

    static List<Block> read(PageTree tree, List<Integer> roots) {
        BlockReader reader = new BlockReader(tree);
        for (int root : roots) {
            reader.readBelow(root);
        }
        return reader.blocks;
    }

    private void readBelow(int root) {
        open = 0;
        owner = root;
        for (int i = root; i < tree.end(root); i++) {
            closeBefore(i);
            if (tree.isDropped(i)) {
                i = tree.end(i) - 1;
                continue;
            }
            Role role = tree.role(i);
            if (role == Role.TEXT) {
                append(tree.text(i));
                weight += tree.weight(i);
                linked += tree.linked(i);
            } else if (role == Role.BREAK) {
                lineBreak();
            } else if (role == Role.ROW && isDataRow(i)) {
                flush();
                owner = i;
                closing[open++] = i;
                inRow = true;
            } else if (role == Role.CELL && inRow) {
                line.append(NEXT_CELL);
            } else if (role.isBlock() && inRow) {
                space();
            } else if (role.isBlock()) {
                flush();
                owner = i;
                closing[open++] = i;
            }
        }
        closeBefore(tree.end(root));
        flush();
    }

    private void closeBefore(int i) {
        while (open > 0 && tree.end(closing[open - 1]) <= i) {
            flush();
            inRow = false;
            open--;
            owner = open > 0 ? closing[open - 1] : owner;
        }
    }

    /** A row of at least two cells that hold no paragraphs: its cells make one line. */
    private boolean isDataRow(int row) {
        int cells = 0;
        for (int i = row + 1; i < tree.end(row); i++) {
            if (tree.isDropped(i)) {
                i = tree.end(i) - 1;
            } else if (tree.role(i) == Role.CELL) {
                cells++;
                if (tree.weight(i) > MAX_CELL || (tree.weight(i) > MAX_CELL / 2 && tree.marks(i) >= SENTENCES)) {
                    return false;
                }
            } else if (tree.role(i) == Role.TABLE) {
                return false;
            }
        }
        return cells > 1;
    }

    private void lineBreak() {
        if (inRow) {
            space();
            return;
        }
        if (pendingBreak || endsSentence()) {
            flush();
        } else {
            pendingBreak = true;
            space();
        }
    }

    private boolean endsSentence() {
        int last = line.length() - 1;
        while (last >= 0 && line.charAt(last) == ' ') {
            last--;
        }
        return last < 0 || ".!?。！？:”\"»".indexOf(line.charAt(last)) >= 0;
    }

    private void append(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' && tree.role(owner) == Role.CODE) {
                lineOfCode(text, i);
            } else if (c <= ' ' || c == '\u00A0' || Character.isWhitespace(c)) {
                space();
            } else if (!isInvisible(c)) {
                line.append(c);
                pendingBreak = false;
            }
        }
    }

    /** In program text every line is a block, in other preformatted text what stands between empty lines. */
    private void lineOfCode(String text, int at) {
        int next = at + 1;
        while (next < text.length() && (text.charAt(next) == ' ' || text.charAt(next) == '\r')) {
            next++;
        }
        boolean empty = next < text.length() && text.charAt(next) == '\n';
        if (empty || tree.holds(owner, "code")) {
            flush();
        } else {
            space();
        }
    }

    private static boolean isInvisible(char c) {
        return c == '\u00AD' || c == '\u200B' || c == '\uFEFF' || c == '\u2060' || (c >= 0x7F && c < 0xA0);
    }

    private void space() {
        if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
            line.append(' ');
        }
    }

    private void flush() {
        List<String> cells = inRow ? cells() : List.of();
        String text = inRow
                ? new TextBlock.TableRow(cells, false).text()
                : line.toString().strip();
        if (inRow && weight == 0) {
            text = "";
        }
        if (tree.role(owner) == Role.CODE) {
            weight = Letters.of(text).weight();
        }
        line.setLength(0);
        pendingBreak = false;
        if (!text.isEmpty()) {
            blocks.add(new Block(text, tree.role(owner), owner, weight, linked, cells));
        }
        weight = 0;
        linked = 0;
    }

    private List<String> cells() {
        String[] parts = line.toString().split(String.valueOf(NEXT_CELL), -1);
        return Arrays.stream(parts).skip(1).map(String::strip).toList();
    }
}
