package dealscope.web.site;

/**
 * How far the program is with its work.
 *
 * @param running whether a refresh is under way
 * @param feedsDone of {@code feeds} in this refresh
 * @param pagesLeft article pages still to fetch
 * @param articlesLeft articles still to be read for deals
 */
public record Progress(boolean running, int feedsDone, int feeds, int pagesLeft, int articlesLeft) {
    public static final Progress IDLE = new Progress(false, 0, 0, 0, 0);

    /** One line for people: "Reading 3 of 12 feeds, 40 pages to fetch". */
    public String words() {
        if (!running) {
            return "Up to date";
        }
        StringBuilder words = new StringBuilder("Reading feeds: " + feedsDone + " of " + feeds);
        if (pagesLeft > 0) {
            words.append(", ")
                    .append(pagesLeft)
                    .append(pagesLeft == 1 ? " page" : " pages")
                    .append(" to fetch");
        }
        if (articlesLeft > 0) {
            words.append(", ").append(articlesLeft).append(articlesLeft == 1 ? " article" : " articles");
            words.append(" to analyze");
        }
        return words.toString();
    }
}
