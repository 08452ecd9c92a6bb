/** How we read: the round from a due feed to stored articles, and the port to the store. */
@NullMarked
package dealscope.crawler;

import org.jspecify.annotations.NullMarked;
