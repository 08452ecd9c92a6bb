package dealscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dealscope.crawler.FeedState;
import dealscope.ledger.ResolveStage;
import dealscope.ledger.Resolver;
import dealscope.nlp.Analyzer;
import dealscope.source.Opml;
import dealscope.store.Store;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path data;

    @Test
    void flagsGoBeforeTheEnvironmentAndTheEnvironmentBeforeTheFile() throws Exception {
        Files.writeString(data.resolve(Settings.FILE), "port=1\nhost=file\ndelay = 2s\n");
        Settings settings = Settings.read(
                Settings.flags(Setting.DATA, data, Setting.PORT, 3),
                Map.of("DEALSCOPE_PORT", "2", "DEALSCOPE_HOST", "environment"));
        assertEquals(3, settings.number(Setting.PORT));
        assertEquals("environment", settings.text(Setting.HOST));
        assertEquals(2, settings.duration(Setting.DELAY).toSeconds());
        assertEquals(30, settings.duration(Setting.DEADLINE).toSeconds());
    }

    @Test
    void aSettingThatDoesNotExistIsRefusedByName() throws Exception {
        Files.writeString(data.resolve(Settings.FILE), "prot=7070\n");
        UsageException refused =
                assertThrows(UsageException.class, () -> Settings.read(Settings.flags(Setting.DATA, data), Map.of()));
        assertTrue(refused.getMessage().contains("\"prot\"")
                && refused.getMessage().contains("port"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ten", "10", "10XB", "-1MB", "900MB", ""})
    void aSizeOutOfReasonIsRefused(String size) {
        Settings settings = Settings.read(Settings.flags(Setting.DATA, data, Setting.MAX_FEED, size), Map.of());
        assertThrows(UsageException.class, () -> settings.size(Setting.MAX_FEED));
    }

    @Test
    void thePlaceOfTheStoreTellsNoPassword() {
        Settings settings = Settings.read(
                Settings.flags(Setting.DATA, data, Setting.STORE, "jdbc:postgresql://me:secret@db/x?password=secret"),
                Map.of());
        assertFalse(settings.storePlace().contains("secret"), settings.storePlace());
        assertTrue(settings.storePlace().contains("db/x"), settings.storePlace());
    }

    @Test
    void aStageAnswersEveryLineInOrderWhateverHappens() throws Exception {
        UnaryOperator<String> stage = line -> {
            if (line.contains("deep")) {
                throw new StackOverflowError();
            }
            if (line.contains("bad")) {
                throw new IllegalStateException("no good");
            }
            return line;
        };
        String in = "{\"id\":1}\n\n{\"id\":\"bad\"}\nnot json, bad\n{\"id\":\"deep\"}\n{\"id\":5}";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = StageRunner.run(
                stage, new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)), out, new PrintStream(out));
        assertEquals(0, code);
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(
                List.of(
                        "{\"id\":1}",
                        "{\"id\":\"bad\",\"error\":\"IllegalStateException: no good\"}",
                        "{\"id\":null,\"error\":\"the line is not a JSON object\"}",
                        "{\"id\":\"deep\",\"error\":\"StackOverflowError\"}",
                        "{\"id\":5}"),
                lines);
    }

    @Test
    void articlesOfOneDealResolveToOneLineAndABadLineToAnError() throws Exception {
        String in = String.join(
                "\n",
                "{\"id\":\"a\",\"title\":\"Oracle wins cloud order from OpenAI\",\"text\":\"OpenAI will buy $30 billion of cloud computing from Oracle over five years, the companies said on Monday.\",\"published\":\"2025-09-10\"}",
                "{\"id\":\"b\",\"title\":\"OpenAI signs with Oracle\",\"text\":\"OpenAI signed a $30 billion cloud computing contract with Oracle, the two companies announced.\",\"published\":\"2025-09-11\"}",
                "{\"id\":\"c\"}");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ResolveRunner.run(
                Analyzer.load(),
                new ResolveStage(new Resolver()),
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                out);
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(2, lines.size(), lines.toString());
        assertEquals("c", JSON.readTree(lines.get(0)).path("id").asText());
        JsonNode deal = JSON.readTree(lines.get(1));
        assertEquals("[\"a\",\"b\"]", deal.path("articles").toString());
        assertEquals("[\"OpenAI\"]", deal.path("payer").toString());
        assertEquals(30_000_000_000L, deal.path("value_usd").asLong());
    }

    @Test
    void feedsAreAddedPausedRemovedRestoredAndCarriedOverAsOpml() throws Exception {
        assertEquals(0, run("feeds", "add", "--as-is", "https://a.example/feed", "https://b.example/feed"));
        assertEquals(2, run("feeds", "add", "not an address"));
        String id = feeds().get(0).id();
        assertEquals(0, run("feeds", "pause", id));
        assertFalse(feeds().get(0).options().enabled());
        assertEquals(0, run("feeds", "resume", "https://a.example/feed"));
        assertTrue(feeds().get(0).options().enabled());
        assertEquals(0, run("feeds", "remove", id));
        assertEquals(1, feeds().size());
        assertEquals(1, run("feeds", "remove", "no-such-feed"));
        assertEquals(0, run("feeds", "undo", id));
        assertEquals(2, feeds().size());
        Path list = data.resolve("list.opml");
        assertEquals(0, run("feeds", "export", list.toString()));
        assertEquals(2, Opml.read(Files.readAllBytes(list)).feeds().size());
        assertEquals(2, run("feeds", "import", data.resolve("missing.opml").toString()));
        assertEquals(0, run("feeds", "import", list.toString()));
        assertEquals(2, feeds().size());
        assertEquals(0, run("feeds", "list"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"export", "feeds export", "corrections export"})
    void anExportGoesToAFileOrToStandardOutputWhichStaysOpen(String command) throws Exception {
        assertEquals(0, run("feeds", "add", "--as-is", "https://a.example/feed"));
        assertEquals(0, run("reindex"));
        String[] words = command.split(" ");
        String[] more = java.util.Arrays.copyOf(words, words.length + 1);
        more[words.length] = data.resolve("out").toString();
        assertEquals(0, run(more));
        more[words.length] = data.resolve("no such folder/out").toString();
        assertEquals(2, run(more));
        PrintStream console = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            System.setOut(out);
            assertEquals(0, run(words));
            assertEquals(Files.readString(data.resolve("out")), bytes.toString(StandardCharsets.UTF_8));
            out.print("still open");
            assertTrue(bytes.toString(StandardCharsets.UTF_8).endsWith("still open"));
        } finally {
            System.setOut(console);
        }
    }

    @Test
    void theShippedFeedsAreManyAndThoseSwitchedOffSayWhy() {
        List<FeedState> feeds = FeedLists.defaults(Instant.EPOCH);
        assertTrue(feeds.stream().filter(feed -> feed.options().enabled()).count() >= 30);
        assertTrue(feeds.stream()
                .filter(feed -> !feed.options().enabled())
                .allMatch(feed -> feed.options().note() != null));
        assertEquals(feeds.size(), feeds.stream().map(FeedState::id).distinct().count());
    }

    @Test
    void everyCommandHasHelp() {
        CommandLine main = Main.commandLine();
        assertTrue(main.getSubcommands().size() >= 13);
        helped(main);
    }

    private static void helped(CommandLine command) {
        assertTrue(command.getUsageMessage().contains("Usage:"), command.getCommandName());
        if (!command.getCommandName().equals("help")) {
            assertTrue(command.getUsageMessage().contains("--help"), command.getCommandName());
        }
        command.getSubcommands().values().forEach(CommandsTest::helped);
    }

    private int run(String... args) {
        String[] all = java.util.Arrays.copyOf(args, args.length + 2);
        all[args.length] = "--data";
        all[args.length + 1] = data.toString();
        return Main.commandLine().execute(all);
    }

    private List<FeedState> feeds() {
        try (Store store = Store.openReadOnly("jdbc:sqlite:" + data.resolve("dealscope.db"))) {
            return store.feeds();
        }
    }
}
