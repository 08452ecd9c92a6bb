package dealscope.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ResolveStageTest {
    @Test
    void aLineHasTheFieldsOfTheStageAndMainDealsComeFirst() throws IOException {
        ResolveCase given =
                ResolveCase.read(Path.of("src/test/resources/resolve/five-sources-two-name-the-price.json"));
        ObjectMapper mapper = new ObjectMapper();
        StringBuilder lines = new StringBuilder();
        for (ResolveStage.Line line : new ResolveStage(given.resolver()).lines(given.coverage())) {
            lines.append(mapper.writeValueAsString(line)).append('\n');
        }
        assertEquals("""
                {"id":"anthropic-spacex-compute-2026-05","type":"compute","payer":["Anthropic"],"payee":["SpaceX"],\
                "value_usd":45000000000,"status":"announced","articles":["s2","s0","s1","s3","s4"],"mentioned_in":[],\
                "independent":5,\
                "conflicts":["value"]}
                {"id":"amazon-anthropic-investment","type":"investment","payer":["Amazon","Amazon Web Services"],\
                "payee":["Anthropic"],"value_usd":4000000000,"status":"closed","articles":[],\
                "mentioned_in":["s0","s1","s3"],"independent":3,"conflicts":[]}
                {"id":"google-anthropic-investment","type":"investment","payer":["Google"],"payee":["Anthropic"],\
                "value_usd":2000000000,"status":"announced","articles":[],\
                "mentioned_in":["s3"],"independent":1,"conflicts":[]}
                """, lines.toString());
    }
}
