package dealscope.store;

import com.fasterxml.jackson.databind.JsonNode;
import dealscope.ledger.correction.BadCorrection;
import dealscope.ledger.correction.Correction;
import dealscope.ledger.correction.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Corrections as NDJSON, one a line, with all that they need to be replayed elsewhere. */
final class CorrectionFile {
    private CorrectionFile() {}

    private record Line(
            @Nullable String id,
            @Nullable Instant at,
            @Nullable String author,
            @Nullable String note,
            @Nullable String kind,
            @Nullable Object decision) {}

    private record Given(
            @Nullable String id,
            @Nullable Instant at,
            @Nullable String author,
            @Nullable String note,
            @Nullable String kind,
            @Nullable JsonNode decision) {}

    static String line(Correction correction) {
        return Json.write(new Line(
                correction.id(),
                correction.at(),
                correction.author(),
                correction.note(),
                correction.decision().kind(),
                correction.decision()));
    }

    /** Blank lines are passed over. */
    static List<Correction> read(List<String> lines) throws BadCorrection {
        List<Correction> corrections = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                corrections.add(read(lines.get(i), i + 1));
            }
        }
        return corrections;
    }

    private static Correction read(String line, int number) throws BadCorrection {
        try {
            Given given = Json.read(line, Given.class);
            if (given == null
                    || given.id() == null
                    || !given.id().matches("c-[0-9a-f]{12}")
                    || given.at() == null
                    || given.author() == null
                    || given.kind() == null
                    || given.decision() == null) {
                throw new BadCorrection("line " + number + " has not all of id, at, author, kind and decision");
            }
            Decision decision =
                    CorrectionTable.decision(given.kind(), given.decision().toString());
            return new Correction(
                    given.id(), given.at(), given.author(), given.note() == null ? "" : given.note(), decision);
        } catch (StoreException | NullPointerException | IllegalArgumentException e) {
            throw new BadCorrection("line " + number + " is no correction: " + e.getMessage());
        }
    }
}
