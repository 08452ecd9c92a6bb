package dealscope.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.json.schema.jackson2.DefaultJsonSchemaValidator;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.InitializeResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.math.BigDecimal;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An assistant asks the program over HTTP, with the official client. */
@Timeout(60)
class McpTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DEAL = "anthropic-spacex-compute-2026-09";

    @TempDir
    static Path folder;

    static TestSite site;
    static McpSyncClient client;
    static InitializeResult hello;
    static Map<String, Tool> tools;

    @BeforeAll
    static void start() throws Exception {
        site = TestSite.filled(folder);
        client = McpClient.sync(HttpClientStreamableHttpTransport.builder(site.server.url())
                        .jsonMapper(new JacksonMcpJsonMapper(JSON))
                        .endpoint("/mcp")
                        .build())
                .requestTimeout(Duration.ofSeconds(20))
                .build();
        hello = client.initialize();
        tools = client.listTools().tools().stream().collect(Collectors.toMap(Tool::name, Function.identity()));
    }

    @AfterAll
    static void stop() throws Exception {
        client.close();
        site.close();
    }

    private static CallToolResult call(String tool, Map<String, Object> arguments) {
        return client.callTool(new CallToolRequest(tool, arguments));
    }

    /** What the tool answers, held against the schema that it gives. */
    private static JsonNode ask(String tool, Object... arguments) {
        CallToolResult result = call(tool, map(arguments));
        assertFalse(Boolean.TRUE.equals(result.isError()), () -> words(result));
        ValidationResponse checked = new DefaultJsonSchemaValidator(JSON)
                .validate(tools.get(tool).outputSchema(), result.structuredContent());
        assertTrue(checked.valid(), checked.errorMessage());
        return JSON.valueToTree(result.structuredContent());
    }

    private static Map<String, Object> map(Object... arguments) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            map.put(String.valueOf(arguments[i]), arguments[i + 1]);
        }
        return map;
    }

    private static String refusal(String tool, Object... arguments) {
        CallToolResult result = call(tool, map(arguments));
        assertEquals(true, result.isError());
        assertNull(result.structuredContent());
        return words(result);
    }

    private static String words(CallToolResult result) {
        return ((TextContent) result.content().getFirst()).text();
    }

    @Test
    void theServerSaysWhatItIsAndWhatItsToolsDo() {
        assertEquals("dealscope", hello.serverInfo().name());
        assertTrue(hello.instructions().contains("cite"), hello.instructions());
        assertEquals(
                List.of("company_summary", "get_deal", "search_deals", "totals"),
                tools.keySet().stream().sorted().toList());
        tools.values().forEach(tool -> {
            assertEquals(true, tool.annotations().readOnlyHint(), tool.name());
            assertEquals(false, tool.annotations().destructiveHint(), tool.name());
            assertEquals("object", tool.outputSchema().get("type"), tool.name());
        });
    }

    @Test
    void dealsAreFoundWithTheSentencesThatTellThem() {
        JsonNode found = ask("search_deals", "query", "company:spacex");
        assertEquals(1, found.get("total").asInt());
        JsonNode hit = found.get("deals").get(0);
        assertEquals(DEAL, hit.get("deal").get("id").asText());
        assertEquals(
                "45000000000",
                hit.get("deal").get("value").get("usd").decimalValue().toPlainString());
        assertFalse(hit.get("deal").has("claims"));
        JsonNode citation = hit.get("citations").get(0);
        assertTrue(citation.get("says").toString().contains("\"value\""), citation.toString());
        assertTrue(citation.get("sentence").asText().contains("$45 billion"), "the value that the deal shows");
        assertTrue(citation.get("url").asText().contains("#:~:text="), citation.toString());
        assertTrue(citation.get("title").asText().length() > 5, citation.toString());
        assertTrue(citation.get("outlet").asText().startsWith("Sample"), citation.toString());
        assertTrue(citation.get("published").asText().startsWith("2026-"), citation.toString());
    }

    @Test
    void theWordsCarryTheSameEvidence() {
        String words = words(call("search_deals", map("query", "company:spacex")));
        assertTrue(words.contains("1 deal found"), words);
        assertTrue(words.contains("**Anthropic → SpaceX**"), words);
        assertTrue(words.contains("~$45bn"), words);
        assertTrue(words.contains("sources disagree on value"), words);
        assertTrue(words.contains("Id: " + DEAL), words);
        assertTrue(words.contains("#:~:text="), words);
    }

    @Test
    void pagesFollowOneAnother() {
        JsonNode all = ask("search_deals", "limit", 25);
        JsonNode first = ask("search_deals", "limit", 3);
        JsonNode second =
                ask("search_deals", "limit", 3, "cursor", first.get("next").asText());
        assertEquals(3, first.get("deals").size());
        assertEquals(
                all.get("deals").get(3).get("deal").get("id"),
                second.get("deals").get(0).get("deal").get("id"));
        JsonNode byValue = ask("search_deals", "sort", "value", "limit", 2).get("deals");
        assertTrue(usd(byValue.get(0)).compareTo(usd(byValue.get(1))) >= 0, byValue.toString());
    }

    private static BigDecimal usd(JsonNode hit) {
        return hit.get("deal").get("value").get("usd").decimalValue();
    }

    @Test
    void aDealComesWithAllItsClaims() {
        JsonNode found = ask("get_deal", "id", DEAL);
        assertTrue(found.get("deal").get("claims").size() > 5);
        assertTrue(found.get("deal").get("conflicts").toString().contains("\"value\""));
        assertTrue(found.get("citations").size() > 3);
        assertEquals(0, found.get("left_out").get("claims").asInt());
        found.get("citations").forEach(citation -> {
            boolean told = false;
            for (JsonNode claim : found.get("deal").get("claims")) {
                told |= claim.get("sentence")
                        .asText()
                        .strip()
                        .equals(citation.get("sentence").asText());
            }
            assertTrue(told, citation.toString());
        });
        assertFalse(JSON.valueToTree(found).toString().contains("E+"), "amounts are written in full");
    }

    @Test
    void aFormerDayKnowsLess() {
        JsonNode now = ask("search_deals", "limit", 25);
        JsonNode then = ask("search_deals", "limit", 25, "asOf", "2026-09-30");
        assertTrue(then.get("total").isNull());
        assertTrue(then.get("deals").size() < now.get("deals").size());
        assertTrue(refusal("get_deal", "id", DEAL, "asOf", "2019-01-01").contains("Nobody had told"));
    }

    @ParameterizedTest
    @CsvSource({"openai", "OpenAI", "OPENAI"})
    void aCompanyIsFoundByItsIdAndNames(String name) {
        JsonNode found = ask("company_summary", "company", name, "limit", 2);
        assertEquals("openai", found.get("company").get("id").asText());
        assertEquals(2, found.get("deals").size());
        assertTrue(found.get("deals_left_out").asInt() > 0);
        assertEquals(
                found.get("company").get("deals").asInt(),
                2 + found.get("deals_left_out").asInt());
        assertTrue(found.get("deals").get(0).get("citations").size() > 0);
    }

    @Test
    void sumsSayWhatTheyLeaveOutAndWhatTheyRestOn() {
        JsonNode found = ask("totals", "by", "payer");
        assertEquals("payer", found.get("totals").get("by").asText());
        assertTrue(found.get("totals").get("all").get("usd").asDouble() > 1e9);
        assertTrue(found.get("totals").get("all").get("left_out").size() > 0);
        assertTrue(found.get("deals").size() > 1);
        found.get("deals")
                .forEach(deal ->
                        assertEquals("counted", deal.get("deal").get("tally").asText()));
        JsonNode compute = ask("totals", "query", "type:compute");
        assertEquals(1, compute.get("totals").get("groups").size());
        String words = words(call("totals", map()));
        assertTrue(words.contains("All deals, each once: $"), words);
        assertTrue(words.contains("left out"), words);
        assertFalse(
                ask("totals", "asOf", "2026-05-20").get("totals").get("as_of").isNull());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "search_deals | query  | value:many            | character",
                "search_deals | query  | (((                   | character",
                "search_deals | limit  | 26                    | from 1 to 25",
                "search_deals | limit  | ten                   | whole number",
                "search_deals | sort   | newest                | one of relevance, date",
                "search_deals | asOf   | yesterday             | 2026-03-01",
                "search_deals | q      | gb200                 | there are asOf, cursor, limit, query, sort",
                "search_deals | cursor | nothing               | cursor",
                "get_deal     | id     | no-such-deal          | search_deals finds ids",
                "get_deal     | id     | ../../etc/passwd      | search_deals finds ids",
                "get_deal     | id     | ''                    | Give the \"id\"",
                "company_summary | company | Nobody In Particular | There is no company",
                "company_summary | company | Open              | did you mean OpenAI",
                "totals       | by     | weather               | one of payer",
                "totals       | query  | value:many            | character",
            })
    void whatIsWrongWithAnArgumentIsSaidInWords(String tool, String name, String value, String expected) {
        String said = refusal(tool, name, value);
        assertTrue(said.contains(expected), said);
    }

    @Test
    void argumentsOfOtherKindsAndSizesAreRefusedInWords() {
        assertTrue(refusal("search_deals", "query", List.of("a")).contains("must be a text"));
        assertTrue(refusal("search_deals", "query", Map.of("a", Map.of())).contains("must be a text"));
        assertTrue(refusal("search_deals", "query", "a ".repeat(4000)).contains("longer than"));
        assertTrue(refusal("get_deal").contains("Give the \"id\""));
        assertEquals(
                1, ask("search_deals", "query", null, "limit", "1").get("deals").size());
    }

    @Test
    void theRequestsOfOtherSitesPagesAreRefused() throws Exception {
        String list = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}";
        assertEquals(200, post(list).statusCode());
        assertEquals(403, post(list, "Origin", "https://evil.example").statusCode());
        assertEquals(403, post(list, "Sec-Fetch-Site", "cross-site").statusCode());
        assertEquals(405, site.get("/mcp").statusCode());
        assertTrue(raw("POST /mcp HTTP/1.1\r\nHost: evil.example\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                .startsWith("HTTP/1.1 421"));
    }

    @Test
    void whatIsNoMessageGetsAnAnswerAndNoStackTrace() throws Exception {
        assertEquals(400, post("not json").statusCode());
        assertEquals(400, post("[".repeat(5000)).statusCode());
        assertEquals(413, post("\"" + "a".repeat(70_000) + "\"").statusCode());
        assertEquals(
                415,
                site.post("/mcp", "q=1", "Accept", "application/json, text/event-stream")
                        .statusCode());
        HttpResponse<String> unknown = post("{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"tools/call\","
                + "\"params\":{\"name\":\"remove_everything\",\"arguments\":{}}}");
        assertTrue(unknown.body().contains("error"), unknown.body());
        for (String body : List.of("not json", "{}", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"no/such\"}")) {
            String answer = post(body).body();
            assertFalse(answer.contains("\tat ") || answer.contains("Exception"), answer);
        }
    }

    @Test
    void anAnswerCarriesTheHeadersOfTheSite() throws Exception {
        HttpResponse<String> answer = post("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}");
        assertEquals(
                "nosniff", answer.headers().firstValue("X-Content-Type-Options").orElse(""));
        assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse(""));
    }

    private static HttpResponse<String> post(String body, String... headers) throws Exception {
        String[] all = new String[headers.length + 4];
        System.arraycopy(
                new String[] {"Content-Type", "application/json", "Accept", "application/json, text/event-stream"},
                0,
                all,
                0,
                4);
        System.arraycopy(headers, 0, all, 4, headers.length);
        return site.post("/mcp", body, all);
    }

    private static String raw(String request) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", site.server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
