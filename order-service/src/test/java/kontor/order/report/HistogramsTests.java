package kontor.order.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class HistogramsTests {

    private static final Instant START = Instant.parse("2026-05-04T10:00:00Z");

    @Test
    void cutsEquallyToTheMicrosecond() {
        Histograms.Span span = new Histograms.Span(START, START.plusSeconds(10));

        assertThat(span.cut(1)).containsExactly(START, START.plusSeconds(10));
        assertThat(span.cut(4))
                .containsExactly(
                        START,
                        START.plusMillis(2_500),
                        START.plusSeconds(5),
                        START.plusMillis(7_500),
                        START.plusSeconds(10));
        assertThat(span.cut(3)).containsSequence(START.plusNanos(3_333_333_000L), START.plusNanos(6_666_666_000L));
    }

    @Test
    void cutsCenturiesIntoManyParts() {
        Histograms.Span span = new Histograms.Span(Instant.parse("0001-01-01T00:00:00Z"), START);

        assertThat(span.cut(1_000)).hasSize(1_001).isSorted().last().isEqualTo(START);
    }
}
