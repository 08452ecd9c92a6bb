package dealscope.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;
import dealscope.deal.Company;
import dealscope.deal.Deal;
import dealscope.deal.Field;
import dealscope.deal.Money;
import dealscope.deal.SourceArticle;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The stage {@code resolve} of the command line: a batch of articles in, one line for each of their deals out.
 *
 * <p>Main deals come first, then those told in passing, each by id.
 */
public final class ResolveStage {
    private final Resolver resolver;

    public ResolveStage(Resolver resolver) {
        this.resolver = resolver;
    }

    public List<Line> lines(Collection<Coverage> coverage) {
        List<Deal> deals = resolver.resolve(coverage);
        return Stream.concat(
                        deals.stream().filter(deal -> !deal.background()),
                        deals.stream().filter(Deal::background))
                .map(Line::of)
                .toList();
    }

    /**
     * One deal, with the names of the fields as they are written.
     *
     * @param payer names of the companies
     * @param articles ids of those that are about the deal, oldest first
     * @param mentionedIn ids of those that tell it in passing, oldest first
     * @param conflicts names of the fields on which sources disagree
     */
    public record Line(
            String id,
            String type,
            List<String> payer,
            List<String> payee,
            @JsonProperty("value_usd") @Nullable BigDecimal valueUsd,
            String status,
            List<String> articles,
            @JsonProperty("mentioned_in") List<String> mentionedIn,
            int independent,
            List<String> conflicts) {
        static Line of(Deal deal) {
            Money value = deal.value();
            return new Line(
                    deal.id(),
                    deal.type().label(),
                    deal.payer().stream().map(Company::name).toList(),
                    deal.payee().stream().map(Company::name).toList(),
                    value == null ? null : value.usd(),
                    deal.status().label(),
                    articles(deal, true),
                    articles(deal, false),
                    deal.independent(),
                    deal.conflicts().stream().map(Field::label).toList());
        }

        private static List<String> articles(Deal deal, boolean main) {
            return deal.sources().stream()
                    .filter(source -> source.main() == main)
                    .map(SourceArticle::articleId)
                    .toList();
        }
    }
}
