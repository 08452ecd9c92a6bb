package dealscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dealscope.index.DealIndex;
import dealscope.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program is killed without warning while it refreshes, again and again, and comes back whole. */
class CrashTest {
    @TempDir
    Path folder;

    @Test
    void killedDuringRefreshNothingIsLostOrDoubledAndTheIndexEqualsTheStore() throws Exception {
        Path killed = folder.resolve("killed");
        Path whole = folder.resolve("whole");
        int inTheMiddle = 0;
        for (int kill = 0; kill < 6; kill++) {
            Process process = refresh(killed);
            awaitArticles(killed, process, kill * 14 + 1);
            process.destroyForcibly().waitFor();
            int held = held(killed);
            if (held > 0 && !complete(killed)) {
                inTheMiddle++;
            }
        }
        assertTrue(inTheMiddle >= 2, "only " + inTheMiddle + " kills came in the middle of the work");
        assertEquals(0, refresh(killed).waitFor());
        assertEquals(0, refresh(whole).waitFor());

        try (Store restarted = Store.openReadOnly(settings(killed).storeUrl());
                Store reference = Store.openReadOnly(settings(whole).storeUrl());
                DealIndex index = Stores.readIndex(settings(killed))) {
            assertEquals(reference.ids(), restarted.ids());
            assertEquals(reference.stats().articles(), restarted.stats().articles());
            assertEquals(reference.stats().claims(), restarted.stats().claims());
            assertEquals(0, restarted.stats().pendingPages());
            assertEquals(restarted.ids(), index.ids());
        }
    }

    @Test
    void askedToStopDuringRefreshItClosesEverythingFirst() throws Exception {
        Path data = folder.resolve("asked");
        Path said = folder.resolve("said.txt");
        Process process = start(ProcessBuilder.Redirect.to(said.toFile()), data, "serve", "--sample", "--port", "0");
        awaitArticles(data, process, 1);
        process.destroy();
        assertTrue(process.waitFor(15, TimeUnit.SECONDS), "still running");
        String words = Files.readString(said);
        assertTrue(words.contains("Dealscope has stopped."), words);
        try (Store store = Store.open(settings(data).storeUrl())) {
            assertTrue(store.stats().articles() > 0);
        }
    }

    private static Settings settings(Path data) {
        return Settings.read(Settings.flags(Setting.DATA, data), Map.of());
    }

    private static Process refresh(Path data) throws IOException {
        return start(ProcessBuilder.Redirect.DISCARD, data, "refresh", "--sample");
    }

    private static Process start(ProcessBuilder.Redirect output, Path data, String... command) throws IOException {
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx512m",
                "-cp",
                classes,
                "dealscope.app.Main"));
        line.addAll(List.of(command));
        line.addAll(List.of("--data", data.toString()));
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
    }

    /** Waits until the store holds so many articles, or the process has ended. */
    private static void awaitArticles(Path data, Process process, int articles) throws Exception {
        for (int i = 0; i < 600 && process.isAlive() && held(data) < articles; i++) {
            process.waitFor(50, TimeUnit.MILLISECONDS);
        }
    }

    private static int held(Path data) {
        if (!Files.exists(data.resolve("dealscope.db"))) {
            return 0;
        }
        try (Store store = Store.openReadOnly(settings(data).storeUrl())) {
            return store.stats().articles();
        } catch (RuntimeException notYetMade) {
            return 0;
        }
    }

    private static boolean complete(Path data) {
        try (Store store = Store.openReadOnly(settings(data).storeUrl())) {
            return store.stats().pendingPages() == 0 && store.stats().unread() == 0;
        }
    }
}
