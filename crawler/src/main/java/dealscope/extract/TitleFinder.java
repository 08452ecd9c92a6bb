package dealscope.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Finds the headline. The h1 is right most often, unless it holds the name of the site: so it has to share words with what
 * the page says of itself in JSON-LD, og:title or the title element; without such an h1 these are taken in that order.
 */
final class TitleFinder {
    private static final Pattern SEPARATOR = Pattern.compile("\\s[|–—·•»:-]\\s|\\s?[|｜]\\s?");
    private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}]++");
    private static final Pattern HOME = Pattern.compile("(?:https?://[^/?#]++)?/?(?:index\\.html?)?");
    private static final int MAX_LENGTH = 400;
    private static final double AGREES = 0.35;
    private static final double PART = 0.6;

    private TitleFinder() {}

    static Field<String> find(Document document, MetaTags meta, JsonLd jsonLd, @Nullable String site) {
        List<Field<String>> claims = new ArrayList<>();
        add(claims, Source.JSON_LD, jsonLd.isArticle() ? jsonLd.headline() : null);
        add(claims, Source.OPENGRAPH, withoutSite(meta.first("og:title"), site));
        if (meta.first("og:title") == null) {
            add(claims, Source.META, withoutSite(meta.first("twitter:title"), site));
        }
        List<Field<String>> heads = new ArrayList<>();
        String home = site;
        for (Element head : document.getElementsByTag("h1")) {
            if (isLinkToHome(head)) {
                home = home == null ? head.text() : home;
            } else {
                add(heads, Source.VISIBLE, head.text());
                add(heads, Source.VISIBLE, afterKicker(head));
            }
        }
        add(claims, Source.META, withoutSite(document.title(), home));
        return narrowed(document, choose(heads, claims)).among(claims, TitleFinder::same);
    }

    /** Where no h1 told the title, the heading below it that is a part of what was told: the rest are names of sections. */
    private static Field<String> narrowed(Document document, Field<String> title) {
        String told = title.value();
        if (told == null || title.source() == Source.VISIBLE || SEPARATOR.split(told, 2).length < 2) {
            return title;
        }
        List<Field<String>> heads = new ArrayList<>();
        for (Element head : document.getElementsByTag("h2")) {
            add(heads, Source.VISIBLE, head.text());
        }
        return heads.stream()
                .filter(head -> told.contains(text(head)) && agreement(told, text(head)) > PART)
                .findFirst()
                .orElse(title);
    }

    /** The last of the parts of a headline that are elements of their own: the ones before it are the kicker. */
    private static @Nullable String afterKicker(Element head) {
        boolean parts = head.childrenSize() > 1 && head.ownText().isBlank();
        return parts ? head.child(head.childrenSize() - 1).text() : null;
    }

    /** A headline that leads to the home page is the name of the site. */
    private static boolean isLinkToHome(Element head) {
        Element link = head.selectFirst("a[href]");
        return link != null && HOME.matcher(link.attr("href")).matches();
    }

    private static Field<String> choose(List<Field<String>> heads, List<Field<String>> claims) {
        Field<String> best = null;
        double bestShare = AGREES;
        for (Field<String> head : heads) {
            for (Field<String> claim : claims) {
                double share = agreement(text(head), text(claim));
                if (share > bestShare) {
                    best = head;
                    bestShare = share;
                }
            }
        }
        if (best != null) {
            return best;
        }
        return !claims.isEmpty() ? claims.getFirst() : heads.isEmpty() ? Field.none() : heads.getFirst();
    }

    private static void add(List<Field<String>> titles, Source source, @Nullable String title) {
        String clean = title == null ? null : clean(title);
        if (clean != null) {
            titles.add(Field.of(clean, source));
        }
    }

    private static String text(Field<String> title) {
        String text = title.value();
        return text == null ? "" : text;
    }

    private static boolean same(String a, String b) {
        return parts(a).equals(parts(b));
    }

    /** How many words two titles share (Dice); where words are not divided by blanks, pairs of characters. */
    private static double agreement(String a, String b) {
        Set<String> first = parts(a);
        Set<String> second = parts(b);
        if (first.isEmpty() || second.isEmpty()) {
            return 0;
        }
        long shared = first.stream().filter(second::contains).count();
        return 2.0 * shared / (first.size() + second.size());
    }

    private static Set<String> parts(String title) {
        Set<String> parts = new HashSet<>();
        for (String word : WORDS.split(title.toLowerCase(Locale.ROOT))) {
            if (word.isEmpty()) {
                continue;
            }
            if (Letters.isWide(word.charAt(0))) {
                for (int i = 0; i + 2 <= word.length(); i++) {
                    parts.add(word.substring(i, i + 2));
                }
            } else {
                parts.add(word);
            }
        }
        return parts;
    }

    /** Cuts the name of the site off: a last or first part that is it, else the short last part. */
    private static @Nullable String withoutSite(@Nullable String title, @Nullable String site) {
        if (title == null) {
            return null;
        }
        if (site != null
                && title.length() > site.length() + 1
                && title.regionMatches(true, 0, site + ": ", 0, site.length() + 2)) {
            return title.substring(site.length() + 2);
        }
        String[] parts = SEPARATOR.split(title.strip(), 12);
        if (parts.length < 2) {
            return title;
        }
        String last = parts[parts.length - 1];
        if (site != null && parts[0].equalsIgnoreCase(site)) {
            return title.strip().substring(parts[0].length()).replaceFirst("^[\\s|｜–—·•»:-]++", "");
        }
        boolean isSite = site != null && agreement(last, site) > 0.5;
        if (!isSite && last.length() * 2 > title.length()) {
            return title;
        }
        String rest = title.strip();
        return rest.substring(0, rest.length() - last.length()).replaceFirst("[\\s|｜–—·•»:-]++$", "");
    }

    private static @Nullable String clean(String title) {
        String cut = title.length() > 2 * MAX_LENGTH ? title.substring(0, 2 * MAX_LENGTH) : title;
        String plain = cut.contains("&") ? Parser.unescapeEntities(cut, false) : cut;
        String text = plain.replace('\u00A0', ' ').replaceAll("\\s++", " ").strip();
        while (text.endsWith("¶")) {
            text = text.substring(0, text.length() - 1).strip();
        }
        if (text.isEmpty()) {
            return null;
        }
        return text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
    }
}
