package dealscope.extract;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Splits a post that gathers short stories into these. Conservative: the stories have to make up nearly all of the text,
 * each under a head of its own, and most have to link to a page of their own (from the head, or at the end); and either the
 * headline says what the post is ("This week in …"), or the heads themselves read like headlines and are links. An article
 * with subheads, and a list of products, stays whole.
 */
final class RoundUp {
    private static final WordList WORDS = WordList.load("roundup.txt");
    private static final Phrases SOURCES = new Phrases(WORDS.section("sources"));
    private static final int FEWEST = 3;
    private static final int FEWEST_UNNAMED = 4;
    private static final double INTRODUCTION = 0.35;
    private static final double LARGEST = 0.6;
    private static final double MOST = 0.6;
    private static final double NEARLY_ALL = 0.8;
    private static final int SHORTEST_STORY = 40;
    private static final int HEADLINE_WORDS = 5;

    private final PageTree tree;
    private final List<Block> blocks;
    private final PageAddress address;
    private final boolean named;
    /** What each block begins with. */
    private final List<@Nullable StoryHead> heads = new ArrayList<>();

    private RoundUp(PageTree tree, List<Block> blocks, PageAddress address, boolean named) {
        this.tree = tree;
        this.blocks = blocks;
        this.address = address;
        this.named = named;
        for (Block block : blocks) {
            heads.add(StoryHead.of(tree, block));
        }
    }

    /**
     * A story among the blocks.
     *
     * @param from its head
     * @param to exclusive
     * @param end where it ends in the tree, exclusive
     * @param head its headline
     */
    private record Story(int from, int to, int end, StoryHead head) {}

    /**
     * The stories of a round-up, empty for any other text.
     *
     * @param mustBeNamed whether the headline has to say that it is one
     */
    static List<RoundUpItem> split(
            PageTree tree, List<Block> blocks, @Nullable String title, PageAddress address, boolean mustBeNamed) {
        boolean named = title != null && isNamed(title);
        boolean fromTree = blocks.stream().allMatch(block -> block.owner() > 0);
        if (address.url() == null || !fromTree || (mustBeNamed && !named)) {
            return List.of();
        }
        RoundUp post = new RoundUp(tree, blocks, address, named);
        if (post.heads.stream().filter(Objects::nonNull).count() < FEWEST) {
            return List.of();
        }
        for (int level = StoryHead.HIGHEST; level <= StoryHead.LOWEST; level++) {
            List<Story> stories = post.stories(level);
            if (post.isRoundUp(stories)) {
                return stories.stream().map(post::item).toList();
            }
        }
        return List.of();
    }

    private static boolean isNamed(String title) {
        String lower = title.toLowerCase(Locale.ROOT).replace('’', '\'');
        return WORDS.section("titles").stream().anyMatch(lower::contains);
    }

    /** A story for each head of the level; a head of a higher level ends the one before it. */
    private List<Story> stories(int level) {
        List<Story> stories = new ArrayList<>();
        int from = -1;
        StoryHead open = null;
        for (int i = 0; i <= blocks.size(); i++) {
            StoryHead head = i < blocks.size() ? heads.get(i) : null;
            boolean border = i == blocks.size() || (head != null && head.level() <= level);
            if (border && open != null) {
                stories.add(new Story(from, i, end(i), open));
            }
            if (border) {
                open = head != null && head.level() == level ? head : null;
                from = i;
            }
        }
        return stories;
    }

    /** Where in the tree the story before block {@code i} ends. */
    private int end(int i) {
        if (i < blocks.size()) {
            return blocks.get(i).owner();
        }
        int last = blocks.getLast().owner();
        return tree.end(Math.max(0, tree.parent(last)));
    }

    private boolean isRoundUp(List<Story> stories) {
        if (stories.size() < (named ? FEWEST : FEWEST_UNNAMED)) {
            return false;
        }
        int all = blocks.stream().mapToInt(Block::weight).sum();
        int told = 0;
        for (Story story : stories) {
            int weight = weight(story);
            if (weight > LARGEST * all || weight < SHORTEST_STORY) {
                return false;
            }
            told += weight;
        }
        return told >= (1 - INTRODUCTION) * all && leadElsewhere(stories);
    }

    private int weight(Story story) {
        int weight = blocks.subList(story.from(), story.to()).stream()
                .mapToInt(Block::weight)
                .sum();
        return weight - (story.head().isBlock() ? blocks.get(story.from()).weight() : 0);
    }

    private boolean leadElsewhere(List<Story> stories) {
        Set<String> targets = new HashSet<>();
        int linkedHeads = 0;
        int headlines = 0;
        for (Story story : stories) {
            String fromHead = link(story.head().start(), story.head().end());
            String target = fromHead != null ? fromHead : source(story);
            if (target != null) {
                targets.add(target);
            }
            linkedHeads += fromHead == null ? 0 : 1;
            headlines += isHeadline(story.head()) ? 1 : 0;
        }
        if (named) {
            return targets.size() >= MOST * stories.size();
        }
        return stories.getFirst().head().isBlock()
                && linkedHeads >= NEARLY_ALL * stories.size()
                && targets.size() >= NEARLY_ALL * stories.size()
                && headlines >= NEARLY_ALL * stories.size()
                && !isShopWindow(targets);
    }

    /** Whether most links lead to one foreign host: goods of a shop, not news of many outlets. */
    private boolean isShopWindow(Set<String> targets) {
        Map<String, Integer> hosts = new HashMap<>();
        for (String target : targets) {
            URI found = address.resolve(target);
            URI page = address.url();
            if (found != null && page != null && !CanonicalFinder.sameSite(page.getHost(), found.getHost())) {
                hosts.merge(found.getHost(), 1, Integer::sum);
            }
        }
        return hosts.values().stream().anyMatch(count -> count > targets.size() / 2);
    }

    private static boolean isHeadline(StoryHead head) {
        String title = head.title();
        if (title.endsWith(":")) {
            return false;
        }
        return Letters.isWide(title.charAt(0))
                ? title.length() >= 2 * HEADLINE_WORDS
                : title.split("\\s++").length >= HEADLINE_WORDS && !head.isNumbered();
    }

    /** The address of a page that the range links to, null when it leads nowhere else. */
    private @Nullable String link(int from, int to) {
        for (int i = from; i < to; i++) {
            if (tree.role(i) == Role.LINK) {
                String target = target(i);
                if (target != null) {
                    return target;
                }
            }
        }
        return null;
    }

    private @Nullable String target(int link) {
        String href = tree.element(link).attr("href").strip();
        URI found = href.isEmpty() || href.startsWith("#") ? null : address.resolve(href);
        URI page = address.url();
        if (found == null || page == null) {
            return null;
        }
        boolean here = page.getHost().equalsIgnoreCase(found.getHost())
                && String.valueOf(page.getRawPath()).equals(String.valueOf(found.getRawPath()));
        return here ? null : found.toString();
    }

    /** Where a link that says "read more", or stands at the end of the story, leads. */
    private @Nullable String source(Story story) {
        String last = bare(blocks.get(story.to() - 1).text());
        for (int i = story.end() - 1; i >= story.head().start(); i--) {
            if (tree.role(i) != Role.LINK) {
                continue;
            }
            String words = tree.element(i).text().strip();
            String bare = bare(words);
            if (SOURCES.begin(words) || (!bare.isEmpty() && last.endsWith(bare))) {
                String target = target(i);
                if (target != null) {
                    return target;
                }
            }
        }
        return null;
    }

    /** {@code text} without signs at its end. */
    private static String bare(String text) {
        int end = text.length();
        while (end > 0 && !Character.isLetterOrDigit(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }

    private RoundUpItem item(Story story) {
        StoryHead head = story.head();
        String first = head.isBlock() ? "" : head.after(blocks.get(story.from()).text());
        String rest = blocks.subList(story.from() + 1, story.to()).stream()
                .map(Block::text)
                .collect(Collectors.joining("\n"));
        String text = first.isEmpty() || rest.isEmpty() ? first + rest : first + "\n" + rest;
        String fromHead = link(head.start(), head.end());
        String source = fromHead != null ? fromHead : source(story);
        String target = source != null ? source : link(head.start(), story.end());
        return new RoundUpItem(head.title(), text, anchor(story), target);
    }

    private String anchor(Story story) {
        int previous = story.from() == 0 ? 0 : blocks.get(story.from() - 1).owner();
        String page = String.valueOf(address.url());
        int fragment = page.indexOf('#');
        return (fragment < 0 ? page : page.substring(0, fragment))
                + story.head().fragment(tree, previous, story.end());
    }
}
