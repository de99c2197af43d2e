package kontor.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import kontor.bench.measure.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HttpLoadTests {

    private static final String CREATED = "HTTP/1.1 201 \r\nContent-Length: 2\r\n\r\n{}";
    private static final Duration SHORT = Duration.ofMillis(200);

    @Test
    void sendsNoRequestTwiceAndCountsEachAnswer() throws IOException {
        try (DummyServer server = new DummyServer(line -> CREATED)) {
            Outcome outcome = load(server, 4).run(new Pace.Closed(), SHORT);

            assertThat(outcome.done()).isPositive();
            assertThat(server.lines()).hasSize((int) outcome.done()).doesNotHaveDuplicates();
            assertThat(outcome.latencies().getTotalCount()).isEqualTo(outcome.done());
            assertThat(outcome.errors()).isEmpty();
        }
    }

    @Test
    void keepsItsConnections() throws IOException {
        try (DummyServer server = new DummyServer(line -> CREATED)) {
            load(server, 3).run(new Pace.Closed(), SHORT);

            assertThat(server.connections()).isEqualTo(3);
        }
    }

    @Test
    void neverHasTwoRequestsUnderWayOnOneConnection() throws IOException {
        AtomicInteger underWay = new AtomicInteger();
        List<Integer> seen = Collections.synchronizedList(new ArrayList<>());
        try (DummyServer server = new DummyServer(line -> {
            seen.add(underWay.incrementAndGet());
            LockSupport.parkNanos(1_000_000);
            underWay.decrementAndGet();
            return CREATED;
        })) {
            load(server, 2).run(new Pace.Closed(), SHORT);

            assertThat(seen).isNotEmpty().allMatch(number -> number <= 2);
        }
    }

    @Test
    void countsOtherAnswersAsErrorsByTheirStatus() throws IOException {
        AtomicInteger number = new AtomicInteger();
        try (DummyServer server = new DummyServer(line -> number.getAndIncrement() % 2 == 0
                ? CREATED
                : "HTTP/1.1 429 \r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")) {
            Outcome outcome = load(server, 1).run(new Pace.Open(100), SHORT);

            assertThat(outcome.done()).isEqualTo(10);
            assertThat(outcome.errors()).isEqualTo(Map.of("429", 10L));
            assertThat(outcome.latencies().getTotalCount()).isEqualTo(10);
        }
    }

    @Test
    void opensAnotherConnectionWhereTheServerEndsOne() throws IOException {
        String last = "HTTP/1.1 201 \r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
        try (DummyServer server = new DummyServer(line -> last)) {
            Outcome outcome = load(server, 1).run(new Pace.Open(50), SHORT);

            assertThat(outcome.done()).isEqualTo(10);
            assertThat(outcome.errors()).isEmpty();
            assertThat(server.connections()).isEqualTo(10);
        }
    }

    @Test
    void countsAnswersThatNeverCame() throws IOException {
        try (DummyServer server = new DummyServer(line -> DummyServer.HANG_UP)) {
            Outcome outcome = load(server, 1).run(new Pace.Open(50), SHORT);

            assertThat(outcome.done()).isZero();
            assertThat(outcome.failed()).isEqualTo(10);
        }
    }

    @Test
    void sendsWhatIsDueHoweverSlowTheAnswers() throws IOException {
        try (DummyServer server = new DummyServer(line -> {
            LockSupport.parkNanos(5_000_000);
            return CREATED;
        })) {
            Outcome outcome = load(server, 1).run(new Pace.Open(500), SHORT);

            assertThat(outcome.done()).isEqualTo(100);
        }
    }

    /** With one connection and 5 ms per answer the last of 100 requests, due after 198 ms, waits for 99 others. */
    @Test
    void countsLatencyFromTheMomentARequestWasDue() throws IOException {
        try (DummyServer server = new DummyServer(line -> {
            LockSupport.parkNanos(5_000_000);
            return CREATED;
        })) {
            Outcome outcome = load(server, 1).run(new Pace.Open(500), SHORT);

            assertThat(outcome.latencies().getMaxValue()).isGreaterThan(250_000);
        }
    }

    /** The first ten are sent and answered; ten more count, and the failures of both. */
    @Test
    void countsSuccessesAfterTheLeadInOnly() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        String limited = "HTTP/1.1 429 \r\nContent-Length: 0\r\n\r\n";
        try (DummyServer server = new DummyServer(line -> asked.incrementAndGet() == 3 ? limited : CREATED)) {
            Outcome outcome = load(server, 1).run(new Pace.Open(50, SHORT), SHORT);

            assertThat(asked).hasValue(20);
            assertThat(outcome.done()).isEqualTo(10);
            assertThat(outcome.latencies().getTotalCount()).isEqualTo(10);
            assertThat(outcome.errors()).isEqualTo(Map.of("429", 1L));
        }
    }

    @Test
    void tellsOfEachAnswerWithTheNumberOfItsRequest() throws IOException {
        List<Long> told = new ArrayList<>();
        try (DummyServer server = new DummyServer(line -> CREATED)) {
            new HttpLoad(
                            server.address(),
                            2,
                            List.of(201),
                            HttpLoadTests::put,
                            (sequence, status) -> told.add(sequence))
                    .run(new Pace.Open(50), SHORT);

            assertThat(told).containsExactlyInAnyOrder(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
        }
    }

    @Test
    void takesTheStepsOfAnOperationOneAfterTheOther() throws IOException {
        String paid = "HTTP/1.1 200 \r\nContent-Length: 0\r\n\r\n";
        try (DummyServer server =
                new DummyServer(line -> line.contains("/made") ? paid : madeAt(pathIn(line) + "/made"))) {
            Outcome outcome = new HttpLoad(server.address(), 1, List.of(201, 200), new TwoSteps(), Replies.IGNORED)
                    .run(new Pace.Open(50), SHORT);

            assertThat(outcome.done()).isEqualTo(10);
            assertThat(outcome.errors()).isEmpty();
            assertThat(server.lines().stream().map(HttpLoadTests::pathIn))
                    .startsWith("/0", "/0/made", "/1", "/1/made")
                    .hasSize(20);
        }
    }

    @Test
    void countsAnOperationThatDoesNotComeToItsEndAsOneError() throws IOException {
        String refused = "HTTP/1.1 422 \r\nContent-Length: 0\r\n\r\n";
        try (DummyServer server = new DummyServer(line -> line.contains("/made") ? refused : madeAt("/made"))) {
            Outcome outcome = new HttpLoad(server.address(), 1, List.of(201, 200), new TwoSteps(), Replies.IGNORED)
                    .run(new Pace.Open(50), SHORT);

            assertThat(outcome.done()).isZero();
            assertThat(outcome.errors()).isEqualTo(Map.of("422", 10L));
        }
    }

    private static String madeAt(String path) {
        return "HTTP/1.1 201 \r\nLocation: %s\r\nContent-Length: 0\r\n\r\n".formatted(path);
    }

    private static String pathIn(String line) {
        return line.substring(line.indexOf(' ') + 1, line.lastIndexOf(' '));
    }

    /** Asks for what the first answer says. */
    private static final class TwoSteps implements Requests {

        @Override
        public void put(int connection, long sequence, ByteBuffer out) {
            HttpLoadTests.put(connection, sequence, out);
        }

        @Override
        public void putNext(int connection, long sequence, URI location, ByteBuffer out) {
            out.put("GET %s HTTP/1.1\r\n\r\n".formatted(location).getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static HttpLoad load(DummyServer server, int connections) {
        return new HttpLoad(server.address(), connections, List.of(201), HttpLoadTests::put, Replies.IGNORED);
    }

    private static void put(int connection, long sequence, ByteBuffer out) {
        out.put("GET /%d HTTP/1.1\r\n\r\n".formatted(sequence).getBytes(StandardCharsets.US_ASCII));
    }
}
