package dealscope.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dealscope.web.alert.Receiver;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The way of an alert, from a search to its removal and back, in a real browser; skipped where there is none. */
class AlertsBrowserTest {
    @TempDir
    Path folder;

    private Page page;

    @ParameterizedTest
    @CsvSource({"1440, LIGHT", "390, DARK"})
    void aSearchBecomesAnAlertThatIsTriedTestedPausedRemovedAndBroughtBack(int width, ColorScheme scheme)
            throws Exception {
        try (Browser browser = Browser.start();
                TestSite site = TestSite.filled(folder);
                Receiver receiver = new Receiver()) {
            page = browser.page(width, 900, scheme);
            page.navigate(site.server.url() + "/deals?q=company%3Aspacex");
            page.locator("a:has-text('Alert me')").click();
            page.waitForURL(Pattern.compile(".*/alerts\\?q=company%3Aspacex"));
            assertEquals("company:spacex", page.locator("#new-query").inputValue());
            page.locator("#trial:has-text('Would have told of')").waitFor();
            clean();
            page.locator("#new-query").fill("value:>=much");
            page.locator("#trial:has-text('cannot be read')").waitFor();
            clean();
            page.locator("#new-query").fill("company:spacex");
            page.locator("#trial:has-text('Would have told of')").waitFor();
            page.locator("#new-name").fill("Who pays SpaceX");
            page.locator("#new-webhook").fill(receiver.url());
            page.locator("button:text-is('Create')").click();
            page.locator(".notice code:has-text('whsec_')").waitFor();
            clean();
            page.reload();
            assertEquals(0, page.locator("code:has-text('whsec_')").count(), "shown once");

            site.correct("field", "deal", Pages.disputed(site.store).id(), "field", "power_mw", "value", "310 MW");
            receiverTakes(site, receiver);
            page.locator("button:has-text('Send a test')").click();
            page.locator(".notice:has-text('was tested')").waitFor();
            page.locator(".told li:has-text('Changed:')").waitFor();
            page.locator("summary:has-text('Last deliveries')").click();
            assertTrue(page.locator(".sent td:has-text('sent (204)')").count() == 2);
            clean();
            page.locator("button:has-text('Pause')").click();
            page.locator(".badge:has-text('paused')").waitFor();
            page.locator("button:has-text('Resume')").click();
            page.locator("summary:has-text('Change')").click();
            page.locator(".alert input[name=email]").fill("ada@example.com");
            page.locator("button:has-text('Save')").click();
            page.locator(".alert:has-text('e-mail to ada@example.com')").waitFor();
            page.locator("button:has-text('Remove')").click();
            page.locator(".empty").waitFor();
            clean();
            page.locator(".notice button:has-text('Undo')").click();
            page.locator(".alert:has-text('Who pays SpaceX')").waitFor();
        }
    }

    private static void receiverTakes(TestSite site, Receiver receiver) {
        assertEquals(1, site.courier.run());
        assertEquals(1, receiver.got().size());
    }

    private void clean() {
        List<String> violations = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .map(rule -> rule.getId() + " " + rule.getNodes().get(0).getHtml())
                        .toList();
        assertEquals(List.of(), violations);
        int overflow =
                (int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertTrue(overflow <= 0, "scrolls sideways by " + overflow);
    }
}
