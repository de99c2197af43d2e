package kontor.reporting.query;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kontor.platform.MovableClock;
import kontor.reporting.figure.Mismatch;
import kontor.reporting.figure.Question;
import kontor.reporting.figure.Reading;
import kontor.reporting.figure.Report;
import kontor.reporting.figure.Row;
import org.springframework.stereotype.Component;

/** The three-way match (section 11): what has not agreed for a minute, and not only because one side is on its way. */
@Component
final class LastingMismatches implements Report {

    private static final Duration ON_ITS_WAY = Duration.ofSeconds(60);

    private final MovableClock clock;

    LastingMismatches(MovableClock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "three-way-match";
    }

    @Override
    public List<Row> rows(Reading reading, Question question) {
        // Facts are stamped by the real clock when they are sent, whatever day the shop lives in.
        Instant real = clock.instant().minus(clock.offset());
        return reading.sums(Mismatch.FIGURE).stream()
                .filter(sum -> sum.changed().plus(ON_ITS_WAY).isBefore(real))
                .map(sum -> Row.of(sum).with("since", sum.changed()))
                .toList();
    }
}
