/**
 * What we believe: reports of many articles become deals.
 *
 * <p><b>Which reports are of one deal.</b> Reports are compared within the same companies (by ultimate parent), the same
 * direction and types that sources take for one another. Amounts are the best evidence, then time, capacity and stated
 * dates; the limits stand in {@code Thresholds}, the order of the steps in {@code Clustering}. In doubt two deals stay
 * two, and one points at the other as its possible duplicate; such a deal, like a slice of a programme, is left out of
 * totals.
 *
 * <p><b>What a deal shows.</b> Of each field the value of a primary source (filing, company) before that of a report,
 * then the one that more independent articles give, then the one told last ({@code Choice}). Copies have no say,
 * retellings only where nobody tells it as news. When independent articles differ beyond tolerance, the field is listed
 * in the deal's conflicts. Every claim stays with the deal.
 *
 * <p><b>Ids</b> read {@code payer-payee-type-yyyy-mm}, by the month of the first report that names both sides; a second
 * deal of that month gets {@code -2}. A new earlier report can change an id; the store then leads the old one on.
 */
@NullMarked
package dealscope.ledger;

import org.jspecify.annotations.NullMarked;
