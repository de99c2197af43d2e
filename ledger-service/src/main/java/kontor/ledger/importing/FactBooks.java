package kontor.ledger.importing;

import kontor.ledger.deposit.ImportedDeposits;
import kontor.ledger.replenishment.ImportedReplenishments;
import kontor.ledger.revocation.ImportedSwitches;
import kontor.ledger.stocktaking.ImportedStocktakings;
import org.springframework.stereotype.Component;

/** Where facts of each kind are booked. */
@Component
record FactBooks(
        ImportedDeposits deposits,
        ImportedPurchases purchases,
        ImportedSwitches switches,
        ImportedReplenishments replenishments,
        ImportedStocktakings stocktakings) {}
