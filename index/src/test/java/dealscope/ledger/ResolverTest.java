package dealscope.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dealscope.deal.Company;
import dealscope.deal.Deal;
import dealscope.deal.Field;
import dealscope.deal.SourceArticle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file of {@code resolve/} is a case; each is also resolved in other orders and must give the very same deals. */
final class ResolverTest {
    private static final Path CASES = Path.of("src/test/resources/resolve");
    private static final int ORDERS = 10;

    static Stream<Path> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theCaseGivesItsDealsInWhateverOrder(Path file) throws IOException {
        ResolveCase given = ResolveCase.read(file);
        List<Deal> deals = given.resolver().resolve(given.coverage());
        String all = String.join(
                "\n",
                deals.stream()
                        .map(ResolverTest::shown)
                        .map(ObjectNode::toString)
                        .toList());
        assertEquals(given.deals().size(), deals.size(), all);
        for (JsonNode expected : given.deals()) {
            assertTrue(
                    deals.stream().anyMatch(deal -> fits(expected, shown(deal))),
                    () -> "no deal like " + expected + " among\n" + all);
        }
        Random random = new Random(7);
        for (int order = 0; order < ORDERS; order++) {
            List<Coverage> shuffled = new ArrayList<>(given.coverage());
            Collections.shuffle(shuffled, random);
            assertEquals(deals, given.resolver().resolve(shuffled));
        }
    }

    @Test
    void thereAreCases() throws IOException {
        assertTrue(cases().count() >= 20);
    }

    @Test
    void noCoverageMakesNoDeals() {
        assertEquals(List.of(), new Resolver().resolve(List.of()));
    }

    private static boolean fits(JsonNode expected, ObjectNode deal) {
        Iterator<String> names = expected.fieldNames();
        while (names.hasNext()) {
            String name = names.next();
            if (!deal.has(name) || !expected.get(name).equals(deal.get(name))) {
                return false;
            }
        }
        return true;
    }

    private static ObjectNode shown(Deal deal) {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode node = mapper.createObjectNode();
        node.put("id", deal.id());
        node.put("type", deal.type().label());
        node.set(
                "payer",
                mapper.valueToTree(deal.payer().stream().map(Company::name).toList()));
        node.set(
                "payee",
                mapper.valueToTree(deal.payee().stream().map(Company::name).toList()));
        node.put("value", deal.value() == null ? null : deal.value().text());
        node.put("status", deal.status().label());
        node.set(
                "history",
                mapper.valueToTree(deal.history().stream()
                        .map(step -> step.status().label() + " " + step.articleId())
                        .toList()));
        node.set(
                "articles",
                mapper.valueToTree(
                        deal.sources().stream().map(SourceArticle::articleId).toList()));
        ObjectNode because = node.putObject("because");
        deal.sources().forEach(source -> because.put(source.articleId(), source.because()));
        node.put("independent", deal.independent());
        node.put("copies", deal.copies());
        node.set(
                "conflicts",
                mapper.valueToTree(deal.conflicts().stream().map(Field::label).toList()));
        node.put("background", deal.background());
        node.put("part_of", deal.partOf());
        node.put("supersedes", deal.supersedes());
        node.put("possible_duplicate_of", deal.possibleDuplicateOf());
        node.put("exclude_from_totals", deal.excludeFromTotals());
        node.put("power_mw", deal.powerMw() == null ? null : deal.powerMw().intValue());
        node.put("announced", deal.announced() == null ? null : deal.announced().toString());
        node.put("sample", deal.sample());
        return node;
    }
}
