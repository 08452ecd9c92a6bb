/** The program: command line, settings, the way of the data. */
@NullMarked
package dealscope.app;

import org.jspecify.annotations.NullMarked;
