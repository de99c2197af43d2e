package kontor.ledger.account;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Accounts that store their balance; the locking query is the first read of a row in its transaction. */
interface Accounts extends Repository<Account, Long> {

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query(
            "select a from Account a where a.kind = kontor.ledger.account.AccountKind.MEMBER and a.owner in :owners order by a.id")
    List<Account> lockMembers(Collection<String> owners);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("""
            select a from Account a
            where a.kind = kontor.ledger.account.AccountKind.MEMBER and a.owner in :members
                or a.kind = kontor.ledger.account.AccountKind.ESCROW and a.owner in :purchases
            order by a.id
            """)
    List<Account> lockAll(Collection<String> members, Collection<String> purchases);
}
