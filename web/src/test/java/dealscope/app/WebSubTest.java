package dealscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dealscope.crawler.FeedHistory;
import dealscope.crawler.FeedState;
import dealscope.crawler.Listener;
import dealscope.fetch.FaultServer;
import dealscope.web.WebServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole program beside a real hub: offer, subscription, call back, message, article. */
@Timeout(120)
class WebSubTest {
    @TempDir
    Path data;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void aHubTellsOfNewsAndTheFeedIsAskedOnceADay() throws Exception {
        int port = freePort();
        try (FaultServer site = new FaultServer();
                Hub hub = new Hub()) {
            String feedUrl = "http://news.fault.test/feed";
            site.on(
                    "/feed",
                    FaultServer.ok(
                            "application/rss+xml",
                            rss("one"),
                            "Link: <" + hub.url() + ">; rel=hub, <" + feedUrl + ">; rel=self"));
            Settings settings = Settings.read(
                    Settings.flags(
                            Setting.DATA,
                            data,
                            Setting.DELAY,
                            "0ms",
                            Setting.ALLOW,
                            "127.0.0.1",
                            Setting.WEBSUB_CALLBACK,
                            "http://127.0.0.1:" + port + "/"),
                    Map.of());
            try (Program program = Program.open(settings, Map.of("*.fault.test", site.address()));
                    WebServer server = ServeCommand.start(program, "127.0.0.1", port)) {
                program.adding().follow(feedUrl, FeedAdding.Wish.NONE);
                program.refresher().round(Listener.NONE);
                FeedState feed = program.store().feeds().getFirst();
                program.webSub().orElseThrow().maintain();
                assertTrue(hub.confirmed.await(20, TimeUnit.SECONDS), "the hub's question was not answered");
                String callback = hub.form.get("hub.callback");

                assertEquals(202, post(callback, rss("two"), sign(hub.form.get("hub.secret"), rss("two"))));
                assertEquals(2, program.store().stats().articles());
                assertEquals(202, post(callback, rss("three"), sign("guess", rss("three"))));
                assertEquals(2, program.store().stats().articles());

                program.store()
                        .saveVisit(
                                feed.withHistory(FeedHistory.NONE),
                                program.store().visits(feed.id(), 1).getFirst(),
                                List.of());
                program.refresher().round(Listener.NONE);
                Instant next =
                        program.store().feed(feed.id()).orElseThrow().history().nextCheck();
                assertTrue(next.isAfter(Instant.now().plus(Duration.ofHours(23))), "next check at " + next);
                strangers(server.url(), callback);
            }
        }
    }

    /** The callback opens nothing for those who do not know its address, and other routes stay guarded. */
    private void strangers(String site, String callback) throws Exception {
        assertEquals(410, post(site + "/websub/guess", "x", "sha256=00"));
        assertEquals(404, get(site + "/websub/guess?hub.mode=subscribe&hub.topic=x&hub.challenge=abc"));
        assertEquals(404, get(callback + "?hub.mode=subscribe&hub.topic=http://other.test/&hub.challenge=abc"));
        assertEquals(404, get(callback));
        assertEquals(403, post(site + "/feeds/refresh", "x", "sha256=00"));
        assertEquals(413, post(callback, "x".repeat((10 << 20) + 1), "sha256=00"));
        URI at = URI.create(callback);
        try (Socket socket = new Socket("127.0.0.1", at.getPort())) {
            socket.getOutputStream()
                    .write(("GET " + at.getPath() + " HTTP/1.1\r\nHost: public.example\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertTrue(answer.startsWith("HTTP/1.1 404"), answer);
        }
    }

    @Test
    void withoutAPublicAddressThereIsNoCallback() throws Exception {
        Settings settings = Settings.read(Settings.flags(Setting.DATA, data), Map.of());
        try (Program program = Program.open(settings);
                WebServer server = ServeCommand.start(program, "127.0.0.1", 0)) {
            assertTrue(program.webSub().isEmpty());
            assertEquals(404, get(server.url() + "/websub/x?hub.mode=subscribe"));
            assertEquals(403, post(server.url() + "/websub/x", "x", "sha256=00"));
        }
    }

    private int get(String url) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private int post(String url, String body, String signature) throws Exception {
        return client.send(
                        HttpRequest.newBuilder(URI.create(url))
                                .header("Content-Type", "application/rss+xml")
                                .header("X-Hub-Signature", signature)
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    private static String rss(String title) {
        return "<rss version='2.0'><channel><title>Wire</title><item><title>" + title
                + "</title><guid isPermaLink='false'>" + title + "</guid></item></channel></rss>";
    }

    private static String sign(String secret, String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** A hub that takes a subscription and calls back to see whether it is meant. */
    private static final class Hub implements AutoCloseable {
        final Map<String, String> form = new ConcurrentHashMap<>();
        final CountDownLatch confirmed = new CountDownLatch(1);
        private final HttpServer server;

        Hub() throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/hub", this::subscribe);
            server.start();
        }

        String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/hub";
        }

        private void subscribe(HttpExchange exchange) throws IOException {
            try (exchange) {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                for (String pair : body.split("&")) {
                    String[] parts = pair.split("=", 2);
                    form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
                }
                exchange.sendResponseHeaders(202, -1);
            }
            Thread.ofVirtual().start(this::askBack);
        }

        private void askBack() {
            String question = form.get("hub.callback") + "?hub.mode=subscribe&hub.challenge=c4ll3nge&hub.lease_seconds="
                    + form.get("hub.lease_seconds") + "&hub.topic="
                    + URLEncoder.encode(form.get("hub.topic"), StandardCharsets.UTF_8);
            try {
                var answer = HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(URI.create(question)).build(), BodyHandlers.ofString());
                if (answer.statusCode() == 200 && answer.body().equals("c4ll3nge")) {
                    confirmed.countDown();
                }
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
