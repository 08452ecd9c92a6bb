package dealscope.nlp;

import dealscope.deal.Analysis;
import dealscope.deal.Company;
import dealscope.deal.Mention;
import dealscope.deal.MentionKind;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What an article itself calls a company: the usual name where the article has it, else the fullest name it gives, so
 * that a company that an article knows under a former name answers under that name. Descriptions ("the Facebook
 * parent") are no names. From any thread.
 */
final class NamesInText {
    private static final Pattern DESCRIBING_WORD = Pattern.compile("(?:^|\\s)\\p{Ll}{4,}(?:\\s|$)");

    private final List<Mention> mentions;

    NamesInText(Analysis analysis) {
        this.mentions = analysis.mentions().stream()
                .filter(m -> m.kind() == MentionKind.COMPANY)
                .toList();
    }

    String of(Company company) {
        List<String> names = mentions.stream()
                .filter(m -> company.id().equals(m.entity()))
                .map(Mention::text)
                .filter(text -> !DESCRIBING_WORD.matcher(text).find())
                .toList();
        boolean usual = names.stream().anyMatch(text -> startsWithWord(text, company.name()));
        return usual
                ? company.name()
                : names.stream().max(Comparator.comparingInt(String::length)).orElse(company.name());
    }

    private static boolean startsWithWord(String text, String word) {
        return text.regionMatches(true, 0, word, 0, word.length())
                && (text.length() == word.length() || !Character.isLetterOrDigit(text.charAt(word.length())));
    }
}
