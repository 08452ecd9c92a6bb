package dealscope.web.page;

import dealscope.deal.Deal;
import dealscope.index.SearchRequest.Sort;
import dealscope.web.http.Params;
import dealscope.web.http.RequestProblem;
import dealscope.web.view.Amounts;
import dealscope.web.view.Dates;
import dealscope.web.view.Labels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A column of the table of deals, beside the parties, which are always there. Each can be sorted by. */
public enum Column {
    TYPE("Type", Sort.TYPE, "c-type"),
    VALUE("Value", Sort.VALUE, "num c-value"),
    POWER("Power", Sort.POWER, "num c-power"),
    HARDWARE("Hardware", Sort.HARDWARE, "c-hardware"),
    TERM("Term", Sort.TERM, "num c-term"),
    STAKE("Stake", Sort.STAKE, "num c-stake"),
    SITE("Site", Sort.SITE, "c-site"),
    STATUS("Status", Sort.STATUS, "c-status"),
    ANNOUNCED("Announced", Sort.ANNOUNCED, "c-date"),
    REPORTED("Reported", Sort.DATE, "c-date"),
    CHANGED("Changed", Sort.CHANGED, "c-date"),
    REPORTS("Reports", Sort.SOURCES, "num c-sources"),
    CONFIDENCE("Confidence", Sort.CONFIDENCE, "num c-confidence");

    static final String PARAMETER = "columns";
    /** Says that a form gives the columns one by one. */
    static final String PICK = "pick";

    static final List<Column> USUAL = List.of(TYPE, VALUE, POWER, STATUS, REPORTED, REPORTS);

    private final String label;
    private final Sort sort;
    private final String css;

    Column(String label, Sort sort, String css) {
        this.label = label;
        this.sort = sort;
        this.css = css;
    }

    /** @param title for the hover text; of a date, its time */
    public record Cell(String column, String css, String text, String title) {}

    public String label() {
        return label;
    }

    public Sort sort() {
        return sort;
    }

    public String css() {
        return css;
    }

    /** The name in addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name of the box in the form that chooses columns. */
    public String box() {
        return "col-" + key();
    }

    static Set<String> boxes() {
        return Arrays.stream(values()).map(Column::box).collect(Collectors.toSet());
    }

    /** The columns that an address names, in its order, each once; those of {@link #USUAL} when it names none. */
    static List<Column> of(Params params) {
        if (params.flag(PICK, false)) {
            List<Column> picked = Arrays.stream(values())
                    .filter(column -> params.flag(column.box(), false))
                    .toList();
            return picked.isEmpty() ? USUAL : picked;
        }
        String names = params.text(PARAMETER);
        if (names.isEmpty()) {
            return USUAL;
        }
        Set<Column> seen = EnumSet.noneOf(Column.class);
        List<Column> columns = new ArrayList<>();
        for (String name : names.split(",", -1)) {
            Column column = named(name.strip().toLowerCase(Locale.ROOT));
            if (seen.add(column)) {
                columns.add(column);
            }
        }
        return List.copyOf(columns);
    }

    private static Column named(String name) {
        return Arrays.stream(values())
                .filter(column -> column.key().equals(name))
                .findFirst()
                .orElseThrow(() -> RequestProblem.badParameter("\"columns\" names columns, with commas between: "
                        + Arrays.stream(values()).map(Column::key).collect(Collectors.joining(", ")) + "."));
    }

    /** As an address names them; empty for the usual ones. */
    static String text(List<Column> columns) {
        return columns.equals(USUAL) ? "" : columns.stream().map(Column::key).collect(Collectors.joining(","));
    }

    Cell cell(Deal deal) {
        return switch (this) {
            case TYPE -> plain(Labels.type(deal.type()));
            case VALUE, STATUS, REPORTS -> plain("");
            case POWER -> plain(deal.powerMw() == null ? "" : Amounts.power(deal.powerMw()));
            case HARDWARE ->
                plain(deal.hardware().stream().map(Amounts::hardware).collect(Collectors.joining(", ")));
            case TERM -> plain(deal.term() == null ? "" : Amounts.term(deal.term()));
            case STAKE -> plain(deal.equityStakePct() == null ? "" : Amounts.percent(deal.equityStakePct()));
            case SITE -> plain(deal.site() == null ? "" : deal.site());
            case ANNOUNCED ->
                deal.announced() == null
                        ? plain("")
                        : new Cell(
                                key(),
                                css,
                                Dates.day(deal.announced()),
                                deal.announced().toString());
            case REPORTED -> date(deal.reported() == null ? deal.firstSeen() : deal.reported());
            case CHANGED -> date(deal.lastChanged());
            case CONFIDENCE ->
                plain(String.format(Locale.ROOT, "%.2f", deal.confidence().score()));
        };
    }

    private Cell plain(String text) {
        return new Cell(key(), css, text, text.length() > 14 ? text : "");
    }

    private Cell date(java.time.@org.jspecify.annotations.Nullable Instant at) {
        return new Cell(key(), css, Dates.day(at), Dates.iso(at));
    }
}
