package kontor.ledger.deposit;

import java.util.List;
import kontor.ledger.account.Journal;
import kontor.ledger.account.LockedAccounts;
import kontor.ledger.member.KnownMembers;
import kontor.platform.web.Replies;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Books deposits: all of a batch or none (L-15, L-16). */
@Service
class Depositing {

    private final Journal journal;
    private final Replies replies;
    private final KnownMembers members;
    private final Deposits deposits;
    private final DepositTerms terms;

    Depositing(Journal journal, Replies replies, KnownMembers members, Deposits deposits, DepositTerms terms) {
        this.journal = journal;
        this.replies = replies;
        this.members = members;
        this.deposits = deposits;
        this.terms = terms;
    }

    /** What one booking made; a single deposit has no batch id. */
    record DepositBatch(@Nullable Long batchId, List<DepositView> deposits) {}

    @Transactional
    public DepositBatch deposit(MakeDeposit command) {
        LockedAccounts accounts = journal.lock(command.members());

        // Look only once the locks are held: a twin of this request has by now finished, or waits behind us.
        return replies.once(command.request(), DepositBatch.class, () -> {
            members.requireActive(command.members(), command::pointerTo);
            return make(command, accounts);
        });
    }

    private DepositBatch make(MakeDeposit command, LockedAccounts accounts) {
        DepositTerms.Terms settled = terms.settle(command);
        List<Deposit> made = command.members().stream()
                .map(member -> deposits.save(new Deposit(member, settled)))
                .toList();
        journal.post(made.stream()
                .filter(Deposit::isBooked)
                .map(deposit -> deposit.posting(accounts.of(deposit.memberId()), settled.at()))
                .toList());
        return new DepositBatch(
                settled.batchId(), made.stream().map(Deposit::view).toList());
    }
}
