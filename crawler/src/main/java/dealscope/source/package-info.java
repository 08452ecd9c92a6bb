/**
 * Where feeds come from and what else their publishers offer: {@link dealscope.source.Discovery} finds the feeds of a
 * site, {@code Backfill} reads older entries from sitemaps and archive pages, {@link
 * dealscope.source.Opml} carries lists of feeds in and out, {@link dealscope.source.WebSub} lets hubs tell us of news.
 */
@NullMarked
package dealscope.source;

import org.jspecify.annotations.NullMarked;
