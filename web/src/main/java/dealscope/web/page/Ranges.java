package dealscope.web.page;

import dealscope.web.http.Params;
import dealscope.web.http.RequestProblem;
import dealscope.web.view.QueryTerms;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** Turns the small forms for dates and amounts into terms of the query, so that the address holds one query only. */
final class Ranges {
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,15}+(?:\\.[0-9]{1,6}+)?+(?:k|m|mn|bn|b|tn|t)?+");

    private static final Pattern POWER = Pattern.compile("[0-9]{1,9}+(?:\\.[0-9]{1,6}+)?+(?:kw|mw|gw)?+");

    private Ranges() {}

    /** The query with {@code published:from..to}, {@code value:min..max} and {@code power:minmw..maxmw} in place of those parameters. */
    static String query(Params params) {
        String query = params.text("q");
        query = with(query, "published", date(params, "from"), date(params, "to"));
        query = with(query, "value", amount(params, "min"), amount(params, "max"));
        return with(query, "power", power(params, "minmw"), power(params, "maxmw"));
    }

    private static String with(String query, String field, String from, String to) {
        if (from.isEmpty() && to.isEmpty()) {
            return query;
        }
        QueryTerms terms = QueryTerms.of(query);
        for (String term : terms.filters()) {
            if (term.startsWith(field + ":")) {
                terms = QueryTerms.of(terms.without(term));
            }
        }
        return terms.with(field + ":" + from + ".." + to);
    }

    private static String date(Params params, String name) {
        String value = params.text(name);
        try {
            return value.isEmpty() ? "" : LocalDate.parse(value).toString();
        } catch (DateTimeParseException e) {
            throw RequestProblem.badParameter("\"" + name + "\" must be a date such as 2026-05-20.");
        }
    }

    private static String amount(Params params, String name) {
        String value = params.text(name)
                .toLowerCase(java.util.Locale.ROOT)
                .replace("$", "")
                .replace(" ", "");
        if (value.isEmpty() || AMOUNT.matcher(value).matches()) {
            return value;
        }
        throw RequestProblem.badParameter("\"" + name + "\" must be an amount in dollars such as 500m or 1.5bn.");
    }

    private static String power(Params params, String name) {
        String value = params.text(name).toLowerCase(java.util.Locale.ROOT).replace(" ", "");
        if (value.isEmpty() || POWER.matcher(value).matches()) {
            return value;
        }
        throw RequestProblem.badParameter("\"" + name + "\" must be a power such as 300mw or 1.2gw.");
    }
}
