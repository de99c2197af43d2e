/**
 * The double-entry core: accounts, what is posted to them, and Journal, the only way to post beside the shelf purchase.
 */
@NullMarked
package kontor.ledger.account;

import org.jspecify.annotations.NullMarked;
