package kontor.testkit.samples.good.deposit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class Depositing {

    private static final long MAX = 1_000_000;

    private final Clock clock;
    private final DepositEvents events;

    Depositing(Clock clock, DepositEvents events) {
        this.clock = clock;
        this.events = events;
    }

    @Transactional
    long deposit(long amountMinor) {
        if (amountMinor > MAX || LocalDate.now(clock).getYear() > 9999) {
            throw new MemberNotActive();
        }
        Deposit deposit = new Deposit(Instant.now(clock), amountMinor);
        events.on(new DepositBooked(deposit.amountMinor()));
        return deposit.amountMinor();
    }
}
