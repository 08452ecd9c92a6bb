package dealscope.fetch;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

/**
 * A web server on a loopback port of its own that does what servers should not do, and writes down what it was asked.
 * It speaks through raw sockets, because a proper server would not let it. Answers are set by path, or by host and path
 * ({@code "a.test/feed"}); what was not set is 404. One answer a connection.
 */
public final class FaultServer implements AutoCloseable {
    private final ServerSocket socket;
    private final ExecutorService connections = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();
    private final List<Seen> log = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> atOnce = new HashMap<>();
    private final Map<String, Integer> mostAtOnce = new HashMap<>();

    /** What a path answers with. It may write anything, or nothing, and take its time. */
    @FunctionalInterface
    public interface Behaviour {
        void answer(Seen request, OutputStream out) throws IOException, InterruptedException;
    }

    /**
     * A request as it came.
     *
     * @param headers by lower-case name
     * @param body as long as it says it is, as latin-1; empty for a GET
     * @param at nanoseconds of {@link System#nanoTime}
     */
    public record Seen(String host, String path, Map<String, String> headers, String body, long at) {}

    public FaultServer() {
        try {
            socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        connections.submit(this::accept);
    }

    public InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort());
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** Every host below {@code .test} leads here. */
    public Routes routes() {
        return Routes.of(Map.of("*.test", address()));
    }

    public FaultServer on(String path, Behaviour behaviour) {
        behaviours.put(path, behaviour);
        return this;
    }

    public List<Seen> log() {
        return List.copyOf(log);
    }

    public List<Seen> requests(String path) {
        return log.stream()
                .filter(seen -> seen.path().equals(path) || (seen.host() + seen.path()).equals(path))
                .toList();
    }

    public void forget() {
        log.clear();
    }

    /** Whether within some seconds everybody has left who had asked for anything but this path. */
    public boolean areOthersGone(String path) throws InterruptedException {
        for (int tenths = 0; tenths < 50; tenths++) {
            if (open.size() <= requests(path).size()) {
                return true;
            }
            Thread.sleep(100);
        }
        return false;
    }

    /** The largest number of requests that this host was answering at one time. */
    public synchronized int mostAtOnce(String host) {
        return mostAtOnce.getOrDefault(host, 0);
    }

    // -- behaviours ------------------------------------------------------------------------------------------------

    public static Behaviour ok(String contentType, String body, String... headers) {
        return answer("200 OK", contentType, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    public static Behaviour status(String statusLine, String... headers) {
        return answer(statusLine, "text/html", "<html><p>no</p></html>".getBytes(StandardCharsets.UTF_8), headers);
    }

    public static Behaviour answer(String statusLine, String contentType, byte[] body, String... headers) {
        return (request, out) -> {
            out.write(head(statusLine, "Content-Type: " + contentType, "Content-Length: " + body.length, headers));
            out.write(body);
        };
    }

    public static Behaviour redirect(int status, String location) {
        return raw("HTTP/1.1 " + status + " Elsewhere\r\nLocation: " + location
                + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    }

    /** Exactly these characters, as latin-1, and then the end. */
    public static Behaviour raw(String answer) {
        return (request, out) -> out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends {@code ETag} and {@code Last-Modified}, and 304 to whoever shows the ETag. */
    public static Behaviour conditional(String contentType, String body, String etag, String lastModified) {
        return (request, out) -> {
            String[] validators = {"ETag: " + etag, "Last-Modified: " + lastModified};
            if (etag.equals(request.headers().get("if-none-match"))) {
                out.write(head("304 Not Modified", "ETag: " + etag, "Last-Modified: " + lastModified));
            } else {
                ok(contentType, body, validators).answer(request, out);
            }
        };
    }

    /** Headers at once, then a byte each half second, for ever. */
    public static Behaviour drip() {
        return (request, out) -> {
            out.write(head("200 OK", "Content-Type: application/rss+xml"));
            drop(out);
        };
    }

    /** A header that never ends. */
    public static Behaviour headerDrip() {
        return (request, out) -> {
            out.write("HTTP/1.1 200 OK\r\nX-Long: ".getBytes(StandardCharsets.US_ASCII));
            drop(out);
        };
    }

    private static void drop(OutputStream out) throws IOException, InterruptedException {
        while (true) {
            out.write('x');
            out.flush();
            Thread.sleep(500);
        }
    }

    /** Accepts and says nothing. */
    public static Behaviour silence() {
        return (request, out) -> Thread.sleep(600_000);
    }

    /** Megabytes of blanks, packed to about a thousandth. */
    public static Behaviour gzipBomb(int megabytes) {
        byte[] packed = gzip(new byte[1 << 20], megabytes);
        return answer("200 OK", "application/rss+xml", packed, "Content-Encoding: gzip");
    }

    static byte[] gzip(byte[] block, int times) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            for (int i = 0; i < times; i++) {
                gzip.write(block);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Megabytes as they are. */
    public static Behaviour plain(int megabytes) {
        return (request, out) -> {
            out.write(
                    head("200 OK", "Content-Type: application/rss+xml", "Content-Length: " + ((long) megabytes << 20)));
            byte[] block = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < megabytes; i++) {
                out.write(block);
            }
        };
    }

    /** Promises more bytes than it sends. */
    public static Behaviour cutOff(String contentType, String body) {
        return (request, out) -> {
            out.write(head("200 OK", "Content-Type: " + contentType, "Content-Length: " + (body.length() + 1_000)));
            out.write(body.getBytes(StandardCharsets.UTF_8));
        };
    }

    /** A chain without end: each address leads to the next. */
    public static Behaviour redirectChain() {
        return (request, out) -> {
            int next = request.path().length();
            redirect(302, request.path() + (next % 10)).answer(request, out);
        };
    }

    private static byte[] head(String statusLine, String first, String second, String... more) {
        var head = new StringBuilder("HTTP/1.1 " + statusLine + "\r\n" + first + "\r\n" + second + "\r\n");
        for (String header : more) {
            head.append(header).append("\r\n");
        }
        return head.append("Connection: close\r\n\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] head(String statusLine, String header) {
        return head(statusLine, header, "Server: fault");
    }

    // -- the server ------------------------------------------------------------------------------------------------

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                open.add(connection);
                connections.submit(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            Seen seen = read(connection.getInputStream());
            if (seen == null) {
                return;
            }
            log.add(seen);
            var out = new BufferedOutputStream(connection.getOutputStream(), 1 << 16);
            count(seen.host(), 1);
            try {
                behaviour(seen).answer(seen, out);
            } finally {
                // Before the last byte is out, and with it the client's next request may come.
                count(seen.host(), -1);
            }
            out.flush();
        } catch (IOException e) {
            // The client has left, as it should.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(connection);
        }
    }

    private synchronized void count(String host, int change) {
        int now = atOnce.merge(host, change, Integer::sum);
        mostAtOnce.merge(host, now, Math::max);
    }

    private Behaviour behaviour(Seen seen) {
        Behaviour byHost = behaviours.get(seen.host() + seen.path());
        if (byHost != null) {
            return byHost;
        }
        Behaviour byPath = behaviours.get(seen.path());
        return byPath == null ? behaviours.getOrDefault("*", status("404 Not Found")) : byPath;
    }

    private static Seen read(InputStream in) throws IOException {
        String requestLine = line(in);
        if (requestLine.isEmpty()) {
            return null;
        }
        var headers = new HashMap<String, String>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        String host = headers.getOrDefault("host", "").replaceFirst(":\\d+$", "");
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        String body = new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
        return new Seen(host, requestLine.split(" ")[1], headers, body, System.nanoTime());
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        int b;
        while ((b = in.read()) >= 0 && b != '\n') {
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (Socket connection : open) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            connections.shutdownNow();
        }
    }
}
