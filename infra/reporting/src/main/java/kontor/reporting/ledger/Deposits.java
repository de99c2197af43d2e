package kontor.reporting.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kontor.platform.messaging.Message;
import kontor.reporting.figure.Contribution;
import kontor.reporting.figure.Days;
import kontor.reporting.figure.Figure;
import kontor.reporting.figure.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Deposits and payouts that are booked and not revoked, on the day of the fact; pending ones count nowhere. */
@Component
public final class Deposits implements Subject<Deposits.Deposit> {

    public static final Figure PER_DAY =
            Figure.of("deposits").by("day").measuring("number", "depositsMinor", "payoutsMinor");

    private final Days days;

    public Deposits(Days days) {
        this.days = days;
    }

    /** A deposit as it stands. */
    public record Deposit(@Nullable Booked booked, boolean revoked) {

        public boolean counts() {
            return booked != null && !revoked;
        }
    }

    /** What is used of the event; below zero it is a payout. */
    public record Booked(UUID memberId, long amountMinor, Instant at) {}

    @Override
    public String name() {
        return "deposit";
    }

    @Override
    public Set<String> topics() {
        return Set.of("kontor.ledger.deposit.v1");
    }

    @Override
    public Deposit begin() {
        return new Deposit(null, false);
    }

    @Override
    public Deposit apply(String id, Deposit deposit, Message fact) {
        return switch (fact.type()) {
            case "kontor.ledger.deposit-booked.v1" -> new Deposit(fact.as(Booked.class), false);
            case "kontor.ledger.deposit-revoked.v1" -> new Deposit(deposit.booked(), true);
            case "kontor.ledger.deposit-reapplied.v1" -> new Deposit(deposit.booked(), false);
            default -> deposit;
        };
    }

    @Override
    public List<Contribution> contributions(String id, Deposit deposit) {
        @Nullable Booked booked = deposit.booked();
        if (booked == null || deposit.revoked()) {
            return List.of();
        }
        long amount = booked.amountMinor();
        return List.of(PER_DAY.at(days.day(booked.at())).adds(1, Math.max(0, amount), Math.min(0, amount)));
    }

    @Override
    public List<Figure> figures() {
        return List.of(PER_DAY);
    }
}
