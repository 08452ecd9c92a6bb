/** Charts: records in, SVG out; no script and no library. Colours and fonts are the style sheet's. */
@NullMarked
package dealscope.web.chart;

import org.jspecify.annotations.NullMarked;
