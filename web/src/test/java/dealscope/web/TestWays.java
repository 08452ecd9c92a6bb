package dealscope.web;

import dealscope.fetch.AddressGuard;
import dealscope.fetch.FetchSettings;
import dealscope.fetch.HttpPost;
import dealscope.fetch.Resolver;
import dealscope.fetch.Routes;
import dealscope.index.DealIndex;
import dealscope.store.Store;
import dealscope.watch.DealWatch;
import dealscope.web.alert.AlertDesk;
import dealscope.web.alert.Courier;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** The ways of alerts for a test site: webhooks may go to 127.0.0.1, and there is no mail server. */
record TestWays(Courier courier, AlertDesk desk) {
    TestWays(Store store, DealIndex index, DealWatch watch, InstantSource clock) {
        this(store, index, watch, clock, post(clock));
    }

    private TestWays(Store store, DealIndex index, DealWatch watch, InstantSource clock, HttpPost post) {
        this(new Courier(store, post, null, "http://127.0.0.1:7070", clock), store, index, watch, clock, post);
    }

    private TestWays(
            Courier courier, Store store, DealIndex index, DealWatch watch, InstantSource clock, HttpPost post) {
        this(courier, new AlertDesk(store, index, watch, courier, post, null, clock));
    }

    private static HttpPost post(InstantSource clock) {
        return new HttpPost(
                FetchSettings.defaults().withDeadline(Duration.ofSeconds(5)),
                new AddressGuard(List.of("127.0.0.1")),
                Routes.none(),
                Resolver.system(),
                clock);
    }
}
