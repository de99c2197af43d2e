package kontor.reporting.ledger;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kontor.platform.messaging.Message;
import kontor.reporting.figure.Contribution;
import kontor.reporting.figure.Days;
import kontor.reporting.figure.Figure;
import kontor.reporting.figure.Mismatch;
import kontor.reporting.figure.Subject;
import org.springframework.stereotype.Component;

/** Every account as the sum of its entries, on the day of booking; an unbalanced transfer is reported. */
@Component
public final class Transfers implements Subject<Transfers.Transfer> {

    public static final Figure BALANCES =
            Figure.of("account-balances").by("account", "owner").measuring("balanceMinor");

    public static final Figure MOVEMENTS =
            Figure.of("account-movements").by("day", "account", "owner").measuring("amountMinor");

    private final Days days;

    public Transfers(Days days) {
        this.days = days;
    }

    /** At most one fact: a transfer is never changed. */
    record Transfer(List<Posted> posted) {}

    @Override
    public String name() {
        return "transfer";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Posted.TOPIC);
    }

    @Override
    public Transfer begin() {
        return new Transfer(List.of());
    }

    @Override
    public Transfer apply(String id, Transfer transfer, Message fact) {
        return switch (fact.type()) {
            case "kontor.ledger.transfer-posted.v1" -> new Transfer(List.of(fact.as(Posted.class)));
            default -> transfer;
        };
    }

    @Override
    public List<Contribution> contributions(String id, Transfer transfer) {
        return transfer.posted().stream()
                .flatMap(posted -> Stream.concat(entries(posted), unbalanced(id, posted)))
                .toList();
    }

    private Stream<Contribution> entries(Posted posted) {
        String day = days.day(posted.bookedAt());
        return posted.entries().stream()
                .flatMap(entry -> Stream.of(
                        BALANCES.at(entry.accountKind(), entry.owner()).adds(entry.amountMinor()),
                        MOVEMENTS.at(day, entry.accountKind(), entry.owner()).adds(entry.amountMinor())));
    }

    private static Stream<Contribution> unbalanced(String id, Posted posted) {
        long sum =
                posted.entries().stream().mapToLong(Posted.Entry::amountMinor).sum();
        return sum == 0 ? Stream.of() : Stream.of(Mismatch.of("zero-sum", id, 0, sum));
    }

    @Override
    public List<Figure> figures() {
        return List.of(BALANCES, MOVEMENTS);
    }
}
