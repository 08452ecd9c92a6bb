/**
 * From mentions to reports: what one article says of each deal.
 *
 * <p>{@link dealscope.nlp.claim.DealFinder} is the door. The steps, one class each: {@link LineReader} lays out a
 * sentence as words and companies, with names that nobody claimed from {@link NameGuess}; {@link Coreference} says who
 * "the chipmaker" is and {@link KindGuess} what kind of company an unknown one is; {@link CandidateFinder} meets the
 * frames of {@code frames.csv}: the word stands as it should ({@link CueWord}), what it needs is there ({@link Needs}),
 * the parties stand around it ({@link Roles}, {@link Arguments}); {@link Listing} reads lists and tables, which have no
 * such word. {@link TypeJudge} says what is bought and {@link Direction} who pays, {@link Gatherer} brings the tellings
 * of one deal together, and {@link DraftJudge} looks at the whole article and says which of it is a deal; {@link MoneyJudge}
 * says what an amount is, {@link ValueBinder} which words it belongs to, and {@link ValueJudge} whose value it is;
 * {@link DetailBinder} power, hardware, term and stake, {@link StatusJudge} how far it got, {@link MainJudge} what the
 * article is about, {@link ReportWriter} the claims. All words are in data files beside this package's classes;
 * {@link Lexicon} and {@link Words} read them.
 */
@NullMarked
package dealscope.nlp.claim;

import org.jspecify.annotations.NullMarked;
