package dealscope.soak;

/**
 * A story of the generated press: small, so that thousands of them weigh nothing.
 *
 * @param feed that published it first
 * @param number within that feed
 * @param hour of publication since the beginning
 * @param edition counts its edits
 */
record Story(int feed, int number, int hour, int edition) {
    private static final String MORE = " The operator had said as much in its last report, and a neighbour of the site"
            + " confirmed it on Monday. Work on the roof goes on through the winter, whatever the transformers cost.";

    Story edited() {
        return new Story(feed, number, hour, edition + 1);
    }

    /** Whether the rules for crawlers forbid its page. */
    boolean isPrivate() {
        return number % 10 == 9;
    }

    String path() {
        return (isPrivate() ? "/private/" : "/story/") + feed + "/" + number;
    }

    String guid() {
        return "story-" + feed + "-" + number;
    }

    String title() {
        return "Story " + number + " of feed " + feed;
    }

    String summary() {
        return "Hall " + number + " of site " + feed + " was filled, it was said in edition " + edition + ".";
    }

    String page() {
        return "<!DOCTYPE html><html lang='en'><head><title>" + title() + "</title></head><body><article><h1>" + title()
                + "</h1><p>" + summary() + MORE + "</p><p>Nobody said who pays for number " + number + "." + MORE
                + "</p></article></body></html>";
    }
}
