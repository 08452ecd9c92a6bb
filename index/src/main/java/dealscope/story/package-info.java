/**
 * Which articles are one text: copies, edited and cut copies are gathered under their origin, so that a story counts
 * once however many carry it. Pure: nothing here knows the store or a clock.
 *
 * <ol>
 *   <li>{@code StoryText}: what is compared of an article, without its boilerplate.
 *   <li>{@code StoryKeys}: articles that share none of these are not compared at all.
 *   <li>{@code SameText}: whether two are one text; every number of the rule is there.
 *   <li>{@code StoryGroups}: who belongs to whom, and which is the origin.
 * </ol>
 */
@NullMarked
package dealscope.story;

import org.jspecify.annotations.NullMarked;
