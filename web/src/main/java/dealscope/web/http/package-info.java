/** How an answer leaves: headers, compression, entity tags, forms, problems. */
@NullMarked
package dealscope.web.http;

import org.jspecify.annotations.NullMarked;
