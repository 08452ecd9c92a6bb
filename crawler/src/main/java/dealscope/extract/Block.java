package dealscope.extract;

import java.util.List;

/**
 * A run of text between two borders of the page.
 *
 * @param text one line, white space collapsed
 * @param role of the element that holds it
 * @param owner index of that element in the tree
 * @param weight letters, see {@link PageTree}
 * @param linked the part of {@code weight} inside links
 * @param cells of a row of a table of data, empty for any other block
 */
record Block(String text, Role role, int owner, int weight, int linked, List<String> cells) {
    /** A block that is no row of a table. */
    Block(String text, Role role, int owner, int weight, int linked) {
        this(text, role, owner, weight, linked, List.of());
    }

    boolean isHeading() {
        return role == Role.HEADING;
    }
}
