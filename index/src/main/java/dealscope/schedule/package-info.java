/** When it runs: the recurring refresh, once over all processes that share a store. */
@NullMarked
package dealscope.schedule;

import org.jspecify.annotations.NullMarked;
