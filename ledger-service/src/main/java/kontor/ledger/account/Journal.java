package kontor.ledger.account;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Locks accounts and posts to them: what is posted sums to 0, once per fact, and is told as {@link TransferPosted}. */
@Component
public class Journal {

    private final Accounts accounts;
    private final CommunityAccounts community;
    private final TransferRows rows;
    private final ApplicationEventPublisher events;

    Journal(Accounts accounts, CommunityAccounts community, TransferRows rows, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.community = community;
        this.rows = rows;
        this.events = events;
    }

    /** Locks the accounts of these members in id order, until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public LockedAccounts lock(Collection<UUID> members) {
        return LockedAccounts.of(
                accounts.lockMembers(members.stream().map(UUID::toString).toList()));
    }

    /** The same, and with them the escrow accounts of these purchases: all in id order. */
    @Transactional(propagation = Propagation.MANDATORY)
    public LockedAccounts lock(Collection<UUID> members, Collection<Long> purchaseIds) {
        return LockedAccounts.of(accounts.lockAll(
                members.stream().map(UUID::toString).toList(),
                purchaseIds.stream().map(Object::toString).toList()));
    }

    /** Posts each once; a posting that was made before is refused by the database (L-2). */
    @Transactional(propagation = Propagation.MANDATORY)
    public void post(List<Posting> postings) {
        List<Transfer> transfers =
                postings.stream().flatMap(posting -> transfer(posting).stream()).toList();
        if (!transfers.isEmpty()) {
            rows.insert(transfers);
            transfers.forEach(transfer -> events.publishEvent(transfer.posted()));
        }
    }

    /**
     * Posts exactly the reverse of what stands under a reference, which was between community accounts; nothing if that
     * was worth nothing.
     *
     * @param reversal kind, reference and times of it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reverse(String businessRef, Posting reversal) {
        Posting whole = reversal.reversing(businessRef);
        for (Posting.Line line : rows.lines(businessRef)) {
            whole = whole.debit(line.party(), line.amount());
        }
        post(List.of(whole));
    }

    /** Empty if nothing of worth moves (L-1). */
    private Optional<Transfer> transfer(Posting posting) {
        List<Entry> entries = posting.lines().stream()
                .map(this::entry)
                .filter(entry -> entry.amountMinor() != 0)
                .toList();
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(new Transfer(rows.transferId(), posting, rows.reversed(posting), entries));
    }

    private Entry entry(Posting.Line line) {
        long id = rows.entryId();
        return switch (line.party()) {
            case LockedAccount locked -> locked.change(id, line.amount(), line.isChecked());
            case CommunityAccount account ->
                new Entry(
                        id,
                        community.idOf(account),
                        account.kind(),
                        account.owner(),
                        line.amount().minor(),
                        null);
        };
    }
}
