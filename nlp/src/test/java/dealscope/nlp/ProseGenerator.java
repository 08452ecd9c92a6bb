package dealscope.nlp;

import java.util.List;
import java.util.Random;

/** Writes articles out of phrases at random: grammatical enough to make every rule look twice. The same seed, the same. */
final class ProseGenerator {
    private static final List<String> NAMES = List.of(
            "Nvidia",
            "OpenAI",
            "CoreWeave",
            "Halden Compute",
            "Orlop Labs, Inc.",
            "Bank of Ardmore",
            "Form & Function",
            "AT&T",
            "Meta",
            "Arm",
            "X",
            "Switch",
            "the neocloud Nscale",
            "Brookfield",
            "the chipmaker",
            "ChatGPT's maker",
            "Mara Teller",
            "Tom Okafor",
            "the Department of Energy",
            "Narvik",
            "Abilene, Texas",
            "Colossus",
            "d-Matrix",
            "SK Hynix",
            "nOps",
            "Plum Harbor (NASDAQ: PLMH)",
            "its parent",
            "it",
            "the company",
            "both companies");
    private static final List<String> MONEY = List.of(
            "$1.2 billion",
            "$300 million a year",
            "\u20ac75bn",
            "a 1.2-billion-euro loan",
            "$1 billion to $2 billion",
            "between $5 million and $7 million",
            "5,000 crore rupees",
            "\u00a340m ($51 million)",
            "another billion dollars",
            "as much as US$10bn",
            "nearly half a billion dollars",
            "$4.50 a share",
            "tens of billions",
            "1.2 trillion yen");
    private static final List<String> THINGS = List.of(
            "110,000 GB300 GPUs",
            "its Kestrel accelerators",
            "the Vega 3 accelerator",
            "eight H100s each",
            "32 racks",
            "a chip called Bramble",
            "the Heron, Egret and Bittern chips",
            "Ferrox, an accelerator for inference,",
            "nine hundred (900) HGX B300 systems",
            "B200 x 512",
            "1.2 GW",
            "40 MW of capacity",
            "300 megawatt-hours",
            "a 10% stake",
            "shares",
            "cloud capacity",
            "a data center",
            "convertible notes",
            "HBM4",
            "TPU v7 pods");
    private static final List<String> VERBS = List.of(
            "will invest",
            "has agreed to buy",
            "leases",
            "sold",
            "is in talks to lend",
            "bought",
            "raised",
            "said",
            "denied that it would take",
            "signed",
            "will pay",
            "ordered",
            "was acquired by",
            "cancelled",
            "backs",
            "and");
    private static final List<String> JOINTS = List.of(
            " and ",
            " for ",
            " in ",
            " to ",
            ", ",
            " from ",
            " with ",
            " as well as ",
            "; ",
            " \u2014 ",
            " (",
            ") ",
            " \u201c",
            "\u201d ",
            " that ",
            ", which ",
            " by ",
            " of ",
            "'s ",
            " or ",
            " at ",
            ", a data-centre developer, ");
    private static final List<String> TIMES = List.of(
            "on Tuesday",
            "through May 2029",
            "over 15 years",
            "in 2026",
            "last March",
            "by Q4",
            "for ten years",
            "today");
    private static final List<String> ENDS = List.of(". ", ".\n", "? ", "\n", "\n\n", ".\u201d ", ") ", " ");
    private static final List<String> HEADS = List.of(
            "Buyer | Product | Units\n",
            "Tenant / landlord / capacity\n",
            "What was bought:\n",
            "- ",
            "1. ",
            "Q: ",
            "\u2022 ");

    private final Random random;

    ProseGenerator(long seed) {
        random = new Random(seed);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    String title() {
        return random.nextInt(5) == 0
                ? ""
                : any(NAMES) + " " + any(VERBS) + " " + any(THINGS) + any(JOINTS) + any(MONEY);
    }

    /** @param sentences about so many */
    String text(int sentences) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < sentences; i++) {
            switch (random.nextInt(8)) {
                case 0 -> text.append(any(HEADS)).append(row('|')).append(row('|'));
                case 1 -> text.append(any(HEADS)).append(row('/'));
                case 2 -> list(text);
                default -> sentence(text);
            }
        }
        return text.toString();
    }

    private void sentence(StringBuilder text) {
        text.append(any(NAMES)).append(' ').append(any(VERBS)).append(' ');
        for (int i = random.nextInt(6); i >= 0; i--) {
            text.append(phrase()).append(any(JOINTS));
        }
        text.append(phrase()).append(any(ENDS));
    }

    private void list(StringBuilder text) {
        for (int i = 2 + random.nextInt(9); i > 0; i--) {
            text.append(phrase()).append(i == 2 ? " and " : ", ");
        }
        text.append(any(VERBS)).append(' ').append(phrase()).append(any(ENDS));
    }

    private String row(char sign) {
        return any(NAMES) + ' ' + sign + ' ' + any(THINGS) + ' ' + sign + ' ' + any(MONEY) + '\n';
    }

    private String phrase() {
        return switch (random.nextInt(7)) {
            case 0, 1 -> any(NAMES);
            case 2 -> any(MONEY);
            case 3, 4 -> any(THINGS);
            case 5 -> any(TIMES);
            default -> any(VERBS);
        };
    }
}
