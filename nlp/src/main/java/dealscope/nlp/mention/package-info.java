/**
 * Finds mentions in a sentence, one class per kind: companies, money, hardware, power, dates, terms, percents.
 *
 * <p>Every finder works on {@link dealscope.nlp.text.Lexeme}s in one pass, without recursion, so time grows with the
 * length of the sentence. A new kind of mention is one class here and one folder of cases in the tests.
 */
@NullMarked
package dealscope.nlp.mention;

import org.jspecify.annotations.NullMarked;
