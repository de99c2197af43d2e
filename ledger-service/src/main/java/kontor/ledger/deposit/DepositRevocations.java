package kontor.ledger.deposit;

import org.springframework.data.repository.Repository;

/** The history of switched deposits; append-only. */
interface DepositRevocations extends Repository<DepositRevocation, Long> {

    DepositRevocation save(DepositRevocation revocation);
}
