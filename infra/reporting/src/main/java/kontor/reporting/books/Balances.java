package kontor.reporting.books;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kontor.platform.rejection.InvalidField;
import kontor.platform.rejection.UnknownReference;
import kontor.platform.rejection.WrongOrder;
import kontor.reporting.figure.Days;
import kontor.reporting.figure.Question;
import kontor.reporting.figure.Reading;
import kontor.reporting.figure.Report;
import kontor.reporting.figure.Row;
import kontor.reporting.stock.Stocktakings.Counted;
import kontor.reporting.stock.Stocktakings.Stocktaking;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Loss and profit between two stocktakings, {@code start} and {@code end}: the table that ledger-service answers. */
@Component
final class Balances implements Report {

    private static final String START = "start";
    private static final String END = "end";

    private final Subjects subjects;
    private final Days days;

    Balances(Subjects subjects, Days days) {
        this.subjects = subjects;
        this.days = days;
    }

    @Override
    public String name() {
        return "stocktaking-balance";
    }

    @Override
    public Set<String> parameters() {
        return Set.of(START, END);
    }

    @Override
    public List<Row> rows(Reading reading, Question question) {
        Map<String, Stocktaking> all = reading.states(subjects.stocktakings());
        long start = named(question, START);
        long end = named(question, END);
        Counted first = counting(all, start, START);
        Counted last = counting(all, end, END);
        if (order(start, first, end, last) >= 0) {
            throw new WrongOrder();
        }
        return between(first, last, reading).lines().stream()
                .map(Balance.Line::row)
                .toList();
    }

    /** Between the first and the last that count in a range; none with fewer than two (L-29). */
    Optional<Balance> within(Reading reading, Question question) {
        List<Counted> counting = reading.states(subjects.stocktakings()).entrySet().stream()
                .flatMap(entry -> Stream.ofNullable(entry.getValue().newest())
                        .filter(counted -> !counted.revoked() && question.covers(counted.at()))
                        .map(counted -> Map.entry(Long.valueOf(entry.getKey()), counted)))
                .sorted(Comparator.comparing(
                                (Map.Entry<Long, Counted> one) -> one.getValue().at())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getValue)
                .toList();
        return counting.size() < 2
                ? Optional.empty()
                : Optional.of(between(counting.getFirst(), counting.getLast(), reading));
    }

    private Balance between(Counted start, Counted end, Reading reading) {
        return Balance.between(start, end, new Balance.Sources(reading, subjects), days);
    }

    private static int order(long start, Counted first, long end, Counted last) {
        int byTime = first.at().compareTo(last.at());
        return byTime == 0 ? Long.compare(start, end) : byTime;
    }

    private static long named(Question question, String name) {
        return question.number(name).orElseThrow(() -> new InvalidField(name, "must name a stocktaking"));
    }

    /** One that is revoked is none to count from. */
    private static Counted counting(Map<String, Stocktaking> all, long id, String name) {
        @Nullable Stocktaking found = all.get(Long.toString(id));
        @Nullable Counted counted = found == null ? null : found.newest();
        if (counted == null || counted.revoked()) {
            throw new UnknownReference(name);
        }
        return counted;
    }
}
