package dealscope.web.mcp;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dealscope.web.data.Json;
import dealscope.web.http.Params;
import dealscope.web.http.RequestBody;
import dealscope.web.http.RequestProblem;
import dealscope.web.site.Site;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.jackson2.DefaultJsonSchemaValidator;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /mcp}: the tools for assistants over streamable HTTP (<a
 * href="https://modelcontextprotocol.io/specification">Model Context Protocol</a>), by the official SDK and without
 * sessions: each request is answered from the store and the index as they are. Nothing can be changed here. The requests
 * of pages of other sites are refused before they come here, see {@link dealscope.web.http.Guard}. Safe for many threads.
 */
public final class McpEndpoint {
    private static final Logger log = LoggerFactory.getLogger(McpEndpoint.class);
    private static final String PATH = "/mcp";
    private static final int LARGEST = 64 * 1024;

    private final Site site;
    private final Duration deadline;
    private final ScheduledExecutorService timer;
    private @Nullable HttpServletStatelessServerTransport transport;

    /** @param deadline for a whole request to arrive */
    public McpEndpoint(Site site, Duration deadline, ScheduledExecutorService timer) {
        this.site = site;
        this.deadline = deadline;
        this.timer = timer;
    }

    /** Made for the first request: most starts see none, and it would take as long as all the rest of them. */
    private synchronized HttpServletStatelessServerTransport transport() {
        if (transport == null) {
            transport = open(site);
        }
        return transport;
    }

    private static HttpServletStatelessServerTransport open(Site site) {
        JsonMapper mapper = JsonMapper.builder()
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .build();
        HttpServletStatelessServerTransport transport = HttpServletStatelessServerTransport.builder()
                .jsonMapper(new JacksonMcpJsonMapper(mapper))
                .messageEndpoint(PATH)
                .maxRequestSize(LARGEST)
                .build();
        ToolBook book = new ToolBook();
        DealTools tools = new DealTools(site);
        McpServer.sync(transport)
                .jsonMapper(new JacksonMcpJsonMapper(mapper))
                .jsonSchemaValidator(new DefaultJsonSchemaValidator(mapper))
                .serverInfo("dealscope", site.version())
                .instructions(book.instructions())
                .capabilities(ServerCapabilities.builder().tools(false).build())
                .validateToolInputs(false) // Params does, in words that say what would be right
                .immediateExecution(true) // on the request's own thread
                .tools(book.tools().stream().map(tool -> bound(tool, tools)).toList())
                .build();
        return transport;
    }

    /** Whether this request is one of an assistant, not a form. */
    public static boolean concerns(Context ctx) {
        return ctx.path().equals(PATH);
    }

    public void register(RoutesConfig routes) {
        routes.post(PATH, this::answer);
    }

    private void answer(Context ctx) throws ServletException, IOException {
        byte[] body = RequestBody.read(ctx, LARGEST, deadline, timer);
        transport().service(new ReadRequest(ctx.req(), body), ctx.res());
    }

    /** Does what a tool is for. */
    @FunctionalInterface
    private interface Work {
        Answer of(Params params) throws IOException;
    }

    private static SyncToolSpecification bound(Tool tool, DealTools tools) {
        Work work =
                switch (tool.name()) {
                    case "search_deals" -> tools::search;
                    case "get_deal" -> tools::deal;
                    case "company_summary" -> tools::company;
                    case "totals" -> tools::totals;
                    default ->
                        throw new IllegalStateException("tools.json describes what is not there: " + tool.name());
                };
        Map<?, ?> properties =
                (Map<?, ?>) Objects.requireNonNull(tool.inputSchema().get("properties"), tool.name());
        Set<String> names = properties.keySet().stream().map(String::valueOf).collect(Collectors.toSet());
        return new SyncToolSpecification(tool, (context, request) -> call(work, names, request));
    }

    private static CallToolResult call(Work work, Set<String> names, CallToolRequest request) {
        try {
            Answer answer = work.of(new Params(arguments(request), true, names));
            return CallToolResult.builder()
                    .structuredContent(Json.MAPPER.valueToTree(answer.data()))
                    .addTextContent(answer.words())
                    .isError(false)
                    .build();
        } catch (RequestProblem problem) {
            String where = problem.query() == null ? "" : " (character " + (problem.position() + 1) + " of the query)";
            return refused(problem.detail() + where);
        } catch (Exception | StackOverflowError e) {
            String id = UUID.randomUUID().toString().substring(0, 8);
            log.error("{} failed, id {}", request.name(), id, e);
            return refused("This failed; the cause is in the program's log under the id " + id + ".");
        }
    }

    private static CallToolResult refused(String reason) {
        return CallToolResult.builder().addTextContent(reason).isError(true).build();
    }

    private static Map<String, List<String>> arguments(CallToolRequest request) {
        Map<String, List<String>> given = new TreeMap<>();
        if (request.arguments() != null) {
            request.arguments().forEach((name, value) -> {
                if (value instanceof Map || value instanceof List) {
                    throw RequestProblem.badParameter("\"" + Words.clean(name) + "\" must be a text or a number.");
                }
                if (value != null) {
                    given.put(name, List.of(String.valueOf(value)));
                }
            });
        }
        return given;
    }
}
