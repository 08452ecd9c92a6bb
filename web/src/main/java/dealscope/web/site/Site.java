package dealscope.web.site;

import dealscope.index.DealIndex;
import dealscope.quality.QualityMeter;
import dealscope.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.UnaryOperator;

/**
 * All that the pages and the API read from and act through.
 *
 * @param quality how good the reading is
 * @param articleLink from the address of an article to where a reader's click should go; samples, which live on no real
 *     host, are served by the program itself
 * @param version of the program
 * @param dataLocation where the data lives, in words: a folder, a database without its password
 */
public record Site(
        Store store,
        DealIndex index,
        Actions actions,
        QualityMeter quality,
        InstantSource clock,
        UnaryOperator<String> articleLink,
        String version,
        String dataLocation,
        Instant started) {}
