package dealscope.extract;

import java.util.ArrayList;
import java.util.List;

/** Tells what the blocks of a text are to readers, by the elements around them. */
final class Outline {
    private static final int LONGEST_SUBHEAD = 120;

    private final PageTree tree;

    private Outline(PageTree tree) {
        this.tree = tree;
    }

    /** The blocks in their order; blocks that come from no element of the tree are paragraphs. */
    static List<TextBlock> of(PageTree tree, List<Block> blocks) {
        Outline outline = new Outline(tree);
        List<TextBlock> typed = new ArrayList<>(blocks.size());
        for (Block block : blocks) {
            typed.add(outline.typed(block));
        }
        return typed;
    }

    private TextBlock typed(Block block) {
        if (!block.cells().isEmpty()) {
            return new TextBlock.TableRow(block.cells(), isHeader(block.owner()));
        }
        for (int at = block.owner(); at > 0; at = tree.parent(at)) {
            switch (tree.role(at)) {
                case HEADING -> {
                    return new TextBlock.Subhead(block.text());
                }
                case ITEM -> {
                    return new TextBlock.ListItem(block.text());
                }
                case QUOTE -> {
                    return new TextBlock.Quote(block.text());
                }
                case CODE -> {
                    return new TextBlock.Code(block.text());
                }
                default -> {
                    // What holds it says nothing; ask what holds that.
                }
            }
        }
        return isBoldLine(tree, block) ? new TextBlock.Subhead(block.text()) : new TextBlock.Paragraph(block.text());
    }

    private boolean isHeader(int row) {
        for (int i = row + 1; i < tree.end(row); i++) {
            if (tree.tag(i).equals("td")) {
                return false;
            }
        }
        return true;
    }

    /** A short line that is bold from end to end and no sentence. */
    static boolean isBoldLine(PageTree tree, Block block) {
        String text = block.text();
        boolean whole = block.owner() > 0 && tree.weight(block.owner()) == block.weight();
        if (!whole || text.length() > LONGEST_SUBHEAD || ".,;:…。、".indexOf(text.charAt(text.length() - 1)) >= 0) {
            return false;
        }
        int bold = 0;
        for (int i = block.owner() + 1; i < tree.end(block.owner()); i++) {
            String tag = tree.tag(i);
            if (tag.equals("b") || tag.equals("strong")) {
                bold += tree.weight(i);
                i = tree.end(i) - 1;
            }
        }
        return bold > 0 && bold >= block.weight();
    }
}
