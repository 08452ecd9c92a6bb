package dealscope.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells the story of a press release from what companies put around it: paragraphs about themselves, forward-looking
 * statements, contacts, the line of the source, lines of tickers. Works on any text: without such parts the story is all of
 * it. The words are in {@code release.txt}.
 *
 * @param story the blocks that are left
 * @param issuer the company that speaks; null when the text shows no sign of being a press release
 */
record PressRelease(List<Block> story, @Nullable String issuer) {
    private static final WordList WORDS = WordList.load("release.txt");
    private static final Phrases ENDS = new Phrases(WORDS.section("ends"));
    private static final Phrases LAWYERS = new Phrases(WORDS.section("forward-looking"));
    private static final Phrases CONTACTS = new Phrases(WORDS.section("contacts"));
    private static final List<String> LEGAL = WORDS.section("legal");
    private static final List<String> ANNOUNCES = WORDS.section("announces");
    private static final List<String> SOURCES = WORDS.section("source");
    private static final List<String> ABOUT = WORDS.section("about");
    private static final List<String> EXCHANGES = WORDS.section("exchanges");
    private static final Pattern TICKER = Pattern.compile("[A-Z0-9.]{1,8}+");
    private static final Pattern EXPLAINED = Pattern.compile("\\s*+[(（][^()（）]*+[)）]");
    /** What the company says of itself comes after this share of the text. */
    private static final double EARLIEST = 0.4;

    /** So many of the lawyers' words in one paragraph leave no doubt. */
    private static final int SURELY_LEGAL = 2;

    private static final int HEADING = 80;
    private static final int OPENING = 120;
    private static final int SHORT = 120;
    private static final int LONGEST_NAME = 80;

    static PressRelease of(List<Block> blocks) {
        int all = blocks.stream().mapToInt(Block::weight).sum();
        List<Block> story = new ArrayList<>();
        List<String> companies = new ArrayList<>();
        String source = null;
        boolean over = false;
        boolean legal = false;
        int before = 0;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            String next = i + 1 < blocks.size() ? blocks.get(i + 1).text() : "";
            boolean late = before > EARLIEST * all;
            before += block.weight();
            if (!late) {
                story.add(block);
                continue;
            }
            String company = about(block.text(), next);
            if (company != null) {
                companies.add(company);
            }
            String named = source(block.text());
            source = source == null ? named : source;
            legal = isLegal(block, legal);
            over |= company != null || named != null || isEnd(block);
            if (!over && !legal && !isTickers(block)) {
                story.add(block);
            }
        }
        boolean signs = !companies.isEmpty() || source != null || story.size() < blocks.size();
        return new PressRelease(story, signs ? issuer(blocks, companies, source) : null);
    }

    /** The company of "About Acme", as a heading or as the first words of the paragraph; null when there is none. */
    static @Nullable String about(String text, String next) {
        String heading = company(text);
        if (heading != null && opensWith(next, heading)) {
            return heading;
        }
        for (String about : ABOUT) {
            if (text.regionMatches(true, 0, about, 0, about.length()) && text.length() > about.length() + 1) {
                String rest = text.substring(about.length()).strip();
                String first = rest.split("[ ,:(]", 2)[0];
                int again = rest.indexOf(first, first.length());
                if (first.length() > 2 && Character.isUpperCase(first.charAt(0)) && again > 0 && again < HEADING) {
                    String name = rest.substring(0, again).strip();
                    return name.endsWith(":") ? name.substring(0, name.length() - 1) : name;
                }
            }
        }
        return null;
    }

    /** The company of a line "About Acme", null if {@code text} is no such line. */
    private static @Nullable String company(String text) {
        if (text.length() > HEADING || text.endsWith(".") || text.endsWith("?")) {
            return null;
        }
        for (String about : ABOUT) {
            if (Letters.isWide(about.charAt(0))) {
                String bare = text.replaceAll("^[^\\p{L}\\p{N}]++|[^\\p{L}\\p{N}]++$", "");
                if (bare.endsWith(about) && bare.length() > about.length()) {
                    return bare.substring(0, bare.length() - about.length());
                }
            } else if (text.regionMatches(true, 0, about + " ", 0, about.length() + 1)) {
                String company = text.substring(about.length() + 1).strip();
                return company.endsWith(":") ? company.substring(0, company.length() - 1) : company;
            }
        }
        return null;
    }

    private static boolean opensWith(String text, String company) {
        String first = company.split("[ ,(]", 2)[0];
        String opening = text.substring(0, Math.min(text.length(), OPENING));
        return opening.toLowerCase(Locale.ROOT).contains(first.toLowerCase(Locale.ROOT));
    }

    private static boolean isEnd(Block block) {
        return block.weight() < SHORT && (ENDS.begin(block.text()) || isHashes(block.text()))
                || (block.text().length() < HEADING && CONTACTS.begin(block.text()));
    }

    private static boolean isHashes(String text) {
        return text.chars().allMatch(c -> c == '#' || c == ' ') && text.indexOf('#') >= 0;
    }

    /** Whether the lawyers speak; {@code before} is whether they did in the block before. */
    private static boolean isLegal(Block block, boolean before) {
        if (LAWYERS.begin(block.text())) {
            return true;
        }
        int enough = before && !block.isHeading() ? 1 : SURELY_LEGAL;
        String lower = block.text().toLowerCase(Locale.ROOT);
        return LEGAL.stream().filter(lower::contains).limit(enough).count() >= enough;
    }

    /** Whether a line is nothing but exchanges and symbols: "NASDAQ: ACME; TSX: ACM". */
    private static boolean isTickers(Block block) {
        if (block.weight() > HEADING) {
            return false;
        }
        boolean any = false;
        for (String part : block.text().split("[;,/|()\\[\\]]++")) {
            int colon = part.indexOf(':');
            if (part.isBlank()) {
                continue;
            }
            if (colon < 0
                    || !EXCHANGES.contains(part.substring(0, colon).strip())
                    || !TICKER.matcher(part.substring(colon + 1).strip()).matches()) {
                return false;
            }
            any = true;
        }
        return any;
    }

    /** The company of a line "SOURCE Acme". */
    private static @Nullable String source(String text) {
        if (text.length() > LONGEST_NAME || text.endsWith(".")) {
            return null;
        }
        for (String word : SOURCES) {
            if (text.startsWith(word + " ") || text.startsWith(word + ": ")) {
                return text.substring(word.length() + 1).strip();
            }
        }
        return null;
    }

    private static @Nullable String issuer(List<Block> blocks, List<String> companies, @Nullable String source) {
        if (source != null) {
            return source;
        }
        String opening = "";
        for (Block block : blocks.subList(0, Math.min(4, blocks.size()))) {
            String speaker = speaker(block.text());
            if (speaker != null) {
                return speaker;
            }
            opening += block.text();
        }
        String lead = opening;
        return companies.stream()
                .filter(company -> !company.isEmpty() && !Character.isLowerCase(company.charAt(0)))
                .max(Comparator.comparing(company -> lead.contains(company.split("[ ,(]", 2)[0])))
                .orElse(null);
    }

    /** Who "today announced": the name between the dateline and these words. */
    private static @Nullable String speaker(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        int end = ANNOUNCES.stream()
                .mapToInt(lower::indexOf)
                .filter(at -> at > 0)
                .min()
                .orElse(-1);
        if (end < 0 || end > 2 * OPENING) {
            return null;
        }
        String before = EXPLAINED.matcher(text.substring(0, end)).replaceAll("").strip();
        String name = before.substring(
                        Math.max(Math.max(before.lastIndexOf("--"), before.lastIndexOf('–')), before.lastIndexOf('—'))
                                + 1)
                .replaceFirst("^[-\\s/]++", "");
        String company = name.split(",\\s", 2)[0].strip();
        boolean isName = !company.isEmpty()
                && company.length() <= LONGEST_NAME
                && Character.isUpperCase(company.charAt(0))
                && company.split("\\s++").length <= 6;
        return isName ? company : null;
    }
}
