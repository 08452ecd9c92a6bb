package dealscope.crawler;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** The text of a feed's HTML: a line for each paragraph, no blank lines. */
final class HtmlText {
    private static final Set<String> SILENT = Set.of("script", "style", "noscript", "template", "figcaption", "iframe");

    private HtmlText() {}

    static String of(String html, int maxLength) {
        var text = new Collector(maxLength);
        NodeTraversor.traverse(text, Jsoup.parseBodyFragment(html).body());
        return text.finish();
    }

    private static final class Collector implements NodeVisitor {
        private final int maxLength;
        private final StringBuilder out = new StringBuilder();
        private int silent;
        private boolean lineDue;
        private boolean spaceDue;

        Collector(int maxLength) {
            this.maxLength = maxLength;
        }

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
                append(text.getWholeText());
            } else if (node instanceof Element element) {
                silent += SILENT.contains(element.normalName()) ? 1 : 0;
                lineDue |= breaksLine(element);
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                silent -= SILENT.contains(element.normalName()) ? 1 : 0;
                lineDue |= breaksLine(element);
            }
        }

        private static boolean breaksLine(Element element) {
            String name = element.normalName();
            return (element.isBlock() && !SILENT.contains(name)) || name.equals("br");
        }

        private void append(String text) {
            if (silent > 0) {
                return;
            }
            for (int i = 0; i < text.length() && out.length() < maxLength; i++) {
                char c = text.charAt(i);
                if (Character.isWhitespace(c) || c == '\u00a0') {
                    spaceDue = true;
                } else if (!Character.isISOControl(c)) {
                    separate();
                    out.append(c);
                }
            }
        }

        private void separate() {
            if (!out.isEmpty() && lineDue) {
                out.append('\n');
            } else if (!out.isEmpty() && spaceDue) {
                out.append(' ');
            }
            lineDue = false;
            spaceDue = false;
        }

        String finish() {
            int end = out.length();
            return out.substring(0, end > 0 && Character.isHighSurrogate(out.charAt(end - 1)) ? end - 1 : end);
        }
    }
}
