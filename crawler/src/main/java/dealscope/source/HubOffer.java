package dealscope.source;

import dealscope.crawler.FetchResult.Fetched;
import dealscope.feed.FeedLinks;
import java.util.List;
import java.util.Optional;

/**
 * What a feed offers: its hub and the topic to subscribe to. Link headers are preferred to links in the document (WebSub,
 * section 4).
 */
record HubOffer(String hub, String topic) {
    /** The offer of a document, if there is one. */
    static Optional<HubOffer> of(Fetched document) {
        String url = document.page().url();
        List<LinkHeader.Link> headers = LinkHeader.parse(document.links());
        Optional<String> hub = first(headers, "hub", url);
        Optional<String> self = first(headers, "self", url);
        if (hub.isEmpty() || self.isEmpty()) {
            FeedLinks links =
                    FeedLinks.of(document.page().body(), document.page().contentType(), url);
            hub = hub.or(() -> links.hubs().stream().findFirst());
            self = self.or(() -> Optional.ofNullable(links.self()));
        }
        Optional<String> topic = self;
        return hub.flatMap(at -> topic.map(about -> new HubOffer(at, about)));
    }

    private static Optional<String> first(List<LinkHeader.Link> links, String rel, String base) {
        return links.stream()
                .filter(link -> link.rels().contains(rel))
                .flatMap(link -> Optional.ofNullable(FeedAddress.resolve(link.target(), base)).stream())
                .findFirst();
    }
}
