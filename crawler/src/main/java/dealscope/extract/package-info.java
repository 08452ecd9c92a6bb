/**
 * From a fetched page to the article on it: body text in paragraphs and the fields beside it.
 *
 * <p>Start at {@link dealscope.extract.Extractor}. The way of a page: {@code PageDecoder} (bytes to characters), jsoup,
 * {@code PageTree} (the page as arrays, so that nothing here recurses), {@code Pruner} (what is never text),
 * {@code BodyFinder} (candidates and the choice among them), {@code Trimmer} (what is not the story inside the winner),
 * {@code BlockReader} and {@code BlockFilter} (paragraphs). Words that the rules look for are in data files beside the
 * classes; add one there.
 */
@NullMarked
package dealscope.extract;

import org.jspecify.annotations.NullMarked;
