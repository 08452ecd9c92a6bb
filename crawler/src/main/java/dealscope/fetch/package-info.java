/**
 * How bytes come from the web: HTTP with a deadline, a size cap and a guard at the socket, one request at a time for each
 * host, robots.txt. {@link dealscope.fetch.HttpWeb} puts the parts together; each can be used alone. No type of the HTTP
 * client leaves this package.
 */
@NullMarked
package dealscope.fetch;

import org.jspecify.annotations.NullMarked;
