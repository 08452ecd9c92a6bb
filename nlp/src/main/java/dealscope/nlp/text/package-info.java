/**
 * The text as it has been read, before deals are looked for: sentences with their tokens and mentions.
 *
 * <p>This package holds the records that the steps of {@code dealscope.nlp} hand on to each other, and the OpenNLP
 * steps that make sentences, tokens and parts of speech. No OpenNLP type is public here. Whoever looks for deals starts
 * from a {@link dealscope.nlp.text.ReadText}, which carries all that it needs to know of the article.
 */
@NullMarked
package dealscope.nlp.text;

import org.jspecify.annotations.NullMarked;
