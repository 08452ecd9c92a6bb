package dealscope.web;

import dealscope.alert.Alert;
import dealscope.deal.Deal;
import dealscope.store.Store;
import dealscope.web.alert.AlertDesk;
import dealscope.web.alert.AlertWish;
import dealscope.web.alert.BadAlert;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** One address of every page, by name. */
final class Pages {
    private Pages() {}

    static Map<String, String> of(TestSite site) {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("home", "/");
        pages.put("deals", "/deals");
        pages.put("search", "/deals?q=gb200+type%3Acompute");
        pages.put("articles", "/deals?q=capacity&tab=articles");
        pages.put("nothing", "/deals?q=zzzz+type%3Aenergy");
        pages.put("deal", "/deals/" + disputed(site.store).id());
        pages.put("companies", "/companies");
        pages.put("company", "/companies/microsoft");
        pages.put("article", "/articles/anthropic-rents-colossus#at-" + placeOfValue(site.store));
        pages.put("partial", "/articles/colossus-talks");
        pages.put("edited", "/articles/oracle-openai");
        pages.put("edited-deal", "/deals/" + site.store.dealsOf("oracle").get(0).id());
        pages.put("copied", "/articles/colossus-copy");
        pages.put("hostile", "/articles/hostile");
        pages.put("former-deal", "/deals/" + disputed(site.store).id() + "?asOf=2026-05-10");
        pages.put("former-deals", "/deals?asOf=2026-05-10");
        pages.put("totals", "/totals");
        pages.put("totals-by-quarter", "/totals?by=quarter&asOf=2026-05-10");
        pages.put("charts", "/charts");
        pages.put("hardware", "/hardware");
        pages.put("one-hardware", "/hardware/nvidia-gb200");
        pages.put("sources", "/sources");
        pages.put("one-source", "/sources/sample-wire");
        pages.put("loops", "/loops");
        pages.put("corrections", "/corrections");
        pages.put("alerts", "/alerts?q=payer%3Aopenai+value%3A%3E%3D1bn");
        pages.put("columns", "/deals?columns=value,site,hardware,term,confidence&sort=payee&reversed=true");
        pages.put("beside", "/deals?show=" + disputed(site.store).id());
        pages.put("mine", "/mine");
        pages.put("feeds", "/feeds?removed=sample-hub");
        pages.put("feed", "/feeds/sample-filings?asked=sample-filings");
        pages.put("add-feed", "/feeds/add");
        pages.put("about", "/about");
        pages.put("quality", "/quality");
        pages.put("bad-query", "/deals?q=gb200+value%3A%3E%3Dmuch+type%3Acompute");
        pages.put("missing", "/deals/no-such-deal");
        return pages;
    }

    /** An alert whose test failed; its id. */
    static String alert(TestSite site) {
        try {
            AlertDesk desk = site.actions.alerts();
            String webhook = "http://127.0.0.1:" + site.server.port() + "/no-receiver";
            Alert alert = desk.create(
                            new AlertWish("Who pays SpaceX", "company:spacex", false, webhook, "ada@example.com"))
                    .alert();
            desk.test(alert);
            return alert.id();
        } catch (BadAlert | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where the first claim of a value stands in its article. */
    static int placeOfValue(Store store) {
        return disputed(store).claims().stream()
                .filter(claim -> claim.articleId().equals("anthropic-rents-colossus") && claim.money() != null)
                .findFirst()
                .orElseThrow()
                .start();
    }

    /** The deal whose sources disagree on its value. */
    static Deal disputed(Store store) {
        return store.dealsOf("spacex").get(0);
    }
}
