package dealscope.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stars, tags, notes, saved views and the last visit, all in the browser's own storage. */
class MineBrowserTest {
    private static final String NO_STORAGE =
            "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } });";

    @TempDir
    static Path folder;

    static Browser browser;
    static TestSite site;

    private final List<String> complaints = new ArrayList<>();
    private Page page;

    @BeforeAll
    static void start() throws Exception {
        browser = Browser.start();
        site = TestSite.filled(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        if (browser != null) {
            browser.close();
        }
        if (site != null) {
            site.close();
        }
    }

    private void open(int width) {
        page = browser.page(width, 900, ColorScheme.LIGHT);
        page.onPageError(complaints::add);
    }

    private void go(String path) {
        page.navigate(site.server.url() + path);
    }

    @AfterEach
    void nothingWentWrong() {
        page.context().close();
        assertEquals(List.of(), complaints);
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void starsTagsNotesAndViewsAreKeptAndCarriedElsewhereAsAFile(int width) throws Exception {
        open(width);
        go("/deals?sort=value");
        String name = page.locator(".grid a.name").first().textContent().strip();
        page.locator(".grid .star").first().click();
        page.locator(".grid a.name").first().click();
        page.locator(".mine input").fill("watch, q4");
        page.locator(".mine textarea").fill("ask <b>Ada</b>");
        page.locator(".mine textarea").blur();
        page.onceDialog(dialog -> dialog.accept("Largest"));
        page.locator("[data-save-view]").click(new com.microsoft.playwright.Locator.ClickOptions().setForce(true));
        go("/mine");
        assertEquals(name, page.locator("#kept-rows a.name").textContent());
        assertEquals("watch, q4", page.locator("#kept-rows td").nth(2).textContent());
        assertEquals("ask <b>Ada</b>", page.locator("#kept-rows .note-text").textContent());
        assertEquals(List.of(), violations());
        page.locator("#views a:text-is('Largest')").click();
        page.waitForURL(Pattern.compile(".*/deals\\?sort=value$"));
        assertEquals("true", page.locator(".grid .star").first().getAttribute("aria-pressed"));
        go("/mine");
        page.locator("#in-table").click();
        page.waitForURL(Pattern.compile(".*/deals\\?.*id.*"));
        assertEquals(1, page.locator("tr[data-deal]").count());
        go("/mine");
        Download file = page.waitForDownload(() -> page.locator("#export").click());
        Path saved = folder.resolve("mine-" + width + ".json");
        file.saveAs(saved);
        page.onceDialog(dialog -> dialog.accept());
        page.locator("#forget").click();
        page.locator("#no-deals").waitFor();
        page.locator("#import").setInputFiles(saved);
        page.locator("#said.on:has-text('2 taken over')").waitFor();
        assertEquals(name, page.locator("#kept-rows a.name").textContent());
    }

    @Test
    void aFileThatIsNoneChangesNothingAndAnAddressFromElsewhereIsNotTaken() throws Exception {
        open(1440);
        go("/mine");
        Path bad = Files.writeString(folder.resolve("bad.json"), "{\"version\":2}");
        page.locator("#import").setInputFiles(bad);
        page.locator("#said.on:has-text('no file of Dealscope')").waitFor();
        Path sly = Files.writeString(folder.resolve("sly.json"), """
                {"version":1,"deals":{"__proto__":{"star":true},"a":{"star":"yes"},"b":7},
                 "views":[{"name":"x","url":"javascript:alert(1)"},{"name":"y","url":"//evil.example/"},
                 {"name":"z","url":"/\\\\evil.example"},null]}""");
        page.locator("#import").setInputFiles(sly);
        page.locator("#said.on:has-text('0 taken over')").waitFor();
        assertEquals(0, page.locator("#views a").count());
        assertEquals(0, page.locator("#kept-rows tr").count());
    }

    @Test
    void whatIsNewOrChangedSinceTheLastVisitIsMarkedAndFound() {
        open(1440);
        go("/about");
        long before = TestSite.NOW.toEpochMilli() - 86_400_000L * 30;
        page.evaluate("at => localStorage.setItem('dealscope.visit', JSON.stringify({last: at}))", (double) before);
        go("/");
        page.locator(".strip [data-since].on").waitFor();
        assertTrue(page.locator(".strip [data-since]").textContent().matches("[1-9]\\d* since your last visit"));
        page.locator(".strip [data-since]").click();
        page.waitForURL(Pattern.compile(".*changed.*2026-10-21T09%3A00.*"));
        assertEquals(
                page.locator("tr[data-deal]").count(),
                page.locator("tr[data-fresh]").count(),
                "all of these are marked");
    }

    @Test
    void onAFirstVisitNothingIsMarked() {
        open(1440);
        go("/deals");
        assertEquals(0, page.locator("tr[data-fresh]").count());
        assertFalse(page.locator("[data-since]").isVisible());
    }

    @Test
    void withoutStorageThePageSaysSoAndTheRestWorks() {
        open(1440);
        page.addInitScript(NO_STORAGE);
        go("/mine");
        assertTrue(page.locator("#storage").textContent().contains("keeps nothing for this site"));
        assertFalse(page.locator("#yours").isVisible());
        go("/deals");
        page.locator(".grid a.name").first().click();
        page.locator("#preview .mine:has-text('keeps nothing')").waitFor();
        page.keyboard().press("s");
        page.locator("#said.on:has-text('keeps nothing')").waitFor();
    }

    private List<String> violations() {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .map(rule -> rule.getId() + " " + rule.getNodes().get(0).getHtml())
                        .toList();
    }
}
