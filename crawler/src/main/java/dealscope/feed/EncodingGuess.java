package dealscope.feed;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Guesses the encoding of bytes that nobody declares and that are not UTF-8. Only scripts whose letters follow each other
 * are guessed (Cyrillic, Greek, Hebrew, Thai, Korean, Chinese, Japanese): there a wrong encoding gives signs that no text
 * holds. Western languages, with an accent here and there, are left to the caller's default, and so is any doubt.
 */
final class EncodingGuess {
    private static final int FEWEST = 12;
    private static final int LONGEST = 64_000;
    /** Share of the characters beyond ASCII that must be what texts are made of. */
    private static final double SURE = 0.93;

    private static final List<Candidate> CANDIDATES = List.of(
            new Candidate("EUC-JP", Script.JAPANESE),
            new Candidate("windows-31j", Script.JAPANESE),
            new Candidate("EUC-KR", Script.KOREAN),
            new Candidate("GB2312", Script.CHINESE),
            new Candidate("Big5", Script.CHINESE),
            new Candidate("windows-1251", Script.CYRILLIC),
            new Candidate("KOI8-R", Script.CYRILLIC),
            new Candidate("windows-1253", Script.GREEK),
            new Candidate("windows-1255", Script.HEBREW),
            new Candidate("x-windows-874", Script.THAI));

    private enum Script {
        JAPANESE,
        KOREAN,
        CHINESE,
        CYRILLIC,
        GREEK,
        HEBREW,
        THAI
    }

    private record Candidate(String charset, Script script) {}

    private EncodingGuess() {}

    static @Nullable Charset of(byte[] body) {
        byte[] sample = body.length > LONGEST ? Arrays.copyOf(body, LONGEST) : body;
        if (isUtf8(sample) || !hasRuns(sample)) {
            return null;
        }
        Charset best = null;
        double bestScore = 0;
        for (Candidate candidate : CANDIDATES) {
            Charset charset = Encodings.named(candidate.charset);
            double score = charset == null ? 0 : score(sample, charset, candidate.script);
            if (score > bestScore) {
                best = charset;
                bestScore = score;
            }
        }
        return best;
    }

    /** Bytes beyond ASCII stand mostly side by side; accents stand alone. */
    private static boolean hasRuns(byte[] bytes) {
        int high = 0;
        int runs = 0;
        boolean before = false;
        for (byte b : bytes) {
            high += b < 0 ? 1 : 0;
            runs += b < 0 && !before ? 1 : 0;
            before = b < 0;
        }
        return high >= FEWEST && high >= 2 * runs;
    }

    private static boolean isUtf8(byte[] bytes) {
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes), out, false);
        return !result.isError();
    }

    /** How frequent the frequent signs of this script are; 0 when the bytes give what texts in it do not hold. */
    private static double score(byte[] bytes, Charset charset, Script script) {
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes), out, false);
        if (result.isError()) {
            return 0;
        }
        String text = out.flip().toString();
        int all = 0;
        int usual = 0;
        int marks = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                all++;
                usual += isUsual(c, script) || isPunctuation(c) ? 1 : 0;
                marks += isMark(c, script) ? 1 : 0;
            }
        }
        boolean possible = usual >= SURE * all && marks >= leastMarks(script) * all;
        return all > 0 && possible ? (double) marks / all : 0;
    }

    private static boolean isPunctuation(char c) {
        return (c >= 0x2010 && c <= 0x2026)
                || c == 0xA0
                || c == '\u00AB'
                || c == '\u00BB'
                || c == 0x2116
                || (c >= 0x3001 && c <= 0x3011)
                || (c >= 0xFF01 && c <= 0xFF5E);
    }

    private static boolean isUsual(char c, Script script) {
        return switch (script) {
            case JAPANESE -> isKana(c) || isIdeograph(c);
            case KOREAN -> c >= 0xAC00 && c <= 0xD7A3;
            case CHINESE -> isIdeograph(c);
            case CYRILLIC -> c >= 0x400 && c <= 0x45F;
            case GREEK -> c >= 0x384 && c <= 0x3CE;
            case HEBREW -> c >= 0x5D0 && c <= 0x5EA;
            case THAI -> c >= 0xE01 && c <= 0xE4E;
        };
    }

    private static boolean isKana(char c) {
        return (c >= 0x3041 && c <= 0x3093) || (c >= 0x30A1 && c <= 0x30FC);
    }

    private static boolean isIdeograph(char c) {
        return c >= 0x4E00 && c <= 0x9FA5;
    }

    /** What only the right encoding shows often. */
    private static boolean isMark(char c, Script script) {
        return switch (script) {
            case JAPANESE -> isKana(c);
            case CHINESE -> FREQUENT_CHINESE.indexOf(c) >= 0;
            case CYRILLIC -> "оеаинтсрвл".indexOf(c) >= 0;
            case GREEK -> "αοιετσνηυρςάόίέήύώ".indexOf(c) >= 0;
            case HEBREW -> "יוהלאמרתבש".indexOf(c) >= 0;
            case THAI -> "านรอกเงมยลวดทส".indexOf(c) >= 0 || (c >= 0xE34 && c <= 0xE4C);
            case KOREAN -> true;
        };
    }

    private static double leastMarks(Script script) {
        return switch (script) {
            case JAPANESE -> 0.2;
            case CHINESE -> 0.06;
            case CYRILLIC, GREEK, HEBREW, THAI -> 0.45;
            case KOREAN -> 0;
        };
    }

    /** The most frequent characters of modern Chinese, simplified and traditional. */
    private static final String FREQUENT_CHINESE =
            "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里" + "用道行所然家种事成方多经日月市公司這個們來為國說時會對於過發後裡種經與新聞闻业業电電资資建量";
}
