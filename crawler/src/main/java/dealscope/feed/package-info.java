/**
 * Bytes to {@link dealscope.article.Feed}. Start at {@link dealscope.feed.FeedReader}; it takes the steps one after the
 * other, each a class of its own:
 *
 * <ol>
 *   <li>{@code ByteDecoder}: bytes to text, whatever the encoding, with {@code Encodings} and {@code EncodingGuess}.
 *   <li>{@code XmlMender}: text to text that jsoup's XML parser reads right: no control characters, no DOCTYPE (its own
 *       entities resolved within bounds, external ones never), stray {@code &} and {@code <} escaped.
 *   <li>{@code FeedTree}: text to elements with the customary names ({@code dc:creator}) under whatever prefix, by
 *       {@code Namespaces}; what fell into a field without an end tag is put back by {@code ForgottenEnds}.
 *   <li>{@code RssReader}, {@code AtomReader}, {@code CdfReader}, {@code JsonFeedReader}: one for each family of formats.
 *   <li>{@code EntryDraft}: what all of them hand over to; fallbacks, dates, links and limits are the same for all.
 *   <li>{@code GoogleNews}: what is peculiar to that aggregator.
 * </ol>
 *
 * Values on the way: {@code TextConstruct} (plain or HTML, RFC 4287's word), {@code SafeHtml} (with
 * {@code WellFormedHtml}, its short way for what needs no mending), {@code FeedDate}, {@code Links}.
 *
 * <h2>Why ROME does not read here</h2>
 *
 * ROME 2.1.0 over a mended tree would still give dates that nobody wrote (year 22013, 99 June, 25:14 as the next day),
 * has no notion of {@code xml:base}, loses a title's markup and an item's {@code dc:title}, and throws on near-empty
 * feeds: each of its values would have to be checked against, and often replaced by, one read from the tree beside it.
 * Two readers of one document are no clear shape, so there is one. ROME serves as the second opinion where it is right: a
 * test holds our answers against {@code SyndFeedInput}'s over well-formed feeds.
 *
 * <p>A test case is a file: see {@code src/test/resources/feeds/README.md}.
 */
@NullMarked
package dealscope.feed;

import org.jspecify.annotations.NullMarked;
