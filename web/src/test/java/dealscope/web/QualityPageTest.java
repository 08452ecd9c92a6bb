package dealscope.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dealscope.quality.QualityMeter;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QualityPageTest {
    @TempDir
    Path folder;

    @Test
    void figuresStandBesideTheirFloorsForBothHalves() throws Exception {
        try (TestSite site = TestSite.empty(folder)) {
            Document page = Jsoup.parse(site.get("/quality").body());
            assertEquals(2, page.select(".quality > section").size());
            assertEquals(
                    "Companies 90.0 100.0 94.7 91.5 90 10 0",
                    page.select("#held-out ~ table.scores tbody tr").first().text());
            assertTrue(page.text().contains("Values of deals that state one 75.0 3 of 4 ≥ 70.0"), page.text());
            assertTrue(page.text().contains("Values given to deals that state none 11.1 1 of 9 ≤ 25.0"), page.text());
            assertTrue(page.text().contains("names.bin 0123456789ab"), page.text());
            JsonNode json =
                    new ObjectMapper().readTree(site.get("/quality.json").body());
            assertEquals("done", json.get("state").asText());
            assertEquals(94.74, json.at("/halves/0/kinds/0/f1").asDouble());
            assertEquals(91.5, json.at("/halves/0/kinds/0/floor").asDouble());
            assertTrue(json.at("/halves/0/rates/0/percent").isNull());
        }
    }

    @Test
    void aReaderWaitsOnlyForThePageAndNotForTheMeasuring() throws Exception {
        CountDownLatch gold = new CountDownLatch(1);
        QualityMeter meter = new QualityMeter(() -> {
            try {
                gold.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            throw new IllegalStateException("no <gold>");
        });
        try (TestSite site = TestSite.withQuality(folder, meter)) {
            Document page = Jsoup.parse(site.get("/quality").body());
            assertEquals("load delay:2s", page.select("#quality").attr("hx-trigger"));
            assertTrue(site.get("/quality.json").body().contains("\"state\":\"under_way\""));
            gold.countDown();
            while (meter.reading() instanceof QualityMeter.Reading.UnderWay) {
                Thread.onSpinWait();
            }
            page = Jsoup.parse(site.get("/quality").body());
            assertTrue(page.text().contains("could not be measured: no <gold>"), page.text());
            assertEquals(
                    "no <gold>",
                    new ObjectMapper()
                            .readTree(site.get("/quality.json").body())
                            .get("reason")
                            .asText());
        }
    }
}
