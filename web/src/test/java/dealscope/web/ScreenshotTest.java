package dealscope.web;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Saves how every page looks, for people to look at, in {@code target/screenshots}. */
class ScreenshotTest {
    @TempDir
    Path folder;

    @Test
    void everyPageIsPicturedWideAndNarrowLightAndDark() throws IOException {
        Path target = Files.createDirectories(Path.of("target", "screenshots"));
        try (Browser browser = Browser.start();
                TestSite site = TestSite.filled(folder)) {
            Pages.alert(site);
            site.correct("field", "deal", Pages.disputed(site.store).id(), "field", "value", "value", "$40 billion");
            site.correct("alias", "wrong", "Nokia Networks", "right", "Nokia", "note", "one house");
            site.courier.run();
            for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                for (int width : new int[] {1440, 390}) {
                    Page page = browser.page(width, 900, scheme);
                    for (Map.Entry<String, String> each : Pages.of(site).entrySet()) {
                        page.navigate(site.server.url() + each.getValue());
                        String name = each.getKey() + "-" + width + "-"
                                + scheme.name().toLowerCase(java.util.Locale.ROOT);
                        page.screenshot(new Page.ScreenshotOptions()
                                .setPath(target.resolve(name + ".png"))
                                .setFullPage(true));
                        int overflow = (int) page.evaluate(
                                "document.documentElement.scrollWidth - document.documentElement.clientWidth");
                        assertTrue(overflow <= 0, name + " scrolls sideways by " + overflow);
                    }
                    page.context().close();
                }
            }
        }
        try (var pictures = Files.list(target)) {
            assertTrue(pictures.count() >= 40, "pictures of every page in four looks");
        }
    }
}
