package dealscope.quality;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A trained model that the reading uses.
 *
 * @param purpose for people: "names"
 * @param file its name on the class path
 * @param sha256 of its bytes, hexadecimal
 */
public record ModelFile(String purpose, String file, String sha256) {
    /** All that are shipped. */
    public static List<ModelFile> shipped() {
        return List.of(
                of("sentences", "/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin"),
                of("tokens", "/opennlp-en-ud-ewt-tokens-1.3-2.5.4.bin"),
                of("parts of speech", "/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin"),
                of("names", "/dealscope/nlp/names.bin"),
                of("deals between two companies", "/dealscope/nlp/pairs.bin"));
    }

    private static ModelFile of(String purpose, String resource) {
        try (InputStream in = ModelFile.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("model " + resource + " is not on the class path");
            }
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
            String file = resource.substring(resource.lastIndexOf('/') + 1);
            return new ModelFile(purpose, file, HexFormat.of().formatHex(digest));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
