/** Cartons and envelopes that sellers may propose. */
@NullMarked
package kontor.catalog.packaging;

import org.jspecify.annotations.NullMarked;
