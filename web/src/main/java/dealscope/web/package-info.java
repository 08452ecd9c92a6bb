/** How people see it: pages, JSON API, feeds. */
@NullMarked
package dealscope.web;

import org.jspecify.annotations.NullMarked;
