package dealscope.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import dealscope.nlp.Analyzer;
import dealscope.quality.QualityMeter.Reading;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class QualityMeterTest {
    private static final QualityReport EMPTY = new QualityReport(Instant.EPOCH, 1, List.of(), List.of());

    @Test
    void itIsMeasuredOnceInTheBackgroundAndKept() {
        CountDownLatch asked = new CountDownLatch(1);
        AtomicInteger measured = new AtomicInteger();
        QualityMeter meter = new QualityMeter(() -> {
            try {
                asked.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            measured.incrementAndGet();
            return EMPTY;
        });
        assertInstanceOf(Reading.UnderWay.class, meter.reading());
        asked.countDown();
        Reading.Done done = assertInstanceOf(Reading.Done.class, end(meter));
        assertSame(EMPTY, done.report());
        assertSame(done, meter.reading());
        assertEquals(1, measured.get());
    }

    @Test
    void whatCannotBeMeasuredSaysWhy() {
        QualityMeter meter = new QualityMeter(() -> {
            throw new BadGold("no gold");
        });
        assertEquals(new Reading.Failed("no gold"), end(meter));
    }

    @Test
    void theReportHasBothHalvesWithFloorsAndTheModels() {
        QualityReport report = QualityReport.measure(Analyzer.load(), Instant.EPOCH);
        assertEquals(
                List.of("held-out", "development"),
                report.halves().stream().map(QualityReport.Half::name).toList());
        for (QualityReport.Half half : report.halves()) {
            assertEquals(List.of(), half.scores().misses());
            assertFalse(half.floors().isEmpty());
        }
        assertEquals(5, report.models().size());
        assertEquals(64, report.models().getFirst().sha256().length());
    }

    private static Reading end(QualityMeter meter) {
        while (meter.reading() instanceof Reading.UnderWay) {
            Thread.onSpinWait();
        }
        return meter.reading();
    }
}
