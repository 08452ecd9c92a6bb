/**
 * From a fetched page to the article on it: body text in paragraphs and the fields beside it.
 *
 * <p>Start at {@link dealscope.extract.Extractor}. The way of a page: {@code PageDecoder} (bytes to characters), jsoup,
 * {@code PageTree} (the page as arrays, so that nothing here recurses); for the fields {@code JsonLd}, {@code MetaTags} and
 * a finder each; for the text {@code BodyReader}, which goes through {@code Pruner} (what is never text), {@code BodyFinder}
 * (candidates and the choice between them), {@code Trimmer} (links and captions inside the winner), {@code BlockReader} and
 * {@code BlockFilter} (paragraphs); and {@code KindJudge}. Words that the rules look for are in data files beside the classes;
 * add one there. Cases are folders under {@code src/test/resources/extract}.
 *
 * <p>The stories of a round-up ({@link dealscope.extract.Extract#items}) are told beside the text of the post, which holds them
 * too: whoever reads both counts each deal twice. The crawler reads the text alone.
 */
@NullMarked
package dealscope.extract;

import org.jspecify.annotations.NullMarked;
