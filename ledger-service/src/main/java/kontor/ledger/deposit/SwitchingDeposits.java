package kontor.ledger.deposit;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kontor.ledger.account.Journal;
import kontor.ledger.account.LockedAccount;
import kontor.platform.rejection.NotFound;
import kontor.platform.web.Replies;
import kontor.platform.web.RequestKey;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes what became of a deposit: decides on a pending one, revokes and re-applies a booked one (L-15, L-17). */
@Service
class SwitchingDeposits {

    private final Journal journal;
    private final Replies replies;
    private final Deposits deposits;
    private final Clock clock;

    SwitchingDeposits(Journal journal, Replies replies, Deposits deposits, Clock clock) {
        this.journal = journal;
        this.replies = replies;
        this.deposits = deposits;
        this.clock = clock;
    }

    /** An admin revokes a booked deposit or re-applies it. */
    record SwitchDeposit(RequestKey request, UUID adminId, long depositId, boolean revoked) {}

    /** Another admin approves a pending deposit or rejects it. */
    record DecideDeposit(RequestKey request, UUID adminId, long depositId, boolean isApproved) {}

    @Transactional
    public DepositView decide(DecideDeposit command) {
        return change(command.request(), command.depositId(), (deposit, now) -> {
            deposit.decide(command.adminId(), command.isApproved(), now);
        });
    }

    @Transactional
    public DepositView switchOver(SwitchDeposit command) {
        return change(command.request(), command.depositId(), (deposit, now) -> {
            deposit.switchTo(command.revoked(), command.adminId(), now);
            deposits.note(command.depositId(), command.revoked(), command.adminId(), now);
        });
    }

    private interface Change {
        void apply(Deposit deposit, Instant now);
    }

    private DepositView change(RequestKey request, long depositId, Change change) {
        UUID member = deposits.memberOf(depositId).orElseThrow(NotFound::new);
        LockedAccount account = journal.lock(List.of(member)).of(member);

        // The account's lock is the deposit's too, so it is read only now.
        return replies.once(request, DepositView.class, () -> {
            Instant now = clock.instant();
            Deposit deposit = deposits.findById(depositId).orElseThrow(NotFound::new);
            change.apply(deposit, now);
            deposits.save(deposit);
            if (deposit.isBooked()) {
                journal.post(List.of(deposit.posting(account, now)));
            }
            return deposit.view();
        });
    }
}
