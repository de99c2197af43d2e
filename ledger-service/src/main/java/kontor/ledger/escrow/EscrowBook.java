package kontor.ledger.escrow;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import kontor.ledger.account.StoredAccounts;
import kontor.ledger.escrow.MarketFact.PaymentRequested;
import kontor.platform.store.Audit;
import kontor.platform.store.SqlValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens, locks and keeps what is known of the money of purchases, each transaction those of all its purchases. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class EscrowBook {

    private static final String OPEN = """
            insert into escrow (purchase_id, buyer_id, seller_id, total_minor)
            select * from unnest(cast(? as bigint[]), cast(? as uuid[]), cast(? as uuid[]), cast(? as bigint[]))
            on conflict on constraint escrow_once do nothing
            """;

    private final JdbcClient jdbc;
    private final Escrows escrows;
    private final StoredAccounts accounts;
    private final Audit audit;

    EscrowBook(JdbcClient jdbc, Escrows escrows, StoredAccounts accounts, Audit audit) {
        this.jdbc = jdbc;
        this.escrows = escrows;
        this.accounts = accounts;
        this.audit = audit;
    }

    /**
     * Locks what there is of all these purchases, in id order.
     *
     * @param asking purchases of which there has to be something, and an account
     */
    public void lockAll(Collection<Long> purchaseIds, List<PaymentRequested> asking) {
        if (!asking.isEmpty()) {
            insert(asking.stream().map(Escrow::new).toList());
        }
        if (!purchaseIds.isEmpty()) {
            escrows.lockAll(purchaseIds);
        }
    }

    /** Those that are new, and their accounts. */
    private void insert(List<Escrow> opened) {
        jdbc.sql(OPEN)
                .params(
                        SqlValues.texts(opened, Escrow::purchaseId),
                        SqlValues.texts(opened, Escrow::buyerId),
                        SqlValues.texts(opened, Escrow::sellerId),
                        SqlValues.texts(opened, Escrow::totalMinor))
                .update();
        accounts.openEscrows(opened.stream().map(Escrow::purchaseId).toList());
    }

    /** Locked until the transaction ends; empty if nobody has asked for its payment yet. */
    public Optional<Escrow> find(long purchaseId) {
        return escrows.findById(purchaseId);
    }

    /** Locked until the transaction ends; a new one with its account if there is none. */
    public Escrow open(PaymentRequested request) {
        return find(request.purchaseId()).orElseGet(() -> {
            lockAll(List.of(), List.of(request));
            return find(request.purchaseId()).orElseThrow();
        });
    }

    /** Stores it and has told what it announces. */
    public void save(Escrow escrow) {
        escrows.save(escrow);
    }

    /** Writes down that its money was moved now, and not only told of again (G-45). */
    public void note(Escrow escrow, String action) {
        audit.record(action, "escrow", escrow.purchaseId());
    }
}
