package dealscope.nlp.claim;

import java.util.List;

/**
 * Lines that go on about a deal without telling it again: "the site gives it 220,000 processors". They name a party of one
 * main contract alone, besides makers of chips, and give its hardware; all else stays with the lines that tell the deal.
 */
final class Following {
    private static final String CHIP_MAKER = "chips";

    private Following() {}

    static void bind(List<Line> lines, List<Draft> drafts) {
        List<Draft> contracts = drafts.stream()
                .filter(draft -> draft.main() && Draft.CONTRACTS.contains(draft.type()))
                .toList();
        for (Line line : lines) {
            boolean told = drafts.stream().anyMatch(draft -> draft.lines.contains(line));
            if (!told && !line.inTitle()) {
                List<Draft> spoken =
                        contracts.stream().filter(draft -> isAbout(line, draft)).toList();
                if (spoken.size() == 1) {
                    spoken.getFirst().following.add(line);
                }
            }
        }
    }

    private static boolean isAbout(Line line, Draft draft) {
        List<Party> others = Party.without(line.parties(), draft.parties());
        return Party.overlap(line.parties(), draft.parties())
                && others.stream().allMatch(party -> CHIP_MAKER.equals(party.industry()));
    }
}
