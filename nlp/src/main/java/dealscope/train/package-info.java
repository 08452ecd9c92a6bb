/** Makes lessons of the training texts and trains the models that find deals; nothing of it runs in the program. */
@NullMarked
package dealscope.train;

import org.jspecify.annotations.NullMarked;
