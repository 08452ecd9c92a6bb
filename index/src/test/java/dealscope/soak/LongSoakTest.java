package dealscope.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** 200 feeds on 40 hosts, 60 rounds, a fault in every tenth answer: {@code mvn -Psoak}. Takes some minutes. */
@Tag("soak")
class LongSoakTest {
    private static final Logger LOG = LoggerFactory.getLogger(LongSoakTest.class);
    private static final int ROUNDS = 60;
    private static final int WARM = 10;
    private static final long SLACK = 8L << 20;

    @TempDir
    Path folder;

    @Test
    void twoHundredFeedsOverSixtyRounds() throws SQLException, InterruptedException {
        try (Soak soak = new Soak(200, 40, 20260302, folder.resolve("soak.db"))) {
            long warm = 0;
            for (int round = 0; round < ROUNDS; round++) {
                soak.round(round, ROUNDS);
                warm = round == WARM ? Soak.heap() : warm;
            }
            long last = Soak.heap();
            soak.recover();
            LOG.info(
                    "{} requests, {} articles, faults {}, heap {} KB after round {}, {} KB after round {}",
                    soak.manners().requests(),
                    soak.articles(),
                    soak.faults(),
                    warm >> 10,
                    WARM,
                    last >> 10,
                    ROUNDS);
            assertEquals(List.of(), soak.manners().violations());
            assertEquals(List.of(), soak.differences());
            assertEquals(EnumSet.allOf(Press.Fault.class), soak.faults().keySet());
            assertTrue(last < warm + SLACK, (last - warm) / 1024 + " KB more than after round " + WARM);
        }
    }
}
