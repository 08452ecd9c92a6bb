package dealscope.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
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

/** The table of deals in a real browser, as a person walks through it. */
class DealsBrowserTest {
    private static final int DEALS = 330;

    @TempDir
    static Path folder;

    static Browser browser;
    static TestSite site;

    private final List<String> complaints = new ArrayList<>();
    private Page page;

    @BeforeAll
    static void start() throws Exception {
        browser = Browser.start();
        site = TestSite.many(folder, DEALS);
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

    private void open(int width, String path) {
        page = browser.page(width, 900, ColorScheme.LIGHT);
        page.onPageError(complaints::add);
        page.navigate(site.server.url() + path);
    }

    @AfterEach
    void nothingWentWrong() {
        page.context().close();
        assertEquals(List.of(), complaints);
    }

    private Locator rows() {
        return page.locator("tr[data-deal]");
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void aDealIsPickedByClickAndClosedAndTheAddressTells(int width) {
        open(width, "/deals?sort=value");
        page.locator(".grid a.name").nth(2).click();
        page.locator("#preview .title").waitFor();
        assertTrue(page.url().contains("show=payer-"), page.url());
        assertEquals(
                page.locator(".grid a.name").nth(2).textContent().strip(),
                page.locator("#preview .title").textContent().strip());
        assertEquals(List.of(), violations());
        page.locator("#preview .close").click();
        assertFalse(page.locator("#preview").isVisible());
        assertEquals(site.server.url() + "/deals?sort=value", page.url());
        page.goBack();
        page.locator("#preview .title").waitFor();
        page.reload();
        assertTrue(page.locator("#preview .title").isVisible(), "the address alone shows it");
    }

    @Test
    void theKeyboardWalksAsInAMailReader() {
        open(1440, "/deals?sort=value");
        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("Space");
        page.locator("#preview .title").waitFor();
        String second = page.locator("#preview .title").textContent();
        page.keyboard().press("j");
        page.waitForCondition(
                () -> !second.equals(page.locator("#preview .title").textContent()));
        assertEquals(
                page.evaluate("document.activeElement.textContent.trim()"),
                page.locator("#preview .title").textContent().strip());
        page.keyboard().press("s");
        assertEquals("true", rows().nth(2).locator(".star").getAttribute("aria-pressed"));
        page.keyboard().press("x");
        assertFalse(page.locator("#preview").isVisible());
        page.keyboard().press("Enter");
        page.locator("#preview .title").waitFor();
        page.keyboard().press("?");
        assertTrue(page.locator("#keys").isVisible());
        page.keyboard().press("Escape");
        page.keyboard().press("o");
        page.waitForURL(Pattern.compile(".*/deals/payer-[a-z0-9-]+$"));
    }

    @Test
    void rowsComeAsOneScrollsAndGoAgainBehind() {
        open(1440, "/deals?sort=value");
        assertEquals(60, rows().count());
        page.evaluate("""
                () => new Promise(done => { const list = document.querySelector('.list'); let still = 0;
                  const step = () => { const at = list.scrollTop; list.scrollTop = at + 700;
                    still = list.scrollTop === at ? still + 1 : 0; still > 12 ? done() : setTimeout(step, 60); }; step(); })""");
        assertEquals(0, page.locator(".pages a[rel=next]").count(), "all were seen");
        assertTrue(rows().count() <= 240, rows().count() + " rows are in the document");
        assertEquals("$100m", page.locator(".grid .amount").last().textContent());
        assertEquals(
                Integer.toString(DEALS + 1), rows().last().getAttribute("aria-rowindex"), "the head is the first row");
        assertTrue(page.locator("tbody.spacer").count() >= 1);
        page.evaluate("document.querySelector('.list').scrollTop = 0");
        page.waitForCondition(
                () -> page.locator(".grid .amount:text-is('$429m')").count() == 1);
        assertTrue(rows().count() <= 300);
    }

    @Test
    void onANarrowScreenMoreRowsComeByClick() {
        open(390, "/deals?sort=value");
        page.locator(".pages a[rel=next]").click();
        page.waitForCondition(() -> rows().count() == 120);
        assertEquals(site.server.url() + "/deals?sort=value", page.url());
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void columnsAreChosenAndStayWhileOneSearches(int width) {
        open(width, "/deals");
        page.locator(".pick summary").click();
        page.locator(".pick input[name=col-confidence]").check();
        page.locator(".pick button").click();
        page.waitForURL(Pattern.compile(".*columns=.*confidence.*"));
        page.locator("#q").pressSequentially("type:compute");
        page.waitForURL(Pattern.compile(".*q=type%3Acompute.*columns=.*confidence.*"));
        assertEquals(List.of(), violations());
    }

    @Test
    void aBarNarrowsTheListToItsDeals() {
        open(1440, "/deals");
        String before = page.locator(".tabs a[aria-current] .count").textContent();
        page.locator("section[aria-labelledby=r-value] .histogram a").first().click();
        page.waitForURL(Pattern.compile(".*value.*"));
        assertNotEquals(before, page.locator(".tabs a[aria-current] .count").textContent());
        page.locator(".facets a:has-text('any')").click();
        page.waitForURL(Pattern.compile(".*/deals$"));
        assertEquals(before, page.locator(".tabs a[aria-current] .count").textContent());
    }

    private List<String> violations() {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .map(rule -> rule.getId() + " " + rule.getNodes().get(0).getHtml())
                        .toList();
    }
}
