/**
 * Writes Apache Parquet files: flat tables, plain values, gzip pages, row groups of a bounded size.
 *
 * <p>Why by hand: the smallest library that writes Parquet from records, Carpet 0.5.0, brings Hadoop and twenty further
 * jars, 32 MB beside a program of 44 MB, with codecs in native code, to write tables without any nesting but lists. The
 * part of the format that such tables need (<a href="https://parquet.apache.org/docs/file-format/">file format</a>,
 * version 1 pages, Thrift's compact protocol for the footer) is these few hundred lines. Dictionaries, statistics and
 * page indexes are left out: readers do without. A test reads the files back with Carpet, that is with Apache's own
 * reader.
 */
@NullMarked
package dealscope.web.parquet;

import org.jspecify.annotations.NullMarked;
