/** The JSON API and the exports. */
@NullMarked
package dealscope.web.api;

import org.jspecify.annotations.NullMarked;
