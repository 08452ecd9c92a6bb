package dealscope.web.chart;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.DoubleFunction;

/** Dots over time, amounts by powers of ten. */
public record Scatter(String id, String title, List<Dot> dots, DoubleFunction<String> words) {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 300;
    private static final int LEFT = 62;
    private static final int RIGHT = 740;
    private static final int TOP = 16;
    private static final int BOTTOM = 262;

    public Scatter {
        dots = List.copyOf(dots);
    }

    /** @param amount above 0 @param css the class that gives it its colour @param label for the hover text */
    public record Dot(Instant at, double amount, String css, String label) {}

    public String svg() {
        double least = dots.stream().mapToDouble(Dot::amount).min().orElse(1);
        double most = dots.stream().mapToDouble(Dot::amount).max().orElse(10);
        Scale up = Scale.powers(least, most, BOTTOM, TOP);
        String told = dots.isEmpty()
                ? "No deal names both."
                : dots.size() + " deals, from " + words.apply(least) + " to " + words.apply(most);
        Svg svg = new Svg(id, WIDTH, HEIGHT, title, told);
        for (double mark : up.marks()) {
            svg.add("line", "class", "grid", "x1", LEFT, "x2", WIDTH, "y1", up.at(mark), "y2", up.at(mark));
            svg.text(words.apply(mark), LEFT - 8, up.at(mark) + 4, "axis", "end");
        }
        Days days = Days.of(dots.stream().map(Dot::at).toList(), LEFT + 10, RIGHT);
        days.marks(svg, BOTTOM, BOTTOM + 20);
        for (Dot dot : dots) {
            String label = dot.label() + ": " + words.apply(dot.amount());
            svg.titled(
                    label,
                    "circle",
                    "class",
                    "dot " + dot.css(),
                    "cx",
                    days.x(dot.at()),
                    "cy",
                    up.at(dot.amount()),
                    "r",
                    5);
        }
        return svg.end();
    }

    /** Time from left to right. */
    record Days(long first, long last, double left, double right) {
        private static final int MOST_MARKS = 8;

        static Days of(List<Instant> times, double left, double right) {
            long first = times.stream().mapToLong(Instant::getEpochSecond).min().orElse(0);
            long last = times.stream().mapToLong(Instant::getEpochSecond).max().orElse(1);
            return new Days(first, last, left, right);
        }

        double x(Instant at) {
            return last == first
                    ? (left + right) / 2
                    : left + (right - left) * ((double) (at.getEpochSecond() - first) / (last - first));
        }

        /** A mark at the begin of months, quarters or years, whatever gives few enough; at the day when there is one only. */
        void marks(Svg svg, double from, double to) {
            LocalDate begin = day(first);
            LocalDate end = day(last);
            long months =
                    Math.max(0, (end.getYear() - begin.getYear()) * 12L + end.getMonthValue() - begin.getMonthValue());
            if (months == 0) {
                svg.text(begin.toString(), x(Instant.ofEpochSecond(first)), to - 2, "axis", "middle");
                if (!end.equals(begin)) {
                    svg.text(end.toString(), x(Instant.ofEpochSecond(last)), to - 2, "axis", "middle");
                }
                return;
            }
            int step =
                    months <= MOST_MARKS ? 1 : months <= 3 * MOST_MARKS ? 3 : 12 * (int) (1 + months / 12 / MOST_MARKS);
            LocalDate mark = begin.withDayOfMonth(1).plusMonths(1);
            while ((mark.getYear() * 12 + mark.getMonthValue() - 1) % step != 0) {
                mark = mark.plusMonths(1);
            }
            for (; !mark.isAfter(end); mark = mark.plusMonths(step)) {
                double x = x(mark.atStartOfDay(ZoneOffset.UTC).toInstant());
                svg.add("line", "class", "grid", "x1", x, "x2", x, "y1", from, "y2", from + 5);
                svg.text(
                        step < 12 ? mark.toString().substring(0, 7) : "" + mark.getYear(), x, to - 2, "axis", "middle");
            }
        }

        private static LocalDate day(long second) {
            return Instant.ofEpochSecond(second).atZone(ZoneOffset.UTC).toLocalDate();
        }
    }
}
