package dealscope.nlp.claim;

import dealscope.deal.Company;
import dealscope.deal.DealType;
import dealscope.deal.Money;
import dealscope.deal.Report;
import dealscope.nlp.Analyzer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A file of {@code cases/deals}: an article and the deals that it tells. The README there says how one looks. */
record DealCase(
        String name, @Nullable String title, @Nullable Instant published, String text, List<Expected> expected) {

    /** A deal that must be found. */
    record Expected(
            Set<String> types,
            Set<String> payer,
            Set<String> payee,
            @Nullable BigDecimal usd,
            @Nullable String per,
            Set<String> statuses,
            boolean main,
            String line) {

        static Expected of(String line) {
            String[] cells = line.split("\\|", -1);
            if (cells.length != 5) {
                throw new IllegalArgumentException("five cells wanted: " + line);
            }
            String[] sides = cells[1].split("->", -1);
            String value = cells[2].strip();
            int rate = value.indexOf(" per ");
            String amount = rate < 0 ? value : value.substring(0, rate);
            return new Expected(
                    names(cells[0], "/"),
                    names(sides[0], ","),
                    names(sides[1], ","),
                    amount.equals("-") ? null : number(amount),
                    rate < 0 ? null : value.substring(rate + 5).strip(),
                    names(cells[3], "/"),
                    cells[4].strip().equals("main"),
                    line);
        }

        private static BigDecimal number(String amount) {
            String digits = amount.replaceAll("[a-z]++$", "");
            int zeros =
                    switch (amount.substring(digits.length())) {
                        case "" -> 0;
                        case "m" -> 6;
                        case "bn" -> 9;
                        case "tn" -> 12;
                        default -> throw new IllegalArgumentException("no amount: " + amount);
                    };
            return new BigDecimal(digits).scaleByPowerOfTen(zeros);
        }

        private static Set<String> names(String cell, String separator) {
            Set<String> names = new TreeSet<>();
            for (String name : cell.split(separator, -1)) {
                if (!name.isBlank()) {
                    names.add(name.strip());
                }
            }
            return names;
        }

        boolean matches(Report report) {
            Set<String> reportPayer = companies(report.payer());
            Set<String> reportPayee = companies(report.payee());
            Set<String> all = new TreeSet<>(payer);
            all.addAll(payee);
            boolean together = report.type() == DealType.PARTNERSHIP && reportPayer.equals(all);
            return types.contains(report.type().label())
                    && (together || (reportPayer.equals(payer) && reportPayee.equals(payee)))
                    && sameValue(report.value())
                    && statuses.contains(report.status().label())
                    && main == report.main();
        }

        private boolean sameValue(@Nullable Money money) {
            if (usd == null || money == null || money.usd() == null) {
                return usd == null && money == null;
            }
            return usd.compareTo(money.usd()) == 0 && String.valueOf(per).equals(String.valueOf(money.per()));
        }

        private static Set<String> companies(List<Company> companies) {
            Set<String> names = new TreeSet<>();
            companies.forEach(c -> names.add(c.name()));
            return names;
        }
    }

    /** What was wrong: expected deals that were missed, reports that nobody expected. */
    record Difference(List<Expected> missed, List<Report> extra) {
        boolean none() {
            return missed.isEmpty() && extra.isEmpty();
        }

        @Override
        public String toString() {
            StringBuilder words = new StringBuilder();
            missed.forEach(m -> words.append("\n  missed ").append(m.line()));
            extra.forEach(e -> words.append("\n  found  ")
                    .append(String.join(
                            " | ",
                            e.type().label(),
                            Expected.companies(e.payer()) + " -> " + Expected.companies(e.payee()),
                            e.value() == null ? "-" : e.value().text(),
                            e.status().label(),
                            e.main() ? "main" : "background",
                            e.why())));
            return words.toString();
        }
    }

    static Stream<DealCase> in(String folder) {
        Path cases = Path.of("src/test/resources/cases", folder);
        try (Stream<Path> files = Files.list(cases)) {
            return files.filter(f -> f.toString().endsWith(".txt")).sorted().map(DealCase::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DealCase read(Path file) {
        try {
            String[] halves = Files.readString(file).split("\\n---\\n", 2);
            String title = null;
            Instant published = null;
            StringBuilder text = new StringBuilder();
            for (String line : halves[0].split("\\n", -1)) {
                if (line.startsWith("title: ")) {
                    title = line.substring(7).strip();
                } else if (line.startsWith("published: ")) {
                    published = Instant.parse(line.substring(11).strip() + "T00:00:00Z");
                } else if (!line.startsWith("#")) {
                    text.append(line).append('\n');
                }
            }
            List<Expected> expected = new ArrayList<>();
            halves[1].lines().filter(l -> !l.isBlank() && !l.equals("none")).forEach(l -> expected.add(Expected.of(l)));
            return new DealCase(
                    file.getFileName().toString(),
                    title,
                    published,
                    text.toString().strip(),
                    expected);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Analyzer.Input input() {
        return new Analyzer.Input(name, title, text, published, null, published);
    }

    Difference compare(List<Report> reports) {
        List<Report> extra = new ArrayList<>(reports);
        List<Expected> missed = new ArrayList<>();
        for (Expected deal : expected) {
            Report hit = extra.stream().filter(deal::matches).findFirst().orElse(null);
            if (hit == null) {
                missed.add(deal);
            } else {
                extra.remove(hit);
            }
        }
        return new Difference(missed, extra);
    }

    @Override
    public String toString() {
        return name;
    }
}
