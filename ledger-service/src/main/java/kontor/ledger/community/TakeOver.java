package kontor.ledger.community;

import java.time.Instant;
import kontor.ledger.account.LockedAccounts;

/**
 * What the facts of one request share.
 *
 * @param source the word for the shop they come from
 * @param accounts of all members whose credit they change, locked
 * @param bookedAt time of the booking; the facts have times of their own
 */
public record TakeOver(String source, LockedAccounts accounts, Instant bookedAt) {}
