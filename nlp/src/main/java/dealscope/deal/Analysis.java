package dealscope.deal;

import java.util.List;

/**
 * All that was found in one article.
 *
 * @param companies each once, in order of appearance
 * @param money each distinct (currency, min, max, per) once
 * @param hardware each name once, with its count
 * @param powerMw each capacity once, in megawatts
 * @param mentions with spans, by place in title, then text
 * @param truncated true when the text was longer than what is read
 */
public record Analysis(
        List<Company> companies,
        List<Money> money,
        List<Hardware> hardware,
        List<Double> powerMw,
        List<Report> reports,
        List<Mention> mentions,
        boolean truncated) {
    public static final Analysis EMPTY =
            new Analysis(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), false);

    public Analysis {
        companies = List.copyOf(companies);
        money = List.copyOf(money);
        hardware = List.copyOf(hardware);
        powerMw = List.copyOf(powerMw);
        reports = List.copyOf(reports);
        mentions = List.copyOf(mentions);
    }
}
