package dealscope.web;

import dealscope.web.http.Headers;
import dealscope.web.http.Reply;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * What Jetty answers to requests that never reach a route (a broken request line, a header that is too long): problem JSON
 * (RFC 9457), with the same headers as everything else and without a word about the server.
 */
final class PlainErrors extends ErrorHandler {
    PlainErrors() {
        setShowStacks(false);
        setShowCauses(false);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Headers.SECURITY.forEach((name, value) -> response.getHeaders().put(new HttpField(name, value)));
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Reply.PROBLEM);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        String problem = "{\"type\":\"about:blank\",\"title\":\"This request cannot be answered\",\"status\":"
                + response.getStatus() + ",\"detail\":\"It is not written as HTTP asks, or too long.\"}";
        response.write(true, ByteBuffer.wrap(problem.getBytes(StandardCharsets.UTF_8)), callback);
        return true;
    }
}
