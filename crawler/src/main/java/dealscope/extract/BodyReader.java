package dealscope.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of the article, in a cascade: the page without all that is named or hidden as noise; if hardly anything is
 * left, without heeding names, then without heeding hiding; and the articleBody of JSON-LD where the page shows far less or
 * something else, or where it shows nothing the text in the data of its scripts.
 */
final class BodyReader {
    /** Below this weight (some 18 words) the rules have probably thrown the article away. */
    private static final int HARDLY = 90;

    private static final int MIN_ARTICLE_BODY = 300;
    private static final double SHARED = 0.3;

    private final PageTree tree;
    private final Headline headline;
    private final PageAddress address;
    private final Known known;

    private BodyReader(PageTree tree, Headline headline, PageAddress address, Known known) {
        this.tree = tree;
        this.headline = headline;
        this.address = address;
        this.known = known;
    }

    /** What the page says about its article outside of the text. */
    record Known(@Nullable String title, @Nullable String author) {}

    /**
     * What was read.
     *
     * @param root the node that held it, 0 if it came from JSON-LD
     * @param issuer of a press release, see {@link PressRelease}
     * @param described whether it is but what the page tells machines of itself, for it shows no text
     */
    record Body(List<Block> blocks, int root, @Nullable String issuer, boolean described) {
        int weight() {
            return blocks.stream().mapToInt(Block::weight).sum();
        }
    }

    static Body read(PageTree tree, Headline headline, PageAddress address, Known known, JsonLd jsonLd) {
        return new BodyReader(tree, headline, address, known).read(jsonLd);
    }

    private Body read(JsonLd jsonLd) {
        Body body = attempt(true, true);
        for (boolean hidden : new boolean[] {true, false}) {
            if (body.weight() >= HARDLY) {
                break;
            }
            tree.restoreAll();
            Body other = attempt(hidden, false);
            body = other.weight() > 2 * body.weight() ? other : body;
        }
        String articleBody = jsonLd.body();
        if (articleBody == null && body.weight() < HARDLY) {
            articleBody = PageState.body(tree.element(0));
        }
        return articleBody == null ? body : better(body, articleBody);
    }

    /** The description that a page gives of itself, null where it is no sentence. */
    static @Nullable Body described(MetaTags meta) {
        String description = meta.first("og:description", "description", "twitter:description");
        String line =
                description == null ? "" : description.replaceAll("\\s++", " ").strip();
        int weight = Letters.of(line).weight();
        return weight < HARDLY ? null : new Body(List.of(new Block(line, Role.PARAGRAPH, 0, weight, 0)), 0, null, true);
    }

    private Body attempt(boolean hidden, boolean named) {
        Pruner.prune(tree, hidden, named);
        List<Integer> roots = BodyFinder.find(tree);
        Trimmer.trim(tree, roots, headline, address);
        return body(BlockReader.read(tree, roots), roots.getFirst());
    }

    private Body body(List<Block> blocks, int root) {
        PressRelease release = PressRelease.of(blocks);
        return new Body(BlockFilter.filter(release.story(), known), root, release.issuer(), false);
    }

    private Body better(Body seen, String articleBody) {
        List<Block> blocks = new ArrayList<>();
        for (String line : lines(articleBody)) {
            blocks.add(new Block(line, Role.PARAGRAPH, 0, Letters.of(line).weight(), 0));
        }
        Body told = body(blocks, 0);
        if (told.weight() < MIN_ARTICLE_BODY) {
            return seen;
        }
        boolean less = seen.weight() < 0.5 * told.weight();
        return less || shared(told, seen) < SHARED ? told : seen;
    }

    private static List<String> lines(String articleBody) {
        String text = articleBody;
        if (text.indexOf('<') >= 0 && text.indexOf('>') >= 0) {
            Document fragment = Jsoup.parseBodyFragment(text);
            PageTree tree = new PageTree(fragment.body());
            return BlockReader.read(tree, List.of(0)).stream().map(Block::text).toList();
        }
        return text.lines()
                .map(line -> line.replaceAll("\\s++", " ").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** The share of runs of three words of {@code a} that are in {@code b} too. */
    private static double shared(Body a, Body b) {
        Set<String> first = runs(a);
        Set<String> second = runs(b);
        long both = first.stream().filter(second::contains).count();
        return first.isEmpty() ? 0 : (double) both / first.size();
    }

    private static Set<String> runs(Body body) {
        Set<String> runs = new HashSet<>();
        for (Block block : body.blocks()) {
            String[] words = block.text().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]++");
            for (int i = 0; i + 3 <= words.length; i++) {
                runs.add(words[i] + ' ' + words[i + 1] + ' ' + words[i + 2]);
            }
        }
        return runs;
    }
}
