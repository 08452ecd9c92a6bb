/** What is given out, and in which shapes: JSON, NDJSON, CSV, Parquet; what each column means is in {@code dictionary.csv}. */
@NullMarked
package dealscope.web.data;

import org.jspecify.annotations.NullMarked;
