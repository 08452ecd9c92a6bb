package dealscope.story;

/** Web addresses inside a text: what follows the question mark tells where a reader came from, not what is told. */
final class Addresses {
    private Addresses() {}

    static String withoutQuery(String text) {
        if (!text.contains("://")) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        for (String word : text.split(" ", -1)) {
            int query = word.contains("://") ? word.indexOf('?') : -1;
            kept.append(kept.isEmpty() ? "" : " ").append(query < 0 ? word : word.substring(0, query));
        }
        return kept.toString();
    }
}
