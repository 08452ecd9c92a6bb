/**
 * Finds names: those of the fact files, those that the trained name finder sees, and those that a text introduces
 * itself. The name finder is trained on text written for it, {@code src/main/train/names}; see {@link
 * dealscope.nlp.name.NameTrainer}.
 */
@NullMarked
package dealscope.nlp.name;

import org.jspecify.annotations.NullMarked;
