package dealscope.web.chart;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;

/**
 * Lying bars with names before them, two for each name: what it takes and what it gives.
 *
 * @param first what the upper bar means, as {@code second} of the lower
 */
public record RankedBars(
        String id, String title, String first, String second, List<Line> lines, DoubleFunction<String> words) {
    private static final int WIDTH = 760;
    private static final int LEFT = 170;
    private static final int RIGHT = 680;
    private static final int TOP = 30;
    private static final int ROW = 28;

    public RankedBars {
        lines = List.copyOf(lines);
    }

    public record Line(String name, double first, double second) {}

    public String svg() {
        double most = lines.stream()
                .mapToDouble(line -> Math.max(line.first(), line.second()))
                .max()
                .orElse(0);
        Scale across = Scale.upTo(most, LEFT, RIGHT);
        String told = lines.stream()
                .map(line -> line.name() + ": " + first + " " + words.apply(line.first()) + ", " + second + " "
                        + words.apply(line.second()))
                .collect(Collectors.joining("; "));
        Svg svg = new Svg(id, WIDTH, TOP + ROW * lines.size() + 8, title, told);
        svg.add("rect", "class", "one", "x", LEFT, "y", 6, "width", 10, "height", 10);
        svg.text(first, LEFT + 15, 15, "axis", "start");
        svg.add("rect", "class", "two", "x", LEFT + 100, "y", 6, "width", 10, "height", 10);
        svg.text(second, LEFT + 115, 15, "axis", "start");
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            double y = TOP + (double) ROW * i;
            svg.text(Svg.cut(line.name(), 24), LEFT - 8, y + 15, "name", "end");
            bar(svg, line.name() + ", " + first, line.first(), "one", y + 2, across);
            bar(svg, line.name() + ", " + second, line.second(), "two", y + 12, across);
            double end = Math.max(across.at(line.first()), across.at(line.second()));
            svg.text(words.apply(line.first() + line.second()), end + 6, y + 15, "axis", "start");
        }
        return svg.end();
    }

    private void bar(Svg svg, String what, double amount, String css, double y, Scale across) {
        if (amount > 0) {
            String told = what + ": " + words.apply(amount);
            double width = Math.max(1, across.at(amount) - LEFT);
            svg.titled(told, "rect", "class", css, "x", LEFT, "y", y, "width", width, "height", 8);
        }
    }
}
