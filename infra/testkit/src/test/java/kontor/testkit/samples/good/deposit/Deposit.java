package kontor.testkit.samples.good.deposit;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

@Entity
class Deposit {

    @Id
    private Instant at = Instant.EPOCH;

    private long amountMinor;

    protected Deposit() {}

    Deposit(Instant at, long amountMinor) {
        this.at = at;
        this.amountMinor = amountMinor;
    }

    long amountMinor() {
        return at.isAfter(Instant.EPOCH) ? amountMinor : 0;
    }
}
