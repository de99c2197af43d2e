package kontor.ledger.account;

/** Whose account an entry changes. */
public sealed interface Party permits CommunityAccount, LockedAccount {}
