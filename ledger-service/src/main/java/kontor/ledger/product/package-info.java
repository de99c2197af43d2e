/** What the ledger knows of the goods: a copy of the catalog's state topic. */
@NullMarked
package kontor.ledger.product;

import org.jspecify.annotations.NullMarked;
