/** What every page and endpoint is made from: the store, the index, and what the program does on request. */
@NullMarked
package dealscope.web.site;

import org.jspecify.annotations.NullMarked;
