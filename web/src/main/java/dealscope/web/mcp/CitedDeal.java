package dealscope.web.mcp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dealscope.deal.Deal;
import dealscope.web.data.DealJson;
import dealscope.web.data.Json;
import java.util.List;
import java.util.function.UnaryOperator;

/** A deal of a list, without its claims and with its first articles only, and the best evidence for it. */
record CitedDeal(ObjectNode deal, List<Citation> citations) {
    private static final int ARTICLES = 5;
    private static final int CITATIONS = 3;

    static CitedDeal of(Deal deal, UnaryOperator<String> articleLink) {
        ObjectNode json = Json.MAPPER.valueToTree(DealJson.of(deal, false));
        keepFirst(articles(json), ARTICLES);
        List<Citation> all = Citation.of(deal, articleLink);
        return new CitedDeal(json, all.subList(0, Math.min(CITATIONS, all.size())));
    }

    static ArrayNode articles(ObjectNode deal) {
        return deal.withObject("sources").withArray("articles");
    }

    /** Returns how many were left out. */
    static int keepFirst(ArrayNode all, int most) {
        int left = Math.max(0, all.size() - most);
        while (all.size() > most) {
            all.remove(all.size() - 1);
        }
        return left;
    }
}
