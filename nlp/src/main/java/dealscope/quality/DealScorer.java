package dealscope.quality;

import dealscope.quality.DealMatch.Given;
import dealscope.quality.DealMatch.Pair;
import dealscope.quality.DealMatch.True;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Holds deals against one gold article, strictly and loosely, and values and statuses of those that match strictly. */
final class DealScorer {
    private static final String ANNOUNCED = "announced";

    private final GoldArticle gold;
    private final List<True> wanted;
    private final List<Given> given;
    private final Scores.Sheet sheet;

    DealScorer(GoldArticle gold, Found found, CompanyIndex index, Scores.Sheet sheet) {
        this.gold = gold;
        this.sheet = sheet;
        this.wanted = gold.deals().stream()
                .map(deal -> new True(deal, index.keys(deal.payer()), index.keys(deal.payee())))
                .toList();
        this.given = found.deals().stream()
                .map(deal -> new Given(deal, index.keys(deal.payer()), index.keys(deal.payee())))
                .toList();
    }

    void score() {
        List<Pair> strict = new DealMatch(wanted, given, false).pairs();
        tally(strict, Kind.MAIN_DEALS, Kind.ALL_DEALS);
        tally(new DealMatch(wanted, given, true).pairs(), Kind.MAIN_DEALS_LOOSE, Kind.ALL_DEALS_LOOSE);
        for (Pair pair : strict) {
            True deal = wanted.get(pair.gold());
            if (!deal.deal().optional()) {
                value(deal, given.get(pair.found()));
                status(deal, given.get(pair.found()));
            }
        }
        if (gold.negative()) {
            sheet.count(Rate.FALSE_ALARMS, !given.isEmpty());
        }
        misses(strict);
    }

    private void tally(List<Pair> pairs, Kind main, Kind all) {
        int wrong = given.size() - pairs.size();
        int right = 0;
        int rightMain = 0;
        for (Pair pair : pairs) {
            GoldArticle.TrueDeal deal = gold.deals().get(pair.gold());
            right += deal.optional() ? 0 : 1;
            rightMain += deal.optional() || !deal.main() ? 0 : 1;
        }
        int asked = (int) gold.deals().stream().filter(deal -> !deal.optional()).count();
        int askedMain = (int) gold.deals().stream()
                .filter(deal -> !deal.optional() && deal.main())
                .count();
        sheet.add(all, right, wrong, asked - right);
        sheet.add(main, rightMain, wrong, askedMain - rightMain);
    }

    private void value(True deal, Given match) {
        if (deal.deal().valuesUsd().isEmpty()) {
            sheet.count(Rate.SPURIOUS_VALUES, match.deal().valueUsd() != null);
            return;
        }
        boolean right = DealMatch.hasValue(deal, match);
        sheet.count(Rate.VALUES, right);
        if (deal.deal().main()) {
            sheet.count(Rate.MAIN_VALUES, right);
        }
        if (!right) {
            sheet.miss(
                    gold,
                    "deal VALUE",
                    parties(deal) + ": " + match.deal().valueUsd() + ", not "
                            + deal.deal().valuesUsd());
        }
    }

    private void status(True deal, Given match) {
        List<String> statuses = deal.deal().statuses();
        boolean right = statuses.contains(match.deal().status());
        sheet.count(Rate.STATUS, right);
        if (!statuses.contains(ANNOUNCED)) {
            sheet.count(Rate.STATUS_NOT_ANNOUNCED, right);
        }
        if (!right) {
            sheet.miss(gold, "deal STATUS", parties(deal) + ": " + match.deal().status() + ", not " + statuses);
        }
    }

    private static String parties(True deal) {
        return deal.deal().payer() + " -> " + deal.deal().payee();
    }

    private void misses(List<Pair> pairs) {
        Set<Integer> matched = new HashSet<>();
        Set<Integer> used = new HashSet<>();
        for (Pair pair : pairs) {
            matched.add(pair.gold());
            used.add(pair.found());
        }
        for (int i = 0; i < wanted.size(); i++) {
            GoldArticle.TrueDeal deal = gold.deals().get(i);
            if (!matched.contains(i) && !deal.optional()) {
                sheet.miss(
                        gold,
                        deal.main() ? "deal MISS main" : "deal MISS",
                        deal.types().getFirst() + " " + parties(wanted.get(i)) + " " + deal.valuesUsd() + " "
                                + deal.statuses().getFirst());
            }
        }
        for (int i = 0; i < given.size(); i++) {
            if (!used.contains(i)) {
                Found.Deal deal = given.get(i).deal();
                sheet.miss(
                        gold,
                        "deal FALSE",
                        deal.type() + " " + deal.payer() + " -> " + deal.payee() + " " + deal.valueUsd() + " "
                                + deal.status());
            }
        }
    }
}
