/** Asks of each changed deal which alerts want to know. */
@NullMarked
package dealscope.watch;

import org.jspecify.annotations.NullMarked;
