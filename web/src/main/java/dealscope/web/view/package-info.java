/** How values are written for people: amounts, dates, names, links. */
@NullMarked
package dealscope.web.view;

import org.jspecify.annotations.NullMarked;
