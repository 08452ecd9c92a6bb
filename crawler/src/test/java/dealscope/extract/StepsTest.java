package dealscope.extract;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The work on a page, counted and not timed: how often a node of it is looked at. A page of twice the length takes about
 * twice the steps, whatever it is made of.
 */
final class StepsTest {
    private static final String LONG = "a long report";
    private static final int MEGABYTE = 1_000_000;
    private static final int HOSTILE = 150_000;
    private static final double TWICE = 2.5;
    /** So often a node is looked at on any page, and so often more for each node around it. */
    private static final int STEPS_PER_NODE = 100;

    private static final int STEPS_PER_PARENT = 4;

    private static final int DEPTH = 480;
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    private record Counted(long steps, int nodes) {}

    static Stream<Arguments> pages() {
        String deep = "<div>".repeat(DEPTH);
        return Stream.of(
                page(LONG, "<main><h1>A long report</h1>", part("The hall draws its power from the river.")),
                page("paragraphs at depth", deep, part("The hall draws its power from the river.")),
                page(
                        "named parts at depth",
                        "<div class='author date'>".repeat(DEPTH),
                        part("By Ann Example, May 5, 2026")),
                page(
                        "comments",
                        "<h1>x</h1><div class=comments>",
                        "<div class=comment><p>So say the readers of it, every day.</p></div>"),
                page(
                        "headings that link",
                        "<article>",
                        "<div><h3><a href=/a>A heading of a story</a></h3><p>x</p></div>"),
                page("headings that link at depth", deep, "<b><h3><a href=/a>A heading of a story</a></h3></b>"),
                page("articles in articles", "<article>".repeat(DEPTH), "<article><p>One more of them.</p></article>"),
                page("fields for mail at depth", deep, "<form>Mail <input type=email></form>"),
                page("dates below the headline", "<h1>x</h1>", "<time>May 5, 2026</time><p>5/6/2026</p>"),
                page("tables", "<table>", "<tr><td>A hall</td><td>40 megawatts</td></tr>"),
                page("tables at depth", "<table><tr><td>".repeat(150), "<tr><td>A hall</td><td>40 megawatts</td></tr>"),
                page("lines in bold", "<div>", "<b>A line of it</b><br><br>and what it says<br><br>"),
                page("links that never end", "", "<p><a href=x>The hall draws its power from the river."),
                page("times in sentences", "<p>", "at <time>9</time> and then "),
                page("notes", "<p>", "as said<sup><a href='#n1'>1</a></sup> "),
                page("pictures", deep, "<div><img src=a.jpg>the hall</div>"));
    }

    private static Arguments page(String name, String start, String part) {
        return Arguments.of(name, start, part);
    }

    private static String part(String sentence) {
        return "<div class='text s7'><h2>A part</h2><p>" + sentence
                + " <a href=/h>Its fans</a> are heard in the town.</p></div>";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void twiceThePageTakesAboutTwiceTheSteps(String name, String start, String part) {
        int length = name.equals(LONG) ? MEGABYTE : HOSTILE;
        Counted one = count(start + part.repeat(length / part.length()));
        Counted two = count(start + part.repeat(2 * length / part.length()));
        assertTrue(two.steps() < TWICE * one.steps(), name + ": " + one + ", " + two);
        int most = start.length() > DEPTH ? STEPS_PER_NODE + STEPS_PER_PARENT * DEPTH : STEPS_PER_NODE;
        assertTrue(two.steps() < (long) most * two.nodes(), name + ": " + two);
    }

    private static Counted count(String html) {
        Document document = Jsoup.parse("<title>A long report</title>" + html);
        PageTree tree = new PageTree(document);
        Extractor.read("https://www.example.com/long", document, tree, NOW);
        return new Counted(tree.steps(), tree.size());
    }
}
