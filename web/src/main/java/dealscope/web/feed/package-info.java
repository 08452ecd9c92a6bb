/** How feeds are doing, judged once for page, API and command line. */
@NullMarked
package dealscope.web.feed;

import org.jspecify.annotations.NullMarked;
