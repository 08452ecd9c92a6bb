package dealscope.ledger.correction;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;

/**
 * A decision with who made it, when, and why.
 *
 * @param id made of all the rest, so that the same correction imported twice is one
 * @param author as they named themselves
 * @param note may be empty
 */
public record Correction(String id, Instant at, String author, String note, Decision decision) {

    /** The correction with the id that belongs to it. */
    public static Correction of(Instant at, String author, String note, Decision decision) {
        String all = String.join("\n", at.toString(), author, note, decision.kind(), decision.toString());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return new Correction("c-" + HexFormat.of().formatHex(hash, 0, 6), at, author, note, decision);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The articles by whose reports it finds its deals. */
    public Set<String> articleIds() {
        Set<String> ids = new TreeSet<>();
        decision.targets().forEach(anchors -> anchors.forEach(anchor -> ids.add(anchor.articleId())));
        return ids;
    }
}
