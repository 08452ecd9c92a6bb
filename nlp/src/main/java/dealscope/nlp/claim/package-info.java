/**
 * From mentions to reports: what one article says of each deal.
 *
 * <p>{@link dealscope.nlp.claim.DealFinder} is the door. The steps, one class each: {@link LineReader} lays out a
 * sentence as words and companies, {@link Coreference} says who "the chipmaker" is, {@link CandidateFinder} meets the
 * frames of {@code frames.csv} and takes the parties from around the word ({@link Arguments}), {@link TypeJudge} says
 * what is bought and {@link Direction} who pays, {@link Gatherer} brings the tellings of one deal together,
 * {@link ValueBinder} gives each amount to a deal or to none, {@link DetailBinder} power, hardware, term and stake,
 * {@link StatusJudge} how far it got, {@link MainJudge} what the article is about, {@link ReportWriter} the claims. All
 * words are in data files beside this package's classes; {@link Lexicon} reads them.
 */
@NullMarked
package dealscope.nlp.claim;

import org.jspecify.annotations.NullMarked;
