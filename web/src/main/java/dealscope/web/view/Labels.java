package dealscope.web.view;

import dealscope.deal.Cited;
import dealscope.deal.Claim;
import dealscope.deal.Company;
import dealscope.deal.Deal;
import dealscope.deal.DealType;
import dealscope.deal.Field;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The words for types, fields and parties. */
public final class Labels {
    private Labels() {}

    public static String type(DealType type) {
        return switch (type) {
            case COMPUTE -> "Compute";
            case CHIPS -> "Chips";
            case DATACENTER -> "Data centre";
            case ENERGY -> "Energy";
            case INVESTMENT -> "Investment";
            case ACQUISITION -> "Acquisition";
            case DEBT -> "Debt";
            case PARTNERSHIP -> "Partnership";
        };
    }

    public static String field(Field field) {
        return switch (field) {
            case TYPE -> "Type";
            case PAYER -> "Payer";
            case PAYEE -> "Payee";
            case VALUE -> "Value";
            case POWER_MW -> "Power";
            case HARDWARE -> "Hardware";
            case TERM -> "Term";
            case SITE -> "Site";
            case EQUITY_STAKE_PCT -> "Stake";
            case STATUS -> "Status";
            case ANNOUNCED -> "Announced";
        };
    }

    /** The field in the middle of a sentence: "date disputed". */
    public static String disputed(Field field) {
        return field == Field.ANNOUNCED ? "date" : field(field).toLowerCase(Locale.ROOT);
    }

    /** Who is cited for a claim: "filing", "people familiar", "The Sample Journal". */
    public static String cited(Claim claim) {
        String name = claim.citedName();
        if (claim.cited() == Cited.NOBODY) {
            return "";
        }
        if (name != null && !name.isBlank()) {
            return "citing " + name;
        }
        return switch (claim.cited()) {
            case FILING -> "citing a filing";
            case COMPANY -> "citing a party";
            case OUTLET -> "citing another outlet";
            case PEOPLE -> "citing unnamed people";
            case NOBODY -> "";
        };
    }

    /** {@code Anthropic → SpaceX}. */
    public static String parties(Deal deal) {
        return parties(deal.type(), deal.payer(), deal.payee());
    }

    public static String parties(DealType type, List<Company> payer, List<Company> payee) {
        if (type == DealType.PARTNERSHIP) {
            List<Company> all = java.util.stream.Stream.concat(payer.stream(), payee.stream())
                    .toList();
            return all.isEmpty() ? "unnamed" : all.stream().map(Company::name).collect(Collectors.joining(" ↔ "));
        }
        return names(payer) + " → " + names(payee);
    }

    private static String names(List<Company> companies) {
        return companies.isEmpty()
                ? "unnamed"
                : companies.stream().map(Company::name).collect(Collectors.joining(", "));
    }

    public static String plural(long count, String one) {
        return Amounts.count(count) + " "
                + (count == 1 ? one : one.endsWith("y") ? one.substring(0, one.length() - 1) + "ies" : one + "s");
    }
}
