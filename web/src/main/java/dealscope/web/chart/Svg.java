package dealscope.web.chart;

import java.util.Locale;

/**
 * Writes one picture in SVG, piece by piece; every text and attribute is escaped here and nowhere else. A screen reader
 * hears title and description instead of the pieces. Not for two threads.
 */
final class Svg {
    private final StringBuilder out = new StringBuilder(4096);

    /** @param id unique on the page; of letters, digits and hyphens */
    Svg(String id, int width, int height, String title, String description) {
        out.append("<svg class=\"chart\" viewBox=\"0 0 ")
                .append(width)
                .append(' ')
                .append(height);
        out.append("\" width=\"").append(width).append("\" height=\"").append(height);
        out.append("\" role=\"img\" aria-labelledby=\"").append(escaped(id)).append("-t ");
        out.append(escaped(id)).append("-d\"><title id=\"").append(escaped(id)).append("-t\">");
        out.append(escaped(title))
                .append("</title><desc id=\"")
                .append(escaped(id))
                .append("-d\">");
        out.append(escaped(description)).append("</desc>");
    }

    /** An element without content. @param attributes name, value, name, value; numbers are shortened */
    Svg add(String name, Object... attributes) {
        open(name, attributes);
        out.append("/>");
        return this;
    }

    /** An element with a hover text. */
    Svg titled(String title, String name, Object... attributes) {
        open(name, attributes);
        out.append("><title>")
                .append(escaped(title))
                .append("</title></")
                .append(name)
                .append('>');
        return this;
    }

    Svg text(String words, double x, double y, String css, String anchor) {
        open("text", "x", x, "y", y, "class", css, "text-anchor", anchor);
        out.append('>').append(escaped(words)).append("</text>");
        return this;
    }

    String end() {
        return out.append("</svg>").toString();
    }

    private void open(String name, Object... attributes) {
        out.append('<').append(name);
        for (int i = 0; i + 1 < attributes.length; i += 2) {
            Object value = attributes[i + 1];
            String text = value instanceof Double number ? number(number) : value.toString();
            out.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escaped(text))
                    .append('"');
        }
    }

    /** {@code 12.3}, {@code 7}; what is no number is 0, so that a hostile amount spoils no picture. */
    static String number(double number) {
        if (!Double.isFinite(number)) {
            return "0";
        }
        String text = String.format(Locale.ROOT, "%.1f", number);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** Safe between tags and in quotes; characters that XML knows not are left out. */
    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> {
                    boolean known = c >= 0x20 && c != 0xFFFE && c != 0xFFFF && (c < 0xD800 || c > 0xDFFF);
                    if (known || c == '\t' || c == '\n') {
                        safe.appendCodePoint(c);
                    }
                }
            }
        });
        return safe.toString();
    }

    /** The text cut to so many characters, with an ellipsis. */
    static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
