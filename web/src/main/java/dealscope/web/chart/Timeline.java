package dealscope.web.chart;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was said when, in lanes: a dot for everything that was said the same day. */
public record Timeline(String id, String title, List<Event> events) {
    private static final int WIDTH = 760;
    private static final int LEFT = 96;
    private static final int RIGHT = 700;
    private static final int ROW = 30;
    /** A word beside a dot needs this much room to the word before it. */
    private static final double ROOM = 7.0;

    public Timeline {
        events = List.copyOf(events);
    }

    /** @param lane the field @param says the value that was given @param by who gave it @param strong a step of the status */
    public record Event(String lane, Instant at, String says, String by, boolean strong) {}

    private record Place(LocalDate day, String says) {}

    public String svg() {
        Map<String, List<Event>> lanes = new LinkedHashMap<>();
        events.forEach(event ->
                lanes.computeIfAbsent(event.lane(), lane -> new ArrayList<>()).add(event));
        int bottom = 8 + ROW * lanes.size();
        Svg svg = new Svg(id, WIDTH, bottom + 26, title, told());
        Scatter.Days days = Scatter.Days.of(events.stream().map(Event::at).toList(), LEFT + 8, RIGHT);
        days.marks(svg, bottom, bottom + 22);
        int row = 0;
        for (Map.Entry<String, List<Event>> lane : lanes.entrySet()) {
            double y = 8 + ROW * row++ + ROW / 2.0;
            svg.text(lane.getKey(), LEFT - 10, y + 4, "name", "end");
            svg.add("line", "class", "grid", "x1", LEFT, "x2", WIDTH, "y1", y, "y2", y);
            lane(svg, lane.getValue(), y, days);
        }
        return svg.end();
    }

    private static void lane(Svg svg, List<Event> events, double y, Scatter.Days days) {
        Map<Place, List<Event>> places = new LinkedHashMap<>();
        for (Event event : events) {
            LocalDate day = event.at().atZone(ZoneOffset.UTC).toLocalDate();
            places.computeIfAbsent(new Place(day, event.says()), place -> new ArrayList<>())
                    .add(event);
        }
        double free = 0;
        String before = "";
        for (Map.Entry<Place, List<Event>> place : places.entrySet()) {
            Event first = place.getValue().getFirst();
            double x = days.x(first.at());
            int count = place.getValue().size();
            String by = first.by() + (count > 1 ? " and " + (count - 1) + " more" : "");
            String title = place.getKey().day() + ": " + first.says() + (by.isBlank() ? "" : ", " + by);
            double radius = Math.min(8, 4 + count - 1.0);
            svg.titled(title, "circle", "class", first.strong() ? "dot one" : "dot two", "cx", x, "cy", y, "r", radius);
            String says = Svg.cut(first.says(), 18);
            if (x >= free && !says.equals(before)) {
                svg.text(says, x + radius + 3, y - 5, "says", "start");
                free = x + radius + ROOM * says.length();
                before = says;
            }
        }
    }

    private String told() {
        StringBuilder told = new StringBuilder();
        events.stream().filter(Event::strong).forEach(event -> told.append(told.isEmpty() ? "" : "; ")
                .append(event.at().atZone(ZoneOffset.UTC).toLocalDate())
                .append(": ")
                .append(event.says()));
        return told + (told.isEmpty() ? "" : ". ") + events.size() + " claims and steps.";
    }
}
