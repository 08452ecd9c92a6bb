package dealscope.web;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Chromium or Chrome that is installed on this machine. Where there is none, the test is skipped and says why and what
 * to install; with {@code -Ddealscope.browser=required}, or that in the environment as DEALSCOPE_BROWSER, it fails instead.
 */
public final class Browser implements AutoCloseable {
    private static final String INSTALL = "install one with: apt-get install chromium (Debian, Ubuntu), "
            + "brew install --cask chromium (macOS), or name one with -Ddealscope.browser.path=FILE";
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;

    private Browser(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
    }

    /** Starts the browser, or skips the test. */
    public static Browser start() {
        Optional<Path> executable = find();
        if (executable.isPresent()) {
            return new Browser(executable.get());
        }
        String reason = "No Chromium or Chrome was found; " + INSTALL;
        if ("required".equals(System.getProperty("dealscope.browser"))
                || "required".equals(System.getenv("DEALSCOPE_BROWSER"))) {
            return fail(reason);
        }
        System.out.println("SKIPPED browser test: " + reason);
        return abort(reason);
    }

    public Page page(int width, int height, ColorScheme scheme) {
        BrowserContext context = browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setLocale("en-GB"));
        context.setDefaultTimeout(15_000);
        return context.newPage();
    }

    private static Optional<Path> find() {
        String named = System.getProperty("dealscope.browser.path");
        if (named != null) {
            return Optional.of(Path.of(named)).filter(Files::isExecutable);
        }
        Stream<Path> onPath = Arrays.stream(
                        System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        Stream<Path> elsewhere = Stream.of(
                Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"),
                Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"));
        return Stream.concat(onPath, elsewhere).filter(Files::isExecutable).findFirst();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
