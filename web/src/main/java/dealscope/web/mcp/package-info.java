/** Deals for assistants: the Model Context Protocol over HTTP. Its tools give what the API gives, with citations. */
@NullMarked
package dealscope.web.mcp;

import org.jspecify.annotations.NullMarked;
