package dealscope.nlp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnalyzeStageTest {
    private static final AnalyzeStage STAGE = new AnalyzeStage(Analyzer.load());

    private static JsonNode answer(String line) throws IOException {
        return new ObjectMapper().readTree(STAGE.apply(line));
    }

    @Test
    void aLineGivesItsMentions() throws IOException {
        JsonNode answer = answer("{\"id\":\"a\",\"title\":\"CoreWeave rents 10 MW\",\"text\":"
                + "\"Meta will pay CoreWeave $1.25bn a month for 5,000 GB300 chips.\",\"published\":\"2026-05-20\"}");
        assertEquals("a", answer.get("id").asText());
        assertEquals("[\"CoreWeave\",\"Meta\"]", answer.get("companies").toString());
        JsonNode money = answer.get("money").get(0);
        assertEquals("$1.25bn a month", money.get("text").asText());
        assertEquals(1_250_000_000L, money.get("min").asLong());
        assertEquals("month", money.get("per").asText());
        assertEquals("exact", money.get("qualifier").asText());
        assertEquals("NVIDIA GB300", answer.get("hardware").get(0).get("name").asText());
        assertEquals(5000, answer.get("hardware").get(0).get("count").asLong());
        assertEquals(10, answer.get("power_mw").get(0).asDouble());
        assertTrue(answer.get("deals").isArray());
        for (JsonNode mention : answer.get("mentions")) {
            assertFalse(mention.get("text").asText().contains("10 MW"), "offsets count in the text, not in the title");
        }
    }

    @Test
    void aCompanyIsCalledAsTheArticleCallsIt() throws IOException {
        JsonNode answer = answer(
                "{\"id\":\"a\",\"title\":\"Qualcomm buys Alphawave\",\"text\":"
                        + "\"Qualcomm will buy Alphawave IP Group Plc for $2.4 billion. Google signed, and so did the Facebook parent.\"}");
        assertEquals(
                "[\"Qualcomm\",\"Alphawave IP Group Plc\",\"Google\",\"Meta\"]",
                answer.get("companies").toString());
        assertEquals(
                "[\"Alphawave IP Group Plc\"]",
                answer.get("deals").get(0).get("payee").toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "7",
                "null",
                "{\"id\":1}",
                "{\"id\":1,\"text\":null}",
                "{\"id\":1,\"text\":[]}",
                "{\"id\":1,\"text\":\"a\",\"published\":\"soon\"}"
            })
    void aLineThatCannotBeHandledGivesAnError(String line) throws IOException {
        JsonNode answer = answer(line);
        assertTrue(answer.has("id"));
        assertFalse(answer.get("error").asText().isBlank());
    }

    @Test
    void anEmptyTextHasNothingInIt() throws IOException {
        JsonNode answer = answer("{\"id\":null,\"text\":\"\"}");
        assertTrue(answer.get("companies").isEmpty());
        assertFalse(answer.has("error"));
    }
}
