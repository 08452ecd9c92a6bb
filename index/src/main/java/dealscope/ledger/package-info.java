/** What we believe: reports of many articles become deals. */
@NullMarked
package dealscope.ledger;

import org.jspecify.annotations.NullMarked;
