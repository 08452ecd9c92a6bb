/** What we read: the records that travel through the house, from feed to article. */
@NullMarked
package dealscope.article;

import org.jspecify.annotations.NullMarked;
