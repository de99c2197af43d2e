/** What is paid for purchases of the market until it is released or given back, and what is adjusted (L-32). */
@NullMarked
package kontor.ledger.escrow;

import org.jspecify.annotations.NullMarked;
