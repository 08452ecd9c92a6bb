package dealscope.nlp.claim;

import dealscope.deal.DealType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way in which a word tells of a deal; a line of {@code frames.csv}.
 *
 * @param number line in the file: the first that fits decides
 * @param needs what must follow in the clause
 * @param type null when the goods decide
 * @param open whether the kinds of the parties may turn payer and payee round
 */
record Frame(
        int number,
        String cue,
        boolean verb,
        List<Need> needs,
        @Nullable DealType type,
        Roles payer,
        Roles payee,
        boolean open,
        double weight) {

    private static final int LEARNED = -1;

    /** Any of the names (money, goods, stake ...), or none of them. */
    record Need(List<String> anyOf, boolean absent) {}

    /** Where a party is looked for, best place first. */
    record Roles(List<String> places, boolean optional) {
        static Roles of(CueFile.Row row, String column) {
            List<String> places = row.list(column);
            boolean optional = places.stream().anyMatch(p -> p.endsWith("?"));
            return new Roles(
                    places.stream()
                            .flatMap(p -> List.of(p.split("\\?", -1)).stream())
                            .filter(p -> !p.isEmpty())
                            .toList(),
                    optional || places.isEmpty());
        }
    }

    /** For a deal that a list tells without any word of telling. */
    static Frame listed() {
        Roles none = new Roles(List.of(), true);
        return new Frame(0, "list item", false, List.of(), null, none, none, false, 0);
    }

    /** For a deal that the trained model found; the cue names its reasons. */
    static Frame learned(String reasons) {
        Roles none = new Roles(List.of(), true);
        return new Frame(LEARNED, reasons, false, List.of(), null, none, none, false, 0);
    }

    boolean isLearned() {
        return number == LEARNED;
    }

    static Frame of(int number, String cue, CueFile.Row row) {
        List<Need> needs = List.of(row.get("needs").split("&", -1)).stream()
                .filter(n -> !n.isEmpty())
                .map(n -> n.startsWith("!")
                        ? new Need(List.of(n.substring(1).split("\\|", -1)), true)
                        : new Need(List.of(n.split("\\|", -1)), false))
                .toList();
        String type = row.get("type");
        String part = row.get("part");
        if (!part.equals("verb") && !part.equals("noun")) {
            throw row.bad("part is verb or noun, not " + part);
        }
        return new Frame(
                number,
                cue,
                part.equals("verb"),
                needs,
                type.equals("goods") ? null : DealType.of(type),
                Roles.of(row, "payer"),
                Roles.of(row, "payee"),
                row.get("direction").equals("open"),
                row.number("weight"));
    }
}
