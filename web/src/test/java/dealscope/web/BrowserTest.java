package dealscope.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dealscope.web.site.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The site in a real browser; skipped where there is none, see {@link Browser}. */
class BrowserTest {
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
        Pages.alert(site);
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

    @BeforeEach
    void open() {
        site.actions.progress = Progress.IDLE;
        page = open(1440, ColorScheme.LIGHT);
    }

    private Page open(int width, ColorScheme scheme) {
        Page opened = browser.page(width, 900, scheme);
        opened.onConsoleMessage(message -> {
            if (message.type().equals("error")
                    && !message.text().contains("400 (")
                    && !message.text().contains("404 (")) {
                complaints.add(message.text());
            }
        });
        opened.onPageError(complaints::add);
        opened.onRequest(request -> {
            if (!request.url().startsWith(site.server.url())) {
                complaints.add("asks elsewhere: " + request.url());
            }
        });
        return opened;
    }

    @AfterEach
    void nothingWentWrongInTheConsole() {
        page.context().close();
        assertEquals(List.of(), complaints);
    }

    private void go(String path) {
        page.navigate(site.server.url() + path);
    }

    @ParameterizedTest
    @CsvSource({"1440, LIGHT", "1440, DARK", "390, LIGHT", "390, DARK"})
    void axeFindsNothingOnAnyPage(int width, ColorScheme scheme) {
        Page looked = open(width, scheme);
        List<String> violations = new ArrayList<>();
        for (Map.Entry<String, String> each : Pages.of(site).entrySet()) {
            looked.navigate(site.server.url() + each.getValue());
            AxeResults results = new AxeBuilder(looked).analyze();
            results.getViolations()
                    .forEach(rule -> violations.add(each.getKey() + ": " + rule.getId() + " "
                            + rule.getNodes().get(0).getHtml()));
        }
        looked.context().close();
        assertEquals(List.of(), violations);
    }

    @Test
    void theKeyboardFindsMovesOpensAndHelps() {
        go("/");
        page.keyboard().press("/");
        assertEquals("q", page.evaluate("document.activeElement.id"));
        page.keyboard().press("Escape");
        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("k");
        page.keyboard().press("j");
        assertEquals("NVIDIA → Nokia", page.evaluate("document.activeElement.textContent.trim()"));
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/deals/nvidia-nokia.*"));
        page.keyboard().press("?");
        assertTrue(page.locator("#keys").isVisible());
        page.keyboard().press("Escape");
        assertFalse(page.locator("#keys").isVisible());
        page.keyboard().press("g");
        page.keyboard().press("c");
        page.waitForURL(Pattern.compile(".*/companies"));
    }

    @Test
    void theSentenceBehindAValueIsLitUpAndBackLeadsBack() {
        go(Pages.of(site).get("deal"));
        page.locator("#value .cite a").first().click();
        page.waitForURL(Pattern.compile(".*/articles/anthropic-rents-colossus#at-.*"));
        String background = (String)
                page.evaluate("getComputedStyle(document.querySelector(':target').closest('.claim')).backgroundColor");
        assertFalse(background.equals("rgba(0, 0, 0, 0)"), "the sentence stands out: " + background);
        page.goBack();
        assertTrue(page.url().endsWith(Pages.of(site).get("deal")));
    }

    @Test
    void typingFindsAndTheAddressFollows() {
        go("/deals");
        page.locator("#q").pressSequentially("gb200");
        page.waitForURL(Pattern.compile(".*/deals\\?q=gb200"));
        page.locator(".tabs a[aria-current] .count:text-is('1')").waitFor();
        assertEquals("q", page.evaluate("document.activeElement.id"), "typing goes on");
        page.locator("#q").press("Enter");
        page.locator(".facets a:has-text('Compute')").first().click();
        page.waitForURL(Pattern.compile(".*type%3Acompute.*"));
        page.goBack();
        page.waitForURL(Pattern.compile(".*/deals\\?q=gb200"));
        assertEquals("gb200", page.locator("#q").inputValue());
    }

    @Test
    void completionsAreChosenByKeyboard() {
        go("/");
        Locator box = page.locator("#q");
        box.pressSequentially("gb200 payer:anth");
        page.locator("#completions [role=option]:has-text('Anthropic')").waitFor();
        assertEquals("true", box.getAttribute("aria-expanded"));
        assertEquals(List.of(), violations());
        box.press("ArrowDown");
        assertEquals("completion-0", box.getAttribute("aria-activedescendant"));
        box.press("Enter");
        assertEquals("gb200 payer:anthropic ", box.inputValue());
        assertEquals("false", box.getAttribute("aria-expanded"));
        box.pressSequentially("stat");
        page.locator("#completions [role=option]:has-text('status')").waitFor();
        box.press("Escape");
        assertEquals("q", page.evaluate("document.activeElement.id"), "the first Escape closes the list alone");
        assertTrue(page.locator("#completions").isHidden());
        box.pressSequentially("u");
        page.locator("#completions [role=option]:has-text('status')").waitFor();
        box.press("ArrowDown");
        box.press("Enter");
        page.locator("#completions [role=option]:has-text('announced')").waitFor();
        box.press("ArrowUp");
        box.press("ArrowUp");
        box.press("Enter");
        assertTrue(box.inputValue().startsWith("gb200 payer:anthropic status:"), box.inputValue());
        assertTrue(page.url().endsWith("/"), "taking a completion is not searching");
        box.press("Enter");
        page.waitForURL(Pattern.compile(".*/deals\\?q=gb200.*"));
    }

    @Test
    void aCompletionIsTakenWithAClick() {
        go("/");
        page.locator("#q").pressSequentially("anthr");
        page.locator("#completions [role=option]:has-text('Anthropic')").first().click();
        assertEquals("company:anthropic ", page.locator("#q").inputValue());
        assertEquals("q", page.evaluate("document.activeElement.id"));
    }

    @Test
    void progressIsShownAsItHappensUntilTheWorkIsDone() {
        site.actions.progress = TestSite.running(3, 12, 40);
        go("/feeds");
        page.locator("[data-progress]:has-text('3 of 12')").waitFor();
        site.actions.progress = TestSite.running(7, 12, 40);
        page.locator("[data-progress]:has-text('7 of 12')").waitFor();
        site.actions.progress = Progress.IDLE;
        page.locator("[data-progress]:has-text('Up to date')").waitFor();
    }

    @Test
    void aCorrectionIsSeenBeforeItIsSavedAndUndone() {
        go(Pages.of(site).get("company"));
        page.locator("#pays + table a.name").first().click();
        page.locator("summary:has-text('A field is wrong')").click();
        page.locator("#c-field").selectOption("site");
        page.locator("#c-value").fill("Quincy, Washington");
        page.locator("#author-field").fill("Ada");
        assertEquals(List.of(), violations());
        page.locator("form:has(#c-field) button").click();
        page.locator("ins:has-text('Quincy, Washington')").waitFor();
        assertEquals(List.of(), violations());
        page.locator("button:has-text('Save the correction')").click();
        page.locator("dd:has-text('Quincy, Washington')").waitFor();
        assertEquals(List.of(), violations());
        go("/corrections");
        assertEquals(List.of(), violations());
        assertEquals("Ada", page.locator(".made input[data-author]").first().inputValue());
        page.locator(".made button:has-text('Undo')").first().click();
        page.locator("button:has-text('Save the correction')").click();
        page.locator(".notice:has-text('Saved')").waitFor();
        assertEquals(2, site.store.corrections().all().size());
        assertEquals("UNDONE", site.store.corrections().all().getLast().state().name());
    }

    private List<String> violations() {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .map(rule -> rule.getId() + " " + rule.getNodes().get(0).getHtml())
                        .toList();
    }

    @Test
    void removingAFeedOffersUndo() {
        go("/feeds");
        page.locator("tr:has-text('Sample Copy Daily') button:has-text('Remove')")
                .click();
        page.locator(".notice button:has-text('Undo')").click();
        page.locator("tr:has-text('Sample Copy Daily')").waitFor();
        assertTrue(site.store.feed("sample-copy-daily").isPresent());
    }

    @Test
    void nothingJumpsWhileAPageLoads() {
        for (String path : Pages.of(site).values()) {
            go(path);
            double shift = ((Number) page.evaluate("""
                    () => new Promise(done => { let sum = 0;
                      new PerformanceObserver(list => list.getEntries().forEach(e => { if (!e.hadRecentInput) sum += e.value; }))
                        .observe({type: 'layout-shift', buffered: true});
                      setTimeout(() => done(sum), 150); })""")).doubleValue();
            assertTrue(shift < 0.01, path + " shifts by " + shift);
        }
    }
}
