package dealscope.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Drops blocks that are not the story by what they say and where they stand. */
final class BlockFilter {
    /** A block of this weight is a paragraph of the story wherever it stands. */
    private static final int LONG = 100;

    private static final int SHORT = 60;
    private static final int VERY_SHORT = 45;
    private static final int MIN_TITLE = 8;
    private static final int REPEATED = 60;
    /** A notice or the life of an author is no longer than this. */
    private static final int NOTICE = 400;
    /** The edge at the end: what follows this share of the text, and the last blocks. */
    private static final double LAST = 0.85;

    private static final int LAST_BLOCKS = 2;
    /** The headline and what stands above it is no more than this share of the text. */
    private static final int HEAD_BLOCKS = 60;

    private static final double ABOVE = 0.25;
    /** The tail begins after this share of the text. */
    private static final double TAIL = 0.8;

    /** "(Ann B. Example is a": the group is the last name. */
    private static final Pattern LIFE = Pattern.compile(
            "[(\\[]?(?:\\p{Lu}[\\p{L}.'’-]{0,20}+ ){1,3}?(\\p{Lu}[\\p{L}'’-]{2,20}+) (?:is|was|has|writes|covers|works|ist|schreibt|est|écrit|es|escribe|è|scrive) ");

    private static final Pattern ANSWERS =
            Pattern.compile("^(?:(?:re|aw|sv|antw)\\s?+:\\s*+)++", Pattern.CASE_INSENSITIVE);

    private final List<Block> blocks;
    private final @Nullable String title;
    private final @Nullable String author;

    private BlockFilter(List<Block> blocks, BodyReader.Known known) {
        this.blocks = new ArrayList<>(blocks);
        this.title = known.title();
        this.author = known.author();
    }

    static List<Block> filter(List<Block> blocks, BodyReader.Known known) {
        BlockFilter filter = new BlockFilter(blocks, known);
        filter.dropHead();
        filter.dropTail();
        filter.dropPhrases();
        filter.dropEdges();
        filter.dropRepeated();
        filter.dropLastHeadings();
        return filter.blocks;
    }

    /** The headline and what stands above it, then the lines of author and date above the first paragraph. */
    private void dropHead() {
        int all = blocks.stream().mapToInt(Block::weight).sum();
        int above = 0;
        int end = Math.min(firstLong() + 1, Math.min(HEAD_BLOCKS, blocks.size()));
        for (int i = 0; i < end && above < ABOVE * all; i++) {
            above += blocks.get(i).weight();
            if (title != null && isHeadline(blocks.get(i), title)) {
                blocks.subList(0, i + 1).clear();
                break;
            }
        }
        for (int i = Math.min(firstLong(), HEAD_BLOCKS) - 1; i >= 0; i--) {
            if (isByline(blocks.get(i))) {
                blocks.remove(i);
            }
        }
    }

    private int firstLong() {
        int i = 0;
        while (i < blocks.size()
                && (blocks.get(i).weight() < LONG || blocks.get(i).isHeading())) {
            i++;
        }
        return i;
    }

    private boolean isByline(Block block) {
        if (block.weight() > SHORT) {
            return false;
        }
        String text = block.text();
        return (author != null && contains(text, author))
                || DateParser.parse(text, false) != null
                || text.toLowerCase(Locale.ROOT).startsWith("by ");
    }

    private static boolean contains(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }

    private void dropTail() {
        int all = blocks.stream().mapToInt(Block::weight).sum();
        int before = 0;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (before > TAIL * all
                    && block.weight() < VERY_SHORT
                    && block.role() != Role.ITEM
                    && Phrases.TAIL.begin(block.text())) {
                blocks.subList(i, blocks.size()).clear();
                return;
            }
            before += block.weight();
        }
    }

    private void dropPhrases() {
        blocks.removeIf(block -> (block.role() != Role.CODE
                        && (block.weight() == 0 || isLeftover(block.text()) || Phrases.isCount(block.text())))
                || isAnswer(block)
                || (block.weight() < LONG && Phrases.DROP.begin(block.text()))
                || (block.weight() < VERY_SHORT && Phrases.SHORT.begin(block.text())));
    }

    /** The headline again, over a post that answers the first: "Re: …". */
    private boolean isAnswer(Block block) {
        if (title == null || !block.isHeading()) {
            return false;
        }
        String text = ANSWERS.matcher(block.text()).replaceFirst("");
        return text.length() < block.text().length() && Letters.only(text).equals(Letters.only(title));
    }

    /** Hashtags alone, or a place in a template that was never filled. */
    private static boolean isLeftover(String text) {
        if (text.startsWith("{{") && text.endsWith("}}")) {
            return true;
        }
        return text.startsWith("#")
                && text.length() > 1
                && Arrays.stream(text.split("[ ,]++")).allMatch(word -> word.startsWith("#") && word.length() > 2);
    }

    /** Notices, pitches and the author's life at both ends of the story. */
    private void dropEdges() {
        int all = blocks.stream().mapToInt(Block::weight).sum();
        int head = firstLong() + 1;
        int before = 0;
        List<Block> kept = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            boolean tail = before > LAST * all || i >= blocks.size() - LAST_BLOCKS;
            before += block.weight();
            boolean edge = block.weight() < NOTICE
                    && !block.isHeading()
                    && (((tail || i < head) && Phrases.marksEdge(block.text()))
                            || (tail && isLifeOfAuthor(block))
                            || (i >= blocks.size() - LAST_BLOCKS && isLifeOfStranger(block)));
            if (!edge) {
                kept.add(block);
            }
        }
        if (kept.stream().mapToInt(Block::weight).sum() > 0.6 * all) {
            blocks.clear();
            blocks.addAll(kept);
        }
    }

    private boolean isLifeOfAuthor(Block block) {
        if (author == null || block.weight() < SHORT) {
            return false;
        }
        for (String name : author.split(", ", 13)) {
            if (name.length() > 4
                    && block.text().regionMatches(true, startOfName(block.text()), name, 0, name.length())) {
                return true;
            }
        }
        return false;
    }

    /** The life of somebody whom the story does not name: who wrote it. */
    private boolean isLifeOfStranger(Block block) {
        Matcher life = LIFE.matcher(block.text());
        if (!life.lookingAt() || (title != null && contains(title, life.group(1)))) {
            return false;
        }
        return blocks.stream().noneMatch(other -> other != block && contains(other.text(), life.group(1)));
    }

    private static int startOfName(String text) {
        return !text.isEmpty() && !Character.isLetter(text.charAt(0)) ? 1 : 0;
    }

    private void dropRepeated() {
        Set<String> seen = new HashSet<>();
        blocks.removeIf(block -> block.weight() >= REPEATED
                && block.role() != Role.ITEM
                && block.role() != Role.CELL
                && !seen.add(block.text()));
    }

    private void dropLastHeadings() {
        while (!blocks.isEmpty() && blocks.getLast().isHeading()) {
            blocks.removeLast();
        }
    }

    /** The title, or a heading of a topic and the title. */
    private static boolean isHeadline(Block block, String title) {
        String text = Letters.only(block.text());
        String headline = Letters.only(title);
        return text.equals(headline) || (block.isHeading() && headline.length() > MIN_TITLE && text.endsWith(headline));
    }
}
