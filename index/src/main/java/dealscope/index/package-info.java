/** How we look it up: the query language and the Lucene index. */
@NullMarked
package dealscope.index;

import org.jspecify.annotations.NullMarked;
