/** The sample collection: made-up outlets that tell of real deals, served on a loopback port. */
@NullMarked
package dealscope.sample;

import org.jspecify.annotations.NullMarked;
