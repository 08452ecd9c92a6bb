/** How we find it: from an article's text to its mentions and reports. */
@NullMarked
package dealscope.nlp;

import org.jspecify.annotations.NullMarked;
