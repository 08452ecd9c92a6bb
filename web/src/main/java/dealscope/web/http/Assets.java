package dealscope.web.http;

import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * The style sheet, scripts and icon, read once from the class path. Their addresses carry a checksum of all of them, so
 * that browsers may keep them for ever and never mix two versions.
 */
public final class Assets {
    private static final String WEBJAR = "/META-INF/resources/webjars/htmx.org/";
    private static final String WEBJAR_POM = "/META-INF/maven/org.webjars.npm/htmx.org/pom.properties";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private final Map<String, StaticBody> assets = new TreeMap<>();
    private final String base;

    public Assets() {
        add("site.css", "text/css; charset=utf-8", "/dealscope/web/site.css");
        add("charts.css", "text/css; charset=utf-8", "/dealscope/web/charts.css");
        add("deals.css", "text/css; charset=utf-8", "/dealscope/web/deals.css");
        add("deals.js", SCRIPT, "/dealscope/web/deals.js");
        add("mine.js", SCRIPT, "/dealscope/web/mine.js");
        add("saved.js", SCRIPT, "/dealscope/web/saved.js");
        add("site.js", SCRIPT, "/dealscope/web/site.js");
        add("box.js", SCRIPT, "/dealscope/web/box.js");
        add("icon.svg", "image/svg+xml", "/dealscope/web/icon.svg");
        add("htmx.js", SCRIPT, WEBJAR + htmxVersion() + "/dist/htmx.min.js");
        CRC32 checksum = new CRC32();
        assets.values().forEach(asset -> checksum.update(asset.bytes(ContentCoding.IDENTITY)));
        base = "/static/" + Long.toHexString(checksum.getValue()) + "/";
    }

    /** Address of a file of this name: {@code /static/1f3a9c/site.css}. */
    public String path(String name) {
        return base + name;
    }

    /** Answers {@code /static/{version}/{name}}. */
    public void serve(Context ctx) {
        StaticBody asset = assets.get(ctx.pathParam("name"));
        if (asset == null) {
            throw RequestProblem.notFound("There is no such file.");
        }
        Reply.file(ctx, asset);
    }

    private void add(String name, String contentType, String resource) {
        assets.put(name, new StaticBody(contentType, bytes(resource)));
    }

    private static String htmxVersion() {
        Properties pom = new Properties();
        try {
            pom.load(new ByteArrayInputStream(bytes(WEBJAR_POM)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pom.getProperty("version");
    }

    private static byte[] bytes(String resource) {
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            return Objects.requireNonNull(in, "not on the class path: " + resource)
                    .readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
