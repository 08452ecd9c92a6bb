package dealscope.nlp.claim;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What {@link ValueJudge} looks at in an amount and a draft: what the rules made of them, how far they stand apart, the
 * words around the amount, who else is named in its line. Each feature is a readable word.
 */
final class ValueFeatures {
    private static final int AROUND = 4;
    private static final int FAR = 4;

    private final Stems stems = new Stems();
    private final Map<Line, List<Amount>> amounts;
    private final List<Draft> drafts;
    private final double largest;

    ValueFeatures(Map<Line, List<Amount>> amounts, List<Draft> drafts) {
        this.amounts = amounts;
        this.drafts = drafts;
        largest = amounts.values().stream()
                .flatMap(List::stream)
                .mapToDouble(Amount::worth)
                .max()
                .orElse(0);
    }

    List<String> of(Draft draft, Amount amount) {
        Set<String> features = new LinkedHashSet<>();
        String type = draft.type().label();
        String role = amount.role().toString();
        features.add("role=" + role);
        features.add("role=" + role + " " + type);
        features.add("type=" + type);
        features.add("rate=" + amount.rate());
        features.add("ruled=" + ruled(draft, amount));
        features.add("ruled=" + ruled(draft, amount) + " " + role);
        distance(features, draft, amount);
        words(features, amount, type);
        named(features, draft, amount);
        List<Amount> beside = amounts.getOrDefault(amount.line(), List.of());
        features.add("beside=" + Math.min(3, beside.size()));
        features.add("largest=" + (amount.worth() >= largest));
        boolean most = beside.stream().allMatch(a -> a.worth() <= amount.worth());
        features.add("largest of line=" + most);
        features.add("sides=" + draft.payer().isEmpty() + draft.payee().isEmpty());
        return List.copyOf(features);
    }

    private String ruled(Draft draft, Amount amount) {
        if (same(ValueBinder.best(draft), amount)) {
            return "best";
        }
        if (draft.amounts.stream().anyMatch(a -> same(a, amount))) {
            return draft.amounts.stream().anyMatch(a -> a.near(amount) && same(ValueBinder.best(draft), a))
                    ? "equal"
                    : "bound";
        }
        boolean other = drafts.stream().anyMatch(d -> d.amounts.stream().anyMatch(a -> same(a, amount)));
        return other ? "other" : draft.amounts.isEmpty() ? "free" : "none";
    }

    private static boolean same(@org.jspecify.annotations.Nullable Amount one, Amount other) {
        return one != null && one.line() == other.line() && one.at() == other.at();
    }

    private void distance(Set<String> features, Draft draft, Amount amount) {
        int nearest = Integer.MAX_VALUE;
        double path = Double.MAX_VALUE;
        for (Candidate telling : draft.tellings) {
            int lines = amount.line().number() - telling.line().number();
            if (Math.abs(lines) < Math.abs(nearest)) {
                nearest = lines;
            }
            if (lines == 0) {
                path = Math.min(path, amount.line().path(telling.from(), amount.at()));
            }
        }
        String away = nearest == Integer.MAX_VALUE ? "none" : Integer.toString(Math.clamp(nearest, -2, FAR));
        features.add("away=" + away);
        features.add("title=" + amount.line().inTitle() + " away=" + away);
        if (path < Double.MAX_VALUE) {
            features.add("path=" + Math.min(8, Math.round(path * 2)));
        }
        boolean latest = true;
        boolean nearer = false;
        for (Draft other : drafts) {
            for (Candidate telling : other == draft ? List.<Candidate>of() : other.tellings) {
                int lines = amount.line().number() - telling.line().number();
                nearer |= Math.abs(lines) < Math.abs(nearest);
                latest &= lines < 0 || lines >= nearest;
                if (lines == 0 && path < Double.MAX_VALUE) {
                    nearer |= amount.line().path(telling.from(), amount.at()) < path;
                }
            }
        }
        boolean told = draft.tellings.stream().anyMatch(t -> t.line().inTitle());
        features.add("latest=" + latest + " away=" + away);
        features.add("nearer=" + nearer);
        features.add("titled=" + told + " away=" + away);
    }

    private void words(Set<String> features, Amount amount, String type) {
        Line line = amount.line();
        List<String> before = new ArrayList<>();
        for (int i = amount.at() - 1; i >= Math.max(0, amount.at() - AROUND); i--) {
            before.add(word(line, i));
        }
        List<String> after = new ArrayList<>();
        for (int i = amount.at() + 1; i < Math.min(line.size(), amount.at() + 1 + AROUND); i++) {
            after.add(word(line, i));
        }
        for (int i = 0; i < before.size(); i++) {
            features.add("before=" + before.get(i));
            features.add("before " + i + "=" + before.get(i));
        }
        for (int i = 0; i < after.size(); i++) {
            features.add("after=" + after.get(i));
            features.add("after " + i + "=" + after.get(i));
        }
        if (!after.isEmpty()) {
            features.add("next=" + after.getFirst() + " " + type);
        }
        if (!before.isEmpty()) {
            features.add("last=" + before.getFirst() + " " + type);
        }
        for (int i = 0; i < Math.min(DealFinder.LONGEST_LINE, line.size()); i++) {
            if (line.at(i).pos("VERB", "NOUN") && line.at(i).found() == null && !line.company(i)) {
                features.add("line=" + stems.of(line.word(i)));
            }
        }
    }

    private String word(Line line, int i) {
        Unit unit = line.at(i);
        return unit.company()
                ? "<company>"
                : unit.found() != null ? "<" + unit.found().mention().kind().label() + ">" : stems.of(unit.word());
    }

    private static void named(Set<String> features, Draft draft, Amount amount) {
        List<Party> here = amount.line().parties();
        long own = draft.parties().stream()
                .map(Party::root)
                .distinct()
                .filter(r -> here.stream().anyMatch(h -> h.root().equals(r)))
                .count();
        long strange = Party.without(here, draft.parties()).stream()
                .map(Party::root)
                .distinct()
                .count();
        features.add("own=" + own);
        features.add("strange=" + Math.min(2, strange));
        features.add("own=" + own + " strange=" + Math.min(2, strange));
    }
}
