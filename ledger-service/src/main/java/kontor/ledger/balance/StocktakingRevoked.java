package kontor.ledger.balance;

import kontor.platform.Rejection;

/** A balance is drawn between two stocktakings that count (L-26). */
final class StocktakingRevoked extends Rejection {

    StocktakingRevoked(long id) {
        super(Kind.RULE_BROKEN, "stocktaking-revoked", "Stocktaking %d is revoked.".formatted(id));
    }
}
