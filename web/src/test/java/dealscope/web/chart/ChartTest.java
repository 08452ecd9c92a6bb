package dealscope.web.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dealscope.web.chart.FlowGraph.Flow;
import dealscope.web.chart.RankedBars.Line;
import dealscope.web.chart.Scatter.Dot;
import dealscope.web.chart.StackedBars.Series;
import dealscope.web.chart.Timeline.Event;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Every chart is well-formed, tells itself in words, and draws nothing outside its picture. */
class ChartTest {
    private static final Instant DAY = Instant.parse("2026-05-06T00:00:00Z");
    private static final String HOSTILE = "</title><script>alert('x')</script> & \"\u0000\uFFFE\uD800 é";
    private static final DoubleFunction<String> WORDS = amount -> "$" + Math.round(amount);

    static Stream<String> charts() {
        return Stream.of(HOSTILE, "Plain", "x".repeat(5000))
                .flatMap(name -> Stream.of(0.0, 1.0, 1e15, 1e300).flatMap(amount -> charts(name, amount)));
    }

    private static Stream<String> charts(String name, double amount) {
        return Stream.of(
                new StackedBars(
                                "a",
                                name,
                                List.of("25-Q1", name),
                                List.of(
                                        new Series(name, "t-compute", List.of(amount, 2.0)),
                                        new Series("b", "t-debt", List.of(1.0, 0.0))),
                                WORDS)
                        .svg(),
                new RankedBars(
                                "b",
                                name,
                                "buys",
                                "sells",
                                List.of(new Line(name, amount, 0), new Line("b", 2, 3)),
                                WORDS)
                        .svg(),
                new Scatter(
                                "c",
                                name,
                                List.of(
                                        new Dot(DAY, Math.max(1, amount), "t-debt", name),
                                        new Dot(DAY.plusSeconds(90_000_000), 3, "t-debt", "b")),
                                WORDS)
                        .svg(),
                new Timeline(
                                "d",
                                name,
                                List.of(
                                        new Event("Status", DAY, name, name, true),
                                        new Event(name, DAY.plusSeconds(1), "b", "", false),
                                        new Event(name, DAY.plusSeconds(9_000_000), "b", "", false)))
                        .svg(),
                new FlowGraph(
                                "e",
                                name,
                                List.of(
                                        new Flow(name, "b", amount, true),
                                        new Flow("b", name, 2, true),
                                        new Flow("b", "c", 0, false)),
                                WORDS)
                        .svg());
    }

    static Stream<String> emptyCharts() {
        return Stream.of(
                new StackedBars("a", "A", List.of(), List.of(), WORDS).svg(),
                new RankedBars("b", "B", "x", "y", List.of(), WORDS).svg(),
                new Scatter("c", "C", List.of(), WORDS).svg(),
                new Timeline("d", "D", List.of()).svg(),
                new FlowGraph("e", "E", List.of(), WORDS).svg());
    }

    @ParameterizedTest
    @MethodSource({"charts", "emptyCharts"})
    void aChartIsWellFormedAndHasTitleAndDescription(String svg) throws Exception {
        Element root = parsed(svg).getDocumentElement();
        assertEquals("img", root.getAttribute("role"));
        assertEquals("title", root.getFirstChild().getNodeName());
        assertEquals("desc", root.getFirstChild().getNextSibling().getNodeName());
        assertEquals(0, root.getElementsByTagName("script").getLength());
        assertFalse(svg.contains("NaN") || svg.contains("Infinity"), svg);
    }

    @ParameterizedTest
    @MethodSource("charts")
    void nothingIsDrawnOutsideThePicture(String svg) throws Exception {
        Element root = parsed(svg).getDocumentElement();
        double width = Double.parseDouble(root.getAttribute("width"));
        double height = Double.parseDouble(root.getAttribute("height"));
        for (String name : List.of("rect", "circle")) {
            NodeList shapes = root.getElementsByTagName(name);
            for (int i = 0; i < shapes.getLength(); i++) {
                Element shape = (Element) shapes.item(i);
                double x = number(shape, name.equals("rect") ? "x" : "cx");
                double y = number(shape, name.equals("rect") ? "y" : "cy");
                assertTrue(y >= 0 && y + number(shape, "height") <= height + .1, shape.getAttribute("y"));
                boolean legend = y == 6;
                assertTrue(legend || (x >= 0 && x + number(shape, "width") <= width + .1), shape.getAttribute("x"));
            }
        }
    }

    @Test
    void theLargestBarIsTheLongestAndPartsStandOnEachOther() throws Exception {
        String svg = new StackedBars(
                        "a",
                        "A",
                        List.of("x", "y"),
                        List.of(
                                new Series("one", "t-debt", List.of(10.0, 40.0)),
                                new Series("two", "t-chips", List.of(30.0, 0.0))),
                        WORDS)
                .svg();
        NodeList parts = parsed(svg).getElementsByTagName("rect");
        double[] heights = new double[3];
        double[] tops = new double[3];
        for (int i = 0; i < 3; i++) {
            heights[i] = number((Element) parts.item(i + 2), "height");
            tops[i] = number((Element) parts.item(i + 2), "y");
        }
        assertEquals(3 * heights[0], heights[1], .3);
        assertEquals(4 * heights[0], heights[2], .3);
        assertEquals(tops[0], tops[1] + heights[1], .2);
    }

    @Test
    void aLoopIsToldInWordsAndMarked() {
        String svg = new FlowGraph("e", "E", List.of(new Flow("A", "B", 5, true), new Flow("B", "C", 5, false)), WORDS)
                .svg();
        assertTrue(svg.contains("3 companies, 2 flows of money, 1 of them in a circle."), svg);
        assertTrue(svg.contains("A → B: $5, in a circle"));
        assertEquals(1, svg.split("class=\"flow loop\"", -1).length - 1);
    }

    @Test
    void whatIsSaidTheSameDayIsOneDotWithAllWhoSayIt() {
        String svg = new Timeline(
                        "d",
                        "D",
                        List.of(
                                new Event("Value", DAY, "$5bn", "Sample Wire", false),
                                new Event("Value", DAY.plusSeconds(60), "$5bn", "Sample Brief", false),
                                new Event("Value", DAY.plusSeconds(90), "$6bn", "Sample Desk", false)))
                .svg();
        assertEquals(2, svg.split("<circle", -1).length - 1);
        assertTrue(svg.contains("2026-05-06: $5bn, Sample Wire and 1 more"), svg);
    }

    private static double number(Element element, String name) {
        String value = element.getAttribute(name);
        return value.isEmpty() ? 0 : Double.parseDouble(value);
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}
