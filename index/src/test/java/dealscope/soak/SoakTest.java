package dealscope.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The soak in small; {@link LongSoakTest} is the whole. */
@Timeout(300)
class SoakTest {
    @TempDir
    Path folder;

    @Test
    void amongFaultsNothingIsLostOrDoubledAndTheServerHasNothingToComplainOf() throws SQLException {
        try (Soak soak = new Soak(20, 4, 42, folder.resolve("soak.db"))) {
            for (int round = 0; round < 12; round++) {
                soak.round(round, 12);
            }
            soak.recover();
            assertEquals(List.of(), soak.manners().violations());
            assertEquals(List.of(), soak.differences());
            assertTrue(soak.articles() > 100, soak.articles() + " articles");
            assertTrue(soak.faults().size() > 5, soak.faults().toString());
        }
    }
}
