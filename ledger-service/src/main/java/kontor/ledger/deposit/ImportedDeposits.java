package kontor.ledger.deposit;

import java.util.List;
import kontor.ledger.account.Journal;
import kontor.ledger.community.CommunityFact;
import kontor.ledger.community.TakeOver;
import kontor.platform.rejection.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes over deposits as they were made and switched in another shop (G-40, G-42); the accounts are locked. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ImportedDeposits {

    private final Deposits deposits;
    private final Journal journal;

    ImportedDeposits(Deposits deposits, Journal journal) {
        this.deposits = deposits;
        this.journal = journal;
    }

    /** Returns the id of the deposit. */
    public long book(CommunityFact.Deposited fact, TakeOver over) {
        Deposit deposit = deposits.save(new Deposit(fact, over.source()));
        post(deposit, fact, over);
        return deposit.id();
    }

    /** Returns the id of the history row; {@code already-in-state} if the deposit is what the fact makes of it. */
    public long switchOver(CommunityFact.DepositSwitched fact, long depositId, TakeOver over) {
        Deposit deposit = deposits.findById(depositId).orElseThrow(NotFound::new);
        deposit.switchTo(fact.revoked(), fact.byAdminId(), fact.at());
        deposits.save(deposit);
        long id = deposits.nextSwitchId();
        deposits.noteImported(
                id, depositId, fact.revoked(), fact.byAdminId(), fact.at(), over.source(), fact.externalId());
        post(deposit, fact, over);
        return id;
    }

    private void post(Deposit deposit, CommunityFact fact, TakeOver over) {
        journal.post(List.of(deposit.posting(over.accounts().of(deposit.memberId()), over.bookedAt())
                .dated(fact.at())));
    }
}
