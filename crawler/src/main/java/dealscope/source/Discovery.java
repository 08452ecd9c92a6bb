package dealscope.source;

import dealscope.article.Entry;
import dealscope.article.Feed;
import dealscope.article.UrlKey;
import dealscope.crawler.FeedParser;
import dealscope.crawler.FeedParser.Parsed;
import dealscope.crawler.FetchRequest;
import dealscope.crawler.FetchRequest.Kind;
import dealscope.crawler.FetchResult.Failed;
import dealscope.crawler.FetchResult.Fetched;
import dealscope.crawler.Web;
import dealscope.crawler.Web.Errand;
import dealscope.crawler.Web.Permission;
import dealscope.source.Candidate.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the feeds of a site from any address of it, as a person pastes it.
 *
 * {@snippet :
 * switch (new Discovery(web, parser).find("example.com")) {
 *     case Discovery.Found.Feeds feeds -> feeds.sure(); // the one to follow, or null when a person has to choose
 *     case Discovery.Found.Nothing nothing -> nothing.reason();
 * }
 * }
 *
 * <p>Asked in this order: the address itself, what the page announces, links that look like feeds, the usual places of
 * its host. Each candidate is read before it is told; at most {@value #REQUESTS} requests are made, each through the
 * crawl's own way to the web, with its pauses and guards. robots.txt is asked before a page is read and before a place
 * is guessed, not for what a page announces to feed readers. Blocks for as long as the web takes; safe for many threads.
 */
public final class Discovery {
    static final int REQUESTS = 16;

    private static final Logger LOG = LoggerFactory.getLogger(Discovery.class);
    private static final int COMPARED = 5;

    private final Web web;
    private final FeedParser parser;

    public Discovery(Web web, FeedParser parser) {
        this.web = web;
        this.parser = parser;
    }

    /** What was found. */
    public sealed interface Found {
        /** @param candidates at least one, the likeliest first, feeds of comments last */
        record Feeds(List<Candidate> candidates) implements Found {
            public Feeds {
                candidates = List.copyOf(candidates);
            }

            /** The only candidate that is no feed of comments; null when a person has to choose. */
            public @Nullable Candidate sure() {
                List<Candidate> articles =
                        candidates.stream().filter(each -> !each.comments()).toList();
                return articles.size() == 1 ? articles.getFirst() : null;
            }
        }

        /** @param reason in words, with what was tried */
        record Nothing(String reason) implements Found {}
    }

    /** Looks for feeds. Never throws for what servers do; an interrupt ends it as it ends every errand. */
    public Found find(String address) {
        try (Errand errand = web.open()) {
            return new Search(errand).run(FeedAddress.typed(address));
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("looking for feeds at {} failed", address, e);
            return new Found.Nothing(
                    "This program failed on the page. That is a fault of the program; the log has the details.");
        }
    }

    /** One search: its budget, and what has been seen. */
    private final class Search {
        private final Errand errand;
        private final Set<String> asked = new HashSet<>();
        private final List<Candidate> candidates = new ArrayList<>();
        private final List<List<String>> contents = new ArrayList<>();
        private int left = REQUESTS;

        Search(Errand errand) {
            this.errand = errand;
        }

        Found run(String address) {
            String refusal = FeedAddress.isFeedLike(address) ? null : refusal(address);
            if (refusal != null) {
                guess(address);
                return found(refusal + " If this is the address of a feed itself, follow it as it is.");
            }
            left--;
            asked.add(UrlKey.of(address));
            Kind kind = FeedAddress.isFeedLike(address) ? Kind.FEED : Kind.PAGE;
            return switch (errand.fetch(FetchRequest.of(address, kind))) {
                case Fetched fetched -> document(address, fetched);
                case Failed failed -> new Found.Nothing(failed.reason());
                default -> new Found.Nothing("The server sent no document.");
            };
        }

        private Found document(String address, Fetched fetched) {
            if (parser.parse(fetched.page()) instanceof Parsed.Read read) {
                add(new Lead(address, Origin.ITSELF, ""), fetched, read.feed());
                return found("");
            }
            follow(PageLeads.of(fetched.page(), fetched.links()));
            if (candidates.isEmpty()) {
                home(fetched.page().url());
                guess(fetched.page().url());
            }
            return found("The page at " + address + " is no feed and leads to none; the usual places of its site ("
                    + String.join(", ", FeedAddress.USUAL_PLACES) + ") hold none either.");
        }

        private void follow(Collection<Lead> leads) {
            leads.stream().sorted(Comparator.comparing(Lead::origin)).forEach(this::verify);
        }

        /** The front page of the site, when it was another page that was asked for. */
        private void home(String address) {
            String site = FeedAddress.site(address);
            if (site == null || !asked.add(UrlKey.of(site)) || refusal(site + "/") != null) {
                return;
            }
            left--;
            if (errand.fetch(FetchRequest.of(site + "/", Kind.PAGE)) instanceof Fetched fetched) {
                follow(PageLeads.of(fetched.page(), fetched.links()));
            }
        }

        private void guess(String address) {
            String site = FeedAddress.site(address);
            for (String place : FeedAddress.USUAL_PLACES) {
                if (site == null || !candidates.isEmpty()) {
                    return;
                }
                verify(new Lead(site + place, Origin.GUESSED, ""));
            }
        }

        private void verify(Lead lead) {
            if (left <= 0 || !asked.add(UrlKey.of(lead.url()))) {
                return;
            }
            if (lead.origin() != Origin.ANNOUNCED && refusal(lead.url()) != null) {
                return;
            }
            left--;
            if (errand.fetch(FetchRequest.of(lead.url(), Kind.FEED)) instanceof Fetched fetched
                    && parser.parse(fetched.page()) instanceof Parsed.Read read
                    && isWorth(lead, read.feed())) {
                add(lead, fetched, read.feed());
            }
        }

        private @Nullable String refusal(String url) {
            return switch (errand.mayRead(url)) {
                case Permission.Granted granted -> null;
                case Permission.Denied denied -> denied.reason();
                case Permission.Unknown unknown -> unknown.reason();
            };
        }

        /** What nobody announced must have entries: some sites answer everything with something. */
        private static boolean isWorth(Lead lead, Feed feed) {
            return lead.origin() == Origin.ANNOUNCED || !feed.entries().isEmpty();
        }

        private void add(Lead lead, Fetched fetched, Feed feed) {
            String url = fetched.movedTo() == null ? lead.url() : fetched.movedTo();
            List<String> content = feed.entries().stream()
                    .limit(COMPARED)
                    .map(Search::identity)
                    .sorted()
                    .toList();
            int same = content.isEmpty() ? -1 : contents.indexOf(content);
            if (same >= 0) {
                Candidate first = candidates.get(same);
                List<String> others = new ArrayList<>(first.others());
                others.add(url);
                candidates.set(same, withOthers(first, others));
                return;
            }
            contents.add(content);
            String title = feed.title() == null || feed.title().isBlank() ? null : feed.title();
            Instant newest = feed.entries().stream()
                    .map(Entry::published)
                    .filter(Objects::nonNull)
                    .max(Comparator.naturalOrder())
                    .orElse(null);
            String label = title == null ? lead.label() : title + " " + lead.label();
            candidates.add(new Candidate(
                    url,
                    title,
                    feed.entries().size(),
                    newest,
                    lead.origin(),
                    lead.origin() != Origin.ITSELF && FeedAddress.isForComments(url, label),
                    List.of()));
        }

        private static String identity(Entry entry) {
            return entry.link() == null ? entry.title() : UrlKey.of(entry.link());
        }

        private static Candidate withOthers(Candidate first, List<String> others) {
            return new Candidate(
                    first.url(),
                    first.title(),
                    first.entries(),
                    first.newest(),
                    first.origin(),
                    first.comments(),
                    others);
        }

        private Found found(String otherwise) {
            if (candidates.isEmpty()) {
                return new Found.Nothing(otherwise);
            }
            return new Found.Feeds(candidates.stream()
                    .sorted(Comparator.comparing(Candidate::comments)
                            .thenComparing(candidate -> candidate.entries() == 0)
                            .thenComparing(Candidate::origin))
                    .toList());
        }
    }
}
