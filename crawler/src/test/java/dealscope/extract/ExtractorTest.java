package dealscope.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

final class ExtractorTest {
    private final Extractor extractor = new Extractor(InstantSource.fixed(Instant.parse("2026-06-01T00:00:00Z")));

    @Test
    void anEmptyPageHoldsNoArticle() {
        assertEquals(
                Extract.Kind.NONE, extractor.extract("https://example.com/", "").kind());
    }
}
