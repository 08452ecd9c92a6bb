/**
 * How good the reading is: articles with their truth, and how what was found is counted against it.
 *
 * <p>Start from {@link dealscope.quality.Gold} and {@link dealscope.quality.Evaluation}. What counts as right is written
 * in the gold's {@code README.md}.
 */
@NullMarked
package dealscope.quality;

import org.jspecify.annotations.NullMarked;
