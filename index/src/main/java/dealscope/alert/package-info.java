/** Saved queries, what they tell people, and the telling of it: records that travel. */
@NullMarked
package dealscope.alert;

import org.jspecify.annotations.NullMarked;
