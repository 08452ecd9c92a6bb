/** Alerts as people and programs get them: their words, and the ways by which they are delivered. */
@NullMarked
package dealscope.web.alert;

import org.jspecify.annotations.NullMarked;
