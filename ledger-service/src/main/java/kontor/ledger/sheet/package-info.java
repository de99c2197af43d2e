/** The sheet of paper on which a stocktaking is counted. */
@NullMarked
package kontor.ledger.sheet;

import org.jspecify.annotations.NullMarked;
