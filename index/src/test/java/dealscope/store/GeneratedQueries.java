package dealscope.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Queries as people save them, over what {@link GeneratedNews} tells; the same chance gives the same queries. */
final class GeneratedQueries {
    private static final int COMPANIES = 4_000;
    private static final int BUSY = 20;
    private static final int WORDS = 4_000;
    private static final List<String> TYPES =
            List.of("compute", "chips", "datacenter", "energy", "investment", "acquisition", "debt", "partnership");

    private final Random random;

    private GeneratedQueries(Random random) {
        this.random = random;
    }

    /**
     * Three fifths name one company, most with an amount; one in twenty asks for the largest of a type; the others for words,
     * phrases, several companies, sources, what is not wanted, and one in a hundred for an amount alone.
     */
    static List<String> of(Random random, int count) {
        GeneratedQueries generated = new GeneratedQueries(random);
        List<String> queries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            queries.add(generated.query(i % 100));
        }
        return queries;
    }

    private String query(int kind) {
        if (kind < 20) {
            return "company:" + company();
        }
        if (kind < 40) {
            return "payer:" + company() + " value:>=" + (1 + random.nextInt(10)) + "bn";
        }
        if (kind < 60) {
            return "company:" + company() + " type:" + type() + " value:" + (1 + random.nextInt(9)) + "bn..";
        }
        if (kind < 65) {
            return "type:" + type() + " value:>=" + (15 + random.nextInt(6)) + "bn";
        }
        if (kind < 75) {
            return "company:" + company() + " OR company:" + company() + " OR company:" + company();
        }
        if (kind < 85) {
            return "\"company " + number() + "\" status:announced -type:" + type();
        }
        if (kind < 95) {
            return word() + " " + word();
        }
        if (kind < 99) {
            return "(" + word() + " OR " + longWord() + "*) source:wire published:2024-01..";
        }
        return "value:>=" + (15 + random.nextInt(6)) + "bn";
    }

    private String company() {
        return "company-" + number();
    }

    private int number() {
        return random.nextInt(4) == 0 ? random.nextInt(BUSY) : random.nextInt(COMPANIES);
    }

    private String type() {
        return TYPES.get(random.nextInt(TYPES.size()));
    }

    /** Long enough that its beginning is no other word's. */
    private String longWord() {
        return "w" + Integer.toString(36 * 36 + random.nextInt(WORDS - 36 * 36), 36);
    }

    private String word() {
        return "w" + Integer.toString(random.nextInt(WORDS), 36);
    }
}
