package dealscope.extract;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Finds the address of the picture that stands for the article: JSON-LD, og:image, twitter:image, itemprop, else the
 * largest picture in a figure or in the text. Logos, placeholders and counting pixels are passed over.
 */
final class ImageFinder {
    private static final Terms EMPTY = new Terms(WordList.load("images.txt").section("empty"));
    private static final List<String> ADDRESSES = WordList.load("images.txt").section("addresses");
    private static final int SMALLEST = 100;
    /** What a picture counts whose size the page does not tell. */
    private static final int UNTOLD = 300;

    private static final int MAX_PICTURES = 200;

    private ImageFinder() {}

    static Field<String> find(PageAddress address, Document document, MetaTags meta, JsonLd jsonLd) {
        List<Field<String>> told = new ArrayList<>();
        add(told, Source.JSON_LD, address, jsonLd.image());
        add(told, Source.OPENGRAPH, address, meta.first("og:image:secure_url", "og:image", "og:image:url"));
        add(told, Source.META, address, meta.first("twitter:image", "twitter:image:src", "thumbnailurl"));
        Element itemprop = told.isEmpty() ? document.selectFirst("[itemprop=image]") : null;
        if (itemprop != null) {
            add(told, Source.MICRODATA, address, source(itemprop));
        }
        if (told.isEmpty()) {
            add(told, Source.VISIBLE, address, largest(document));
        }
        return told.isEmpty() ? Field.none() : told.getFirst().among(told, String::equals);
    }

    private static void add(List<Field<String>> told, Source source, PageAddress address, @Nullable String href) {
        URI found = href == null || isEmpty(href) ? null : address.resolve(href);
        if (found != null) {
            told.add(Field.of(found.toString(), source));
        }
    }

    private static @Nullable String largest(Document document) {
        String best = null;
        long bestSize = 0;
        Elements pictures = document.getElementsByTag("img");
        for (Element picture : pictures.subList(0, Math.min(MAX_PICTURES, pictures.size()))) {
            String source = source(picture);
            long size = source == null || isEmpty(source) || isDrawing(source) ? 0 : size(picture);
            if (size > bestSize) {
                best = source;
                bestSize = size;
            }
        }
        return best;
    }

    /** The address of a picture, where scripts load it late that of the picture they will load. */
    private static @Nullable String source(Element picture) {
        for (String attribute : ADDRESSES) {
            String value = picture.attr(attribute).strip();
            if (!value.isEmpty() && !value.startsWith("data:")) {
                return attribute.endsWith("srcset") ? value.split("[\\s,]", 2)[0] : value;
            }
        }
        Element inner = picture.normalName().equals("img") ? null : picture.selectFirst("img, [itemprop=url]");
        return inner == null ? null : source(inner);
    }

    private static long size(Element picture) {
        long width = pixels(picture.attr("width"));
        long height = pixels(picture.attr("height"));
        if (width < SMALLEST || height < SMALLEST) {
            return 0;
        }
        Element place = picture.closest("figure, article, main");
        return place == null ? 0 : width * height * (place.normalName().equals("figure") ? 4 : 1);
    }

    private static long pixels(String attribute) {
        String digits = attribute.strip();
        if (digits.isEmpty() || digits.length() > 5 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return UNTOLD;
        }
        return Integer.parseInt(digits);
    }

    private static boolean isDrawing(String address) {
        String path = address.toLowerCase(Locale.ROOT);
        return path.endsWith(".svg") || path.endsWith(".gif");
    }

    private static boolean isEmpty(String address) {
        int end = address.indexOf('?') < 0 ? address.length() : address.indexOf('?');
        String path = address.substring(0, end).toLowerCase(Locale.ROOT);
        String file = path.substring(path.lastIndexOf('/') + 1);
        return EMPTY.match("-" + file.replaceAll("[^\\p{L}\\p{N}]++", "-") + "-");
    }
}
