/** What we find: mentions, claims, reports and deals as plain records. */
@NullMarked
package dealscope.deal;

import org.jspecify.annotations.NullMarked;
