package dealscope.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Names to addresses. */
@FunctionalInterface
public interface Resolver {
    List<InetAddress> resolve(String host) throws UnknownHostException;

    /**
     * The system's resolver with a time limit. The system call cannot be interrupted and would hold up every virtual
     * thread, so it runs on a few threads of its own.
     */
    static Resolver system() {
        return SystemResolver::resolve;
    }
}

final class SystemResolver {
    private static final int SECONDS = 10;
    private static final ExecutorService LOOKUPS = Executors.newFixedThreadPool(
            16, Thread.ofPlatform().daemon().name("dns-", 0).factory());

    private SystemResolver() {}

    static List<InetAddress> resolve(String host) throws UnknownHostException {
        Future<InetAddress[]> lookup = LOOKUPS.submit(() -> InetAddress.getAllByName(host));
        try {
            return List.of(lookup.get(SECONDS, TimeUnit.SECONDS));
        } catch (TimeoutException e) {
            lookup.cancel(false);
            throw unknown(host + ": no answer from DNS within " + SECONDS + " s", e);
        } catch (ExecutionException e) {
            throw unknown(host, e);
        } catch (InterruptedException e) {
            lookup.cancel(false);
            Thread.currentThread().interrupt();
            throw unknown(host, e);
        }
    }

    private static UnknownHostException unknown(String message, Exception cause) {
        var exception = new UnknownHostException(message);
        exception.initCause(cause);
        return exception;
    }
}
