package dealscope.sample;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * Serves the sample collection over HTTP on a free loopback port, so that the crawler reads it as it reads anything
 * else. {@link #routes()} tells the crawler where the made-up hosts are.
 */
public final class SampleServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private SampleServer(HttpServer server) {
        this.server = server;
        server.createContext("/", SampleServer::answer);
        server.setExecutor(threads);
    }

    public static SampleServer start() throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        SampleServer sample = new SampleServer(http);
        http.start();
        return sample;
    }

    /** Each sample host with the address that answers for it. */
    public Map<String, InetSocketAddress> routes() {
        return SampleSite.OUTLETS.stream()
                .collect(Collectors.toUnmodifiableMap(SampleSite::host, outlet -> server.getAddress()));
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String host = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host"))
                    .orElse("")
                    .toLowerCase(Locale.ROOT)
                    .replaceFirst(":\\d{1,5}$", "");
            Optional<SampleSite.Resource> found =
                    SampleSite.resource(host, exchange.getRequestURI().getPath());
            if (found.isEmpty()) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            byte[] body = found.get().body();
            String tag = '"' + Integer.toHexString(new String(body, StandardCharsets.ISO_8859_1).hashCode()) + '"';
            exchange.getResponseHeaders().set("ETag", tag);
            exchange.getResponseHeaders().set("Content-Type", found.get().contentType());
            if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
