package dealscope.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dealscope.deal.Cited;
import dealscope.deal.DealType;
import dealscope.deal.Status;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A walk from page to page while new deals come in before and after the place of the cursor. */
class CursorTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> NAMES = List.of(
            "Alder",
            "Birch",
            "Cedar",
            "Dogwood",
            "Elm",
            "Fir",
            "Ginkgo",
            "Hazel",
            "Ironwood",
            "Juniper",
            "Katsura",
            "Larch",
            "Maple",
            "Nutmeg",
            "Oak",
            "Pine",
            "Quince",
            "Rowan",
            "Spruce",
            "Teak");

    @TempDir
    Path folder;

    private static Story story(int number) {
        String payer = NAMES.get(number) + " Compute";
        String payee = NAMES.get(NAMES.size() - 1 - number) + " Hosting";
        Story story = new Story(
                "deal-" + number,
                "Sample Wire",
                "2026-%02d-11T10:00:00Z".formatted(1 + number * 7 % 12),
                payer + " rents halls from " + payee,
                payer + " has signed for halls of " + payee + " for $" + (1 + number * 13 % 20) + " billion.");
        story.tells(DealType.COMPUTE, Status.ANNOUNCED, payer, payee)
                .says(Cited.COMPANY, null, "has signed")
                .exactly((1 + number * 13 % 20) * 1e9, Cited.COMPANY, "$" + (1 + number * 13 % 20) + " billion");
        return story;
    }

    @ParameterizedTest
    @ValueSource(strings = {"date", "value", "changed", "confidence", "power"})
    void whatComesInBetweenDoublesAndLosesNothing(String sort) throws Exception {
        List<Story> early = new ArrayList<>();
        List<Story> late = new ArrayList<>();
        IntStream.range(0, NAMES.size()).forEach(i -> (i % 2 == 0 ? early : late).add(story(i)));
        try (TestSite site = TestSite.empty(folder)) {
            site.add(early);
            Set<String> before = walk(site, sort, List.of());
            assertEquals(early.size(), before.size());
            Set<String> during = walk(site, sort, late);
            assertTrue(during.containsAll(before), () -> "lost: " + before + " against " + during);
            assertEquals(NAMES.size(), walk(site, sort, List.of()).size());
        }
    }

    /** All ids, two a page; two of {@code late} come between two pages. */
    private static Set<String> walk(TestSite site, String sort, List<Story> late) throws Exception {
        Set<String> seen = new TreeSet<>();
        List<Story> waiting = new ArrayList<>(late);
        String cursor = "";
        do {
            JsonNode answer = JSON.readTree(
                    site.get("/api/deals?limit=2&sort=" + sort + cursor).body());
            answer.get("deals")
                    .forEach(deal -> assertTrue(seen.add(deal.get("id").asText()), deal + " came twice"));
            cursor = answer.get("next").isNull()
                    ? ""
                    : "&cursor=" + answer.get("next").asText();
            List<Story> some = List.copyOf(waiting.subList(0, Math.min(2, waiting.size())));
            site.add(some);
            waiting.removeAll(some);
        } while (!cursor.isEmpty());
        return seen;
    }
}
