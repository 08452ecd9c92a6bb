package dealscope.nlp.name;

import dealscope.deal.Company;
import dealscope.fact.WordList;
import dealscope.nlp.text.Lexeme;
import dealscope.nlp.text.Lexer;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names and ids of companies that no list holds. */
public final class Entities {
    private final Set<String> suffixes = WordList.load("legal-suffixes.txt");
    private final Set<String> heads = WordList.load("company-heads.txt");

    /** "Halden Compute, Inc." and "Halden Compute" are one company: halden-compute. */
    public Company company(String written) {
        String name = withoutSuffix(tidy(written));
        return new Company(slug(name), name);
    }

    /** "U.S. Department of Energy" and "Department of Energy" are one. */
    static String withoutCountry(String agency) {
        return agency.replaceFirst("^(?:U\\.S\\.|US|UK|U\\.K\\.) ", "");
    }

    private static String tidy(String written) {
        String spaced = written.replaceAll("\\s++", " ").strip();
        return spaced.startsWith("The ") && spaced.length() > 6 ? spaced.substring(4) : spaced;
    }

    /** Cuts off legal forms, but never the only word; "Group" and "Holdings" stay in the name that is shown. */
    String withoutSuffix(String name) {
        List<Lexeme> lexemes = Lexer.lex(name);
        int end = lexemes.size();
        int keep = end;
        while (end > 1) {
            Lexeme last = lexemes.get(end - 1);
            boolean sign = last.kind() == Lexeme.Kind.SIGN && !last.is(")");
            boolean dotted = last.letters() && last.text().length() == 1 && isDotted(lexemes, end - 1);
            if (!sign && !dotted && !isLegalForm(last)) {
                break;
            }
            end--;
            if (!sign) {
                keep = end;
            }
        }
        while (keep > 1 && lexemes.get(keep - 1).is(",")) {
            keep--;
        }
        if (keep > 0 && lexemes.get(keep - 1).is("&")) {
            return name;
        }
        return name.substring(
                0, lexemes.isEmpty() ? name.length() : lexemes.get(keep - 1).end());
    }

    /** The N or V of "N.V.". */
    private static boolean isDotted(List<Lexeme> lexemes, int at) {
        boolean before =
                at > 1 && lexemes.get(at - 1).is(".") && !lexemes.get(at).spaced();
        boolean after = at + 1 < lexemes.size() && lexemes.get(at + 1).is(".") && at > 0;
        return (before || after) && lexemes.get(at).capital();
    }

    private boolean isLegalForm(Lexeme lexeme) {
        return suffixes.contains(lexeme.folded()) && lexeme.capital() && !isKept(lexeme);
    }

    private static boolean isKept(Lexeme lexeme) {
        return lexeme.is("group") || lexeme.is("holdings") || lexeme.is("holding") || lexeme.is("company");
    }

    boolean isCompanyHead(Lexeme lexeme) {
        return heads.contains(lexeme.folded());
    }

    boolean isLegalForm(String folded) {
        return suffixes.contains(folded);
    }

    /**
     * Lower case, ASCII, words joined by hyphens. Letters of other scripts become their code, so that a name with
     * look-alike letters never gets the id of another.
     */
    static String slug(String name) {
        StringBuilder slug = new StringBuilder();
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        plain.codePoints().forEach(c -> {
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                slug.appendCodePoint(c);
            } else if (c == '&') {
                slug.append("-and-");
            } else if (Character.isLetterOrDigit(c)) {
                slug.append('u').append(Integer.toHexString(c));
            } else if (Character.getType(c) != Character.NON_SPACING_MARK && c != '\'' && c != '\u2019') {
                slug.append('-');
            }
        });
        String joined = slug.toString().replaceAll("-++", "-").replaceAll("^-|-$", "");
        return joined.isEmpty() ? "unnamed" : joined;
    }
}
