/** What the features of the catalog share: who may change it together, and that a product was touched. */
@NullMarked
package kontor.catalog.core;

import org.jspecify.annotations.NullMarked;
