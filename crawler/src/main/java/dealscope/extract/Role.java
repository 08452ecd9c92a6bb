package dealscope.extract;

import java.util.HashMap;
import java.util.Map;

/** What an element is for the reading of text, by its tag name. */
enum Role {
    TEXT,
    INLINE,
    LINK,
    BREAK,
    BLOCK(
            "div section article main header footer aside nav form fieldset details summary figure center address dl dd dt"
                    + " body html hgroup dialog menu picture video audio label button noscript template amp-accordion"),
    PARAGRAPH("p"),
    HEADING("h1 h2 h3 h4 h5 h6"),
    LIST("ul ol"),
    ITEM("li"),
    TABLE("table tbody thead tfoot"),
    ROW("tr"),
    CELL("td th"),
    QUOTE("blockquote q-block"),
    CODE("pre"),
    CAPTION("figcaption caption"),
    /** Never text of the page: skipped when the tree is built. */
    SILENT("script style template svg math canvas object embed applet iframe frame frameset noframes map select option"
            + " textarea input datalist meter progress audio video source track img link meta title base"
            + " amp-ad amp-analytics amp-iframe amp-img amp-sidebar amp-social-share amp-youtube amp-video");

    private static final Map<String, Role> BY_TAG = new HashMap<>();

    static {
        for (Role role : values()) {
            for (String tag : role.tags.split(" ")) {
                BY_TAG.put(tag, role);
            }
        }
        BY_TAG.put("a", LINK);
        BY_TAG.put("br", BREAK);
        BY_TAG.put("hr", BREAK);
    }

    /** Names divided by blanks. */
    private final String tags;

    Role() {
        this.tags = "";
    }

    Role(String tags) {
        this.tags = tags;
    }

    static Role of(String tag) {
        return BY_TAG.getOrDefault(tag, INLINE);
    }

    /** Whether text before, inside and after it belongs to different blocks. */
    boolean isBlock() {
        return this != TEXT && this != INLINE && this != LINK && this != BREAK;
    }
}
