package dealscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dealscope.crawler.Listener;
import dealscope.web.Browser;
import dealscope.web.WebServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A person's way through the sample collection, in a real browser. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WalkTest {
    @TempDir
    static Path data;

    private static Browser browser;
    private static Program program;
    private static WebServer site;

    @BeforeAll
    static void serveTheSamples() throws Exception {
        browser = Browser.start();
        program = Program.open(Settings.read(Settings.flags(Setting.DATA, data), Map.of()));
        program.addSamples();
        program.refresher().round(Listener.NONE);
        site = ServeCommand.start(program, "127.0.0.1", 0);
    }

    @AfterAll
    static void stop() throws Exception {
        if (site != null) {
            site.close();
        }
        if (program != null) {
            program.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void fromTheSearchBoxToTheSentenceBehindAValueAndBackToAnExport() throws Exception {
        Page page = browser.page(1440, 900, ColorScheme.LIGHT);
        page.navigate(site.url() + "/");
        page.keyboard().press("/");
        page.keyboard().type("gb200");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/deals\\?.*q=gb200.*"));
        int all = rows(page).count();
        assertTrue(all >= 2, "only " + all + " deals with a GB200");

        page.locator("section[aria-labelledby='f-company'] a")
                .filter(text("OpenAI"))
                .first()
                .click();
        page.waitForURL(Pattern.compile(".*openai.*"));
        int some = rows(page).count();
        assertTrue(some >= 1 && some <= all, some + " of " + all);
        String search = page.url();

        rows(page).first().locator("a.name").click();
        page.locator("#preview .title a").click();
        page.waitForURL(Pattern.compile(".*/deals/[a-z0-9-]+$"));
        String deal = page.url();
        Locator evidence = page.locator("blockquote:has(mark)").first();
        String sentence = evidence.innerText().strip();
        String words = evidence.locator("mark").first().innerText().strip();
        page.locator("blockquote:has(mark) + .cite a")
                .filter(text("sentence"))
                .first()
                .click();
        page.waitForURL(Pattern.compile(".*/articles/.*"));
        assertTrue(page.locator("main").innerText().contains(sentence), sentence);
        assertTrue(page.locator("main :target").innerText().contains(words), words);

        page.goBack();
        assertEquals(deal, page.url());
        page.goBack();
        assertTrue(page.url().startsWith(search) && page.url().contains("show="), page.url());
        assertTrue(page.locator("#preview .title").isVisible(), "the deal still stands beside the list");
        page.goBack();
        assertEquals(search, page.url());
        assertFalse(page.locator("#preview").isVisible());
        assertEquals(some, rows(page).count());

        Download download = page.waitForDownload(() -> page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("CSV").setExact(true))
                .first()
                .click());
        List<String> lines = Files.readAllLines(download.path());
        assertEquals(some + 1, lines.size());
        assertTrue(lines.get(0).contains("payer"), lines.get(0));
    }

    @Test
    void thePublishersPageOpensAtTheSentence() {
        Page page = browser.page(1440, 900, ColorScheme.DARK);
        page.navigate(site.url() + "/deals?q=payer:anthropic+payee:spacex");
        rows(page).first().locator("a.name").click();
        Locator publisher = page.locator("blockquote:has(mark) + .cite a")
                .filter(text("publisher"))
                .first();
        String address = publisher.getAttribute("href");
        assertTrue(address.startsWith("/sample/") && address.contains("#:~:text="), address);
        publisher.click();
        page.waitForURL(Pattern.compile(".*/sample/.*"));
        assertFalse(page.locator("h1").first().innerText().isBlank());
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void oneClickRemovesTheSamples() throws Exception {
        Page page = browser.page(390, 844, ColorScheme.LIGHT);
        page.navigate(site.url() + "/about");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Remove the sample collection"))
                .click();
        page.waitForLoadState();
        assertEquals(0, program.store().stats().sampleArticles());
        assertEquals(List.of(), program.index().ids());
        page.navigate(site.url() + "/deals");
        assertEquals(0, rows(page).count());
    }

    private static Locator rows(Page page) {
        return page.locator("table.deals tbody tr");
    }

    private static Locator.FilterOptions text(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
