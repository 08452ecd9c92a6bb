/** Min-wise hashing of texts by Lucene's own filter; a leaf that knows nothing of the index. */
@NullMarked
package dealscope.index.minhash;

import org.jspecify.annotations.NullMarked;
