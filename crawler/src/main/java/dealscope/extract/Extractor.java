package dealscope.extract;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * Reads the article on a page: HTML in, {@link Extract} out.
 *
 * <p>Never throws for any input, and is bounded: what lies beyond {@value #MAX_LENGTH} characters is not read, elements
 * deeper than jsoup's limit of 512 are flattened, time grows with the length of the page. Any number of threads may share
 * one instance.
 */
public final class Extractor {
    /** 20 MB, the most of a page that is read. */
    public static final int MAX_LENGTH = 20 * 1024 * 1024;

    /** A dateline stands in one of these, or nowhere. */
    private static final int OPENING_BLOCKS = 3;

    private final InstantSource clock;

    /** @param clock what is now, to refuse dates of the future */
    public Extractor(InstantSource clock) {
        this.clock = clock;
    }

    /** Reads a page as it came over HTTP; {@code contentType} is the header as sent. */
    public Extract extract(String url, byte[] body, @Nullable String contentType) {
        byte[] bounded = body.length > MAX_LENGTH ? Arrays.copyOf(body, MAX_LENGTH) : body;
        return extract(url, PageDecoder.decode(bounded, contentType));
    }

    /** Reads a page that is already characters; {@code url} is the address that answered. */
    public Extract extract(String url, String html) {
        String bounded = html.length() > MAX_LENGTH ? html.substring(0, MAX_LENGTH) : html;
        try {
            Document document = OpenSelect.parse(TwiceEncoded.mend(CleanText.of(bounded)));
            return read(url, document, new PageTree(document), clock.instant());
        } catch (RuntimeException | StackOverflowError e) {
            return Extract.none("the page could not be read: " + e.getClass().getSimpleName());
        }
    }

    static Extract read(String url, Document document, PageTree tree, Instant now) {
        PageAddress address = PageAddress.of(url, document);
        JsonLd jsonLd = JsonLd.read(document);
        MetaTags meta = new MetaTags(document);
        Field<String> site = SiteFinder.find(address, document, meta, jsonLd);
        Field<String> title = TitleFinder.find(document, meta, jsonLd, site.value());
        Headline headline = Headline.of(tree, title.value());
        DateFinder.Dates dates = new DateFinder(DateOrder.isDayFirst(address, document, tree, meta), now)
                .find(url, document, tree, headline, meta, jsonLd);
        Field<String> author = AuthorFinder.find(document, tree, headline, meta, jsonLd, site.value());
        BodyReader.Body body =
                BodyReader.read(tree, headline, address, new BodyReader.Known(title.value(), author.value()), jsonLd);
        BodyReader.Body described = body.blocks().isEmpty() ? BodyReader.described(meta) : null;
        body = described == null ? body : described;
        KindJudge.Judgement judgement = KindJudge.judge(tree, body, title.value(), meta, jsonLd);
        List<RoundUpItem> items = items(tree, body, title.value(), address, judgement);
        if (judgement.kind() == Extract.Kind.LIST && !items.isEmpty()) {
            judgement = new KindJudge.Judgement(Extract.Kind.ARTICLE, null);
        }
        List<TextBlock> blocks = Outline.of(tree, body.blocks());
        Extract.Fields fields = new Extract.Fields(
                title,
                author,
                dates.published(),
                dates.firstPublished(),
                dates.modified(),
                CanonicalFinder.find(address, document, meta, jsonLd),
                LanguageFinder.find(document, meta, jsonLd, blocks),
                site,
                ImageFinder.find(address, document, meta, jsonLd));
        return new Extract(
                blocks, fields, judgement.kind(), judgement.reason(), dateline(blocks), body.issuer(), items);
    }

    private static List<RoundUpItem> items(
            PageTree tree,
            BodyReader.Body body,
            @Nullable String title,
            PageAddress address,
            KindJudge.Judgement judgement) {
        return switch (judgement.kind()) {
            case ARTICLE -> RoundUp.split(tree, body.blocks(), title, address, false);
            case LIST -> RoundUp.split(tree, body.blocks(), title, address, true);
            case STUB, LIVE, NONE -> List.of();
        };
    }

    private static @Nullable Dateline dateline(List<TextBlock> blocks) {
        return blocks.stream()
                .limit(OPENING_BLOCKS)
                .map(block -> DatelineReader.read(block.text()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
