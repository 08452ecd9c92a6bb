/**
 * What Dealscope knows beforehand: companies, hardware, publishers, units and rates, read from files under
 * {@code src/main/resources/dealscope/fact}. To teach it something, add a line there; no Java is needed.
 */
@NullMarked
package dealscope.fact;

import org.jspecify.annotations.NullMarked;
