package dealscope.source;

import dealscope.source.Candidate.Origin;

/**
 * An address that may be a feed's, still to be read.
 *
 * @param url absolute
 * @param label how the page calls it, empty when it does not
 */
record Lead(String url, Origin origin, String label) {}
