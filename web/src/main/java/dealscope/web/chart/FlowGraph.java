package dealscope.web.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;

/**
 * Who pays whom: names on a circle, a curve for each payment, as thick as it is large. Curves of loops stand out. Names
 * are placed beside those that they deal with.
 */
public record FlowGraph(String id, String title, List<Flow> flows, DoubleFunction<String> words) {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 560;
    private static final double CENTRE_X = WIDTH / 2.0;
    private static final double CENTRE_Y = HEIGHT / 2.0;
    private static final double RADIUS = 215;
    private static final double THICKEST = 9;
    /** How much of its way from the middle the bend of a curve keeps, and how far it stands aside. */
    private static final double PULL = .45;

    private static final double ASIDE = 22;

    public FlowGraph {
        flows = List.copyOf(flows);
    }

    /** @param amount 0 when nobody knows it @param loop whether money comes back on some way */
    public record Flow(String from, String to, double amount, boolean loop) {}

    public String svg() {
        List<String> names = ordered();
        Map<String, Double> angles = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            angles.put(names.get(i), 2 * Math.PI * i / names.size() - Math.PI / 2);
        }
        long loops = flows.stream().filter(Flow::loop).count();
        Svg svg = new Svg(
                id,
                WIDTH,
                HEIGHT,
                title,
                names.size() + " companies, " + flows.size() + " flows of money, " + loops + " of them in a circle.");
        double most = flows.stream().mapToDouble(Flow::amount).max().orElse(1);
        flows.stream()
                .sorted(Comparator.comparing(Flow::loop).thenComparing(flow -> -flow.amount()))
                .forEach(flow -> curve(svg, flow, angles, most));
        angles.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> name(svg, each.getKey(), each.getValue()));
        return svg.end();
    }

    /** Each name next to the one with which it shares most, beginning with the busiest. */
    private List<String> ordered() {
        Map<String, Map<String, Double>> shared = new LinkedHashMap<>();
        for (Flow flow : flows) {
            shared.computeIfAbsent(flow.from(), name -> new HashMap<>())
                    .merge(flow.to(), flow.amount() + 1, Double::sum);
            shared.computeIfAbsent(flow.to(), name -> new HashMap<>())
                    .merge(flow.from(), flow.amount() + 1, Double::sum);
        }
        List<String> left = new ArrayList<>(shared.keySet());
        left.sort(Comparator.comparing(
                        (String name) -> -shared.getOrDefault(name, Map.of()).size())
                .thenComparing(Comparator.naturalOrder()));
        List<String> placed = new ArrayList<>();
        while (!left.isEmpty()) {
            String last = placed.isEmpty() ? left.getFirst() : placed.getLast();
            Map<String, Double> near = shared.getOrDefault(last, Map.of());
            String next = left.stream()
                    .max(Comparator.comparingDouble((String name) -> near.getOrDefault(name, 0.0))
                            .thenComparing(name -> -left.indexOf(name)))
                    .orElseThrow();
            placed.add(next);
            left.remove(next);
        }
        return placed;
    }

    private void curve(Svg svg, Flow flow, Map<String, Double> angles, double most) {
        double from = angles.getOrDefault(flow.from(), 0.0);
        double to = angles.getOrDefault(flow.to(), 0.0);
        double startX = CENTRE_X + RADIUS * Math.cos(from);
        double startY = CENTRE_Y + RADIUS * Math.sin(from);
        double endX = CENTRE_X + (RADIUS - 9) * Math.cos(to);
        double endY = CENTRE_Y + (RADIUS - 9) * Math.sin(to);
        // Towards the middle, and to one side, so that there and back are two curves.
        double length = Math.max(1, Math.hypot(endX - startX, endY - startY));
        double bendX = CENTRE_X + PULL * ((startX + endX) / 2 - CENTRE_X) + ASIDE * (endY - startY) / length;
        double bendY = CENTRE_Y + PULL * ((startY + endY) / 2 - CENTRE_Y) - ASIDE * (endX - startX) / length;
        double share = most > 0 && Double.isFinite(most) ? Math.sqrt(flow.amount() / most) : 0;
        double width = Math.max(1, THICKEST * share);
        String path = "M" + Svg.number(startX) + " " + Svg.number(startY) + "Q" + Svg.number(bendX) + " "
                + Svg.number(bendY) + " " + Svg.number(endX) + " " + Svg.number(endY);
        String title = flow.from() + " → " + flow.to() + ": "
                + (flow.amount() > 0 ? words.apply(flow.amount()) : "no sum known")
                + (flow.loop() ? ", in a circle" : "");
        String css = flow.loop() ? "flow loop" : "flow";
        svg.titled(title, "path", "class", css, "d", path, "stroke-width", width);
        head(svg, bendX, bendY, endX, endY, flow.loop());
    }

    private static void head(Svg svg, double bendX, double bendY, double endX, double endY, boolean loop) {
        double angle = Math.atan2(endY - bendY, endX - bendX);
        StringBuilder points = new StringBuilder();
        for (double[] corner : new double[][] {{9, 0}, {-3, 5}, {-3, -5}}) {
            double x = endX + corner[0] * Math.cos(angle) - corner[1] * Math.sin(angle);
            double y = endY + corner[0] * Math.sin(angle) + corner[1] * Math.cos(angle);
            points.append(Svg.number(x)).append(',').append(Svg.number(y)).append(' ');
        }
        svg.add(
                "polygon",
                "class",
                loop ? "head loop" : "head",
                "points",
                points.toString().strip());
    }

    private static void name(Svg svg, String name, double angle) {
        double x = CENTRE_X + RADIUS * Math.cos(angle);
        double y = CENTRE_Y + RADIUS * Math.sin(angle);
        svg.add("circle", "class", "node", "cx", x, "cy", y, "r", 4);
        double cos = Math.cos(angle);
        String anchor = cos > .2 ? "start" : cos < -.2 ? "end" : "middle";
        double textX = CENTRE_X + (RADIUS + 12) * cos;
        double textY = CENTRE_Y + (RADIUS + 14) * Math.sin(angle) + 4;
        svg.text(Svg.cut(name, 22), textX, textY, "name", anchor);
    }
}
