/** Communities as shop-db2 keeps them, written by tests: a small one with a bit of everything, and large ones. */
@NullMarked
package kontor.importer.community;

import org.jspecify.annotations.NullMarked;
