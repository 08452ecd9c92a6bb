package dealscope.nlp;

import dealscope.deal.Analysis;
import dealscope.deal.Company;
import dealscope.deal.Mention;
import dealscope.deal.MentionKind;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What an article calls its companies: the name of the list where the article has it, else the fullest form that the
 * article has and that is a part of the same name ("TD Securities" of TD Bank, "Aramco" of Saudi Aramco). A ticker or a
 * description ("Google parent") never stands for the name. For one article.
 */
final class WrittenNames {
    private final Map<String, String> names = new HashMap<>();

    WrittenNames(Analysis analysis) {
        Map<String, Company> companies = new HashMap<>();
        analysis.companies().forEach(company -> companies.put(company.id(), company));
        for (Mention mention : analysis.mentions()) {
            Company company = mention.kind() == MentionKind.COMPANY ? companies.get(mention.entity()) : null;
            if (company != null && isPart(mention.text(), company.name())) {
                names.merge(company.id(), mention.text(), (a, b) -> fuller(company.name(), a, b));
            }
        }
    }

    String of(Company company) {
        String written = names.get(company.id());
        return written == null || written.startsWith(company.name()) ? company.name() : written;
    }

    private static String fuller(String name, String a, String b) {
        if (a.startsWith(name)) {
            return a;
        }
        return b.startsWith(name) || b.length() > a.length() ? b : a;
    }

    /** Whether they share a word that begins with a capital. */
    private static boolean isPart(String written, String name) {
        List<String> own = List.of(name.toLowerCase(Locale.ROOT).split("[ .,-]+"));
        String[] parts = written.split("[ .,-]+");
        boolean lower = false;
        boolean shared = false;
        for (String part : parts) {
            lower |= !part.isEmpty() && Character.isLowerCase(part.charAt(0));
            shared |= own.contains(part.toLowerCase(Locale.ROOT));
        }
        return shared && !lower;
    }
}
