package dealscope.nlp;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a hostile text is made of: repeated until it is as long as one likes. */
final class HostileTexts {
    static final Map<String, String> PATTERNS = new LinkedHashMap<>();

    static {
        PATTERNS.put("no space", "a");
        PATTERNS.put("no space, capitals", "Ab");
        PATTERNS.put("short words", "x ");
        PATTERNS.put("single capitals", "A ");
        PATTERNS.put("one word", "word ");
        PATTERNS.put("capitalised words", "Capital ");
        PATTERNS.put("capitalised syllables", "Ka Lo Mi Nu Pe ");
        PATTERNS.put("companies", "Nvidia OpenAI CoreWeave ");
        PATTERNS.put("companies and commas", "Nvidia, OpenAI and CoreWeave, ");
        PATTERNS.put("possessives", "Nvidia's ");
        PATTERNS.put("new names", "Halden Compute Inc. ");
        PATTERNS.put("appositions", "Halden, a data-centre developer, ");
        PATTERNS.put("tickers", "Acme (NASDAQ: ACME) ");
        PATTERNS.put("deals without end", "Nvidia will invest $5 billion in OpenAI and ");
        PATTERNS.put("deals in one sentence", "Nvidia, which bought Intel, which bought AMD, ");
        PATTERNS.put("deals in sentences", "Nvidia bought Intel for $2 billion. ");
        PATTERNS.put("the chipmaker", "The chipmaker said it would lend the lab $2 billion. ");
        PATTERNS.put("emoji", "\uD83D\uDE80");
        PATTERNS.put("emoji and spaces", "\uD83D\uDE80 ");
        PATTERNS.put("high surrogates", "\uD83D");
        PATTERNS.put("low surrogates", "\uDC00");
        PATTERNS.put("low surrogates spaced", "\uDC00 \uD83Da ");
        PATTERNS.put("nul", "\u0000");
        PATTERNS.put("right to left", "\u05d0\u202e");
        PATTERNS.put("zero width", "\u200b");
        PATTERNS.put("zero width in a word", "N\u200bvidia ");
        PATTERNS.put("combining marks", "e\u0301\u0301\u0301\u0301");
        PATTERNS.put("only marks", "\u0301");
        PATTERNS.put("Chinese", "\u6bcf\u6708\u4ed8\u6b3e\u3002");
        PATTERNS.put("digits", "9");
        PATTERNS.put("digits and commas", "1,");
        PATTERNS.put("digits and dots", "1.");
        PATTERNS.put("thousands", "1,000,");
        PATTERNS.put("numbers", "12 ");
        PATTERNS.put("number words", "twenty ");
        PATTERNS.put("number phrases", "one hundred and ");
        PATTERNS.put("dots", ".");
        PATTERNS.put("dots and spaces", ". ");
        PATTERNS.put("abbreviations", "a.");
        PATTERNS.put("abbreviations spaced", "U.S. ");
        PATTERNS.put("dollars", "$");
        PATTERNS.put("dollars and digits", "$1 ");
        PATTERNS.put("ranges", "between $1 and ");
        PATTERNS.put("ranges of power", "1 and 2 to 3 MW - ");
        PATTERNS.put("counts", "110,000 GB300 GPUs ");
        PATTERNS.put("products", "H100 B200 GB300 ");
        PATTERNS.put("dates", "May 2029 through ");
        PATTERNS.put("percents", "10% stake ");
        PATTERNS.put("opening brackets", "(");
        PATTERNS.put("brackets and words", "(a ");
        PATTERNS.put("bracket pairs", "(a) ");
        PATTERNS.put("square brackets", "[");
        PATTERNS.put("quotes", "\"");
        PATTERNS.put("quotes and spaces", "\" ");
        PATTERNS.put("opening quotes", "\u201cHe said ");
        PATTERNS.put("nested quotes", "\u201c\u2018\u201c\u2018a ");
        PATTERNS.put("apostrophes", "'");
        PATTERNS.put("hyphens", "-");
        PATTERNS.put("hyphenated", "a-");
        PATTERNS.put("hyphenated names", "Ab-");
        PATTERNS.put("dashes", "- ");
        PATTERNS.put("slashes", "a/");
        PATTERNS.put("ampersands", "A&");
        PATTERNS.put("ampersands spaced", "A & ");
        PATTERNS.put("commas", ",");
        PATTERNS.put("commas and words", "a, ");
        PATTERNS.put("lists of names", "Abc, ");
        PATTERNS.put("line feeds", "\n");
        PATTERNS.put("lines", "a\n");
        PATTERNS.put("lines of names", "Abc Inc.\n");
        PATTERNS.put("tabs", "\t");
        PATTERNS.put("no-break spaces", "\u00a0");
        PATTERNS.put("look-alikes", "NVID\u0406A ");
    }

    static {
        Random random = new Random(20261120);
        PATTERNS.put("different names", many(() -> word(random, 3 + random.nextInt(8), true) + " "));
        PATTERNS.put("different firms", many(() -> word(random, 6, true) + " Inc. bought "));
        PATTERNS.put("different words", many(() -> word(random, 3 + random.nextInt(8), false) + " "));
        PATTERNS.put("different long words", many(() -> word(random, 55, false) + " "));
        PATTERNS.put("different numbers", many(() -> "$" + random.nextInt(1_000_000) + " million, "));
        PATTERNS.put("different letters", many(() -> Character.toString(random.nextInt(0x30000))));
        PATTERNS.put("different signs", many(() -> Character.toString(32 + random.nextInt(32))));
    }

    private HostileTexts() {}

    private static String many(Supplier<String> piece) {
        return Stream.generate(piece).limit(20_000).collect(Collectors.joining());
    }

    private static String word(Random random, int length, boolean capital) {
        String word = random.ints(length, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return capital ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word;
    }

    /** The pattern again and again, cut at the length, which may be within a pair of surrogates. */
    static String repeated(String pattern, int length) {
        return pattern.repeat(length / pattern.length() + 1).substring(0, length);
    }
}
