/** Takes over the history of a community shop: its facts, posted in their order, all of a request or none. */
@NullMarked
package kontor.ledger.importing;

import org.jspecify.annotations.NullMarked;
