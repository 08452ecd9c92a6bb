/**
 * What analysts correct. A correction is data of its own: it says who decided what and when, is never changed and never
 * thrown away, and is replayed whenever deals are made anew. Undoing one is a correction too.
 *
 * <p>A correction finds its deal by the evidence that the deal rested on ({@code Anchor}): the article, the parties, the
 * amount, the sentences. Ids of deals and places in an article may change when articles are read again; these do not.
 */
@NullMarked
package dealscope.ledger.correction;

import org.jspecify.annotations.NullMarked;
