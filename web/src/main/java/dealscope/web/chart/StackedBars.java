package dealscope.web.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * Upright bars, each of several parts on top of each other.
 *
 * @param bars what stands below each
 * @param series the parts, from below
 * @param words how an amount is written
 */
public record StackedBars(
        String id, String title, List<String> bars, List<Series> series, DoubleFunction<String> words) {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 300;
    private static final int LEFT = 62;
    private static final int TOP = 34;
    private static final int BOTTOM = 268;
    private static final int LABELS = 14;

    public StackedBars {
        bars = List.copyOf(bars);
        series = List.copyOf(series);
    }

    /** @param css the class that gives it its colour @param amounts one for each bar, none below 0 */
    public record Series(String name, String css, List<Double> amounts) {
        public Series {
            amounts = List.copyOf(amounts);
        }
    }

    public String svg() {
        List<Double> sums = new ArrayList<>();
        for (int i = 0; i < bars.size(); i++) {
            int bar = i;
            sums.add(
                    series.stream().mapToDouble(each -> each.amounts().get(bar)).sum());
        }
        double most = sums.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        Scale up = Scale.upTo(most, BOTTOM, TOP);
        Svg svg = new Svg(id, WIDTH, HEIGHT, title, description(sums));
        for (double mark : up.marks()) {
            double y = up.at(mark);
            svg.add("line", "class", "grid", "x1", LEFT, "x2", WIDTH, "y1", y, "y2", y);
            svg.text(words.apply(mark), LEFT - 8, y + 4, "axis", "end");
        }
        legend(svg);
        double room = (double) (WIDTH - LEFT) / Math.max(1, bars.size());
        int every = (bars.size() + LABELS - 1) / LABELS;
        for (int i = 0; i < bars.size(); i++) {
            bar(svg, i, LEFT + i * room, room, up);
            if (i % Math.max(1, every) == 0) {
                svg.text(bars.get(i), LEFT + (i + .5) * room, BOTTOM + 18, "axis", "middle");
            }
        }
        return svg.end();
    }

    private void bar(Svg svg, int at, double x, double room, Scale up) {
        double below = 0;
        double width = Math.min(room * .8, 60);
        for (Series each : series) {
            double amount = each.amounts().get(at);
            if (amount > 0 && Double.isFinite(amount)) {
                double top = up.at(below + amount);
                svg.titled(
                        bars.get(at) + ", " + each.name() + ": " + words.apply(amount),
                        "rect",
                        "class",
                        "part " + each.css(),
                        "x",
                        x + (room - width) / 2,
                        "y",
                        top,
                        "width",
                        width,
                        "height",
                        up.at(below) - top);
                below += amount;
            }
        }
    }

    private void legend(Svg svg) {
        double x = LEFT;
        for (Series each : series) {
            svg.add("rect", "class", each.css(), "x", x, "y", 6, "width", 10, "height", 10);
            svg.text(each.name(), x + 15, 15, "axis", "start");
            x += 27 + 6.6 * each.name().length();
        }
    }

    private String description(List<Double> sums) {
        StringBuilder told = new StringBuilder();
        for (int i = 0; i < bars.size() && i < 40; i++) {
            told.append(i == 0 ? "" : "; ").append(bars.get(i)).append(": ").append(words.apply(sums.get(i)));
        }
        return told.toString();
    }
}
