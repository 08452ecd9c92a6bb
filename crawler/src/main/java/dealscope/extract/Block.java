package dealscope.extract;

/**
 * A run of text between two borders of the page.
 *
 * @param text one line, white space collapsed
 * @param role of the element that holds it
 * @param owner index of that element in the tree
 * @param weight letters, see {@link PageTree}
 * @param linked the part of {@code weight} inside links
 */
record Block(String text, Role role, int owner, int weight, int linked) {
    boolean isHeading() {
        return role == Role.HEADING;
    }
}
