/** Where it is kept: feeds, articles, analyses and deals in SQLite or PostgreSQL. The truth. */
@NullMarked
package dealscope.store;

import org.jspecify.annotations.NullMarked;
