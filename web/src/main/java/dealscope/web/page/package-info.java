/** The pages of the site, one class each. */
@NullMarked
package dealscope.web.page;

import org.jspecify.annotations.NullMarked;
