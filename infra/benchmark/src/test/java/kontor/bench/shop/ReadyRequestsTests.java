package kontor.bench.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadyRequestsTests {

    private static final List<String> BODIES = List.of(body(11), body(12));
    private static final List<String> TOKENS = List.of("a", "b", "c", "d", "e");

    private final ReadyRequests requests = new ReadyRequests(
            URI.create("http://localhost:8083"),
            new ReadyRequests.Wish("POST /api/v1/shelf-purchases", List.of("Prefer: wait=10"), caller -> BODIES),
            2,
            "x1");

    @BeforeEach
    void start() {
        requests.use(TOKENS);
        requests.startRun();
    }

    @Test
    void isAWholeRequest() {
        assertThat(request(0, 42)).isEqualTo("""
            POST /api/v1/shelf-purchases HTTP/1.1
            Host: localhost:8083
            Authorization: Bearer a
            Content-Type: application/json
            Accept: application/json
            Prefer: wait=10
            Idempotency-Key: bench-x1-000100000042
            X-Correlation-Id: bench-000100000042
            Content-Length: 39

            {"lines":[{"productId":11,"amount":1}]}\
            """.replace("\n", "\r\n"));
        assertThat(requests.numberOf(42)).isEqualTo(100_000_042);
    }

    @Test
    void givesEachConnectionMembersOfItsOwn() {
        assertThat(membersOf(0)).containsExactlyInAnyOrder("a", "c", "e");
        assertThat(membersOf(1)).containsExactlyInAnyOrder("b", "d");
    }

    @Test
    void buysEverythingForEverybody() {
        Set<String> seen = new HashSet<>();
        IntStream.range(0, 60)
                .mapToObj(turn -> request(0, turn))
                .forEach(request -> seen.add(member(request) + product(request)));

        assertThat(seen).containsExactlyInAnyOrder("a11", "c11", "e11", "a12", "c12", "e12");
    }

    @Test
    void sendsForEachCallerWhatIsHis() {
        ReadyRequests ownOnes = new ReadyRequests(
                URI.create("http://localhost:8083"),
                new ReadyRequests.Wish(
                        "POST /api/v1/orders", List.of(), caller -> List.of("{\"site\":" + caller + "}")),
                2,
                "x2");
        ownOnes.use(TOKENS);

        for (int turn = 0; turn < 6; turn++) {
            ByteBuffer out = ByteBuffer.allocate(4096);
            ownOnes.put(1, turn, out);
            String request = new String(out.array(), 0, out.position(), StandardCharsets.US_ASCII);
            assertThat(request).endsWith("{\"site\":" + TOKENS.indexOf(member(request)) + "}");
        }
    }

    @Test
    void followsUpForTheSameCallerAtTheCreatedPlace() {
        ReadyRequests paidOnes = new ReadyRequests(
                URI.create("http://localhost:8080"),
                new ReadyRequests.Wish(
                        "POST /api/v1/market-purchases",
                        List.of("Prefer: wait=5"),
                        caller -> BODIES,
                        Optional.of(new ReadyRequests.FollowUp("/payment", "{}"))),
                2,
                "x3");
        paidOnes.use(TOKENS);
        ByteBuffer first = ByteBuffer.allocate(4096);
        paidOnes.put(1, 42, first);
        ByteBuffer next = ByteBuffer.allocate(4096);

        paidOnes.putNext(1, 42, URI.create("/api/v1/market-purchases/7"), next);

        assertThat(text(next)).isEqualTo("""
            POST /api/v1/market-purchases/7/payment HTTP/1.1
            Host: localhost:8080
            Authorization: Bearer %s
            Content-Type: application/json
            Accept: application/json
            Prefer: wait=5
            Idempotency-Key: bench-x3-000000000042
            X-Correlation-Id: bench-000000000042
            Content-Length: 2

            {}\
            """.formatted(member(text(first))).replace("\n", "\r\n"));
        assertThat(paidOnes.wantedStatuses()).containsExactly(201, 200);
        assertThat(requests.wantedStatuses()).containsExactly(201);
    }

    private static String text(ByteBuffer out) {
        return StandardCharsets.US_ASCII.decode(out.duplicate().flip()).toString();
    }

    @Test
    void startsEachRunWithNumbersThatWereNotUsedBefore() {
        long before = requests.numberOf(99_999_999);

        requests.startRun();

        assertThat(requests.numberOf(0)).isGreaterThan(before);
    }

    @Test
    void wantsAMemberForEachConnection() {
        assertThatIllegalArgumentException().isThrownBy(() -> requests.use(List.of("a")));
    }

    private Set<String> membersOf(int connection) {
        Set<String> members = new HashSet<>();
        IntStream.range(0, 30).forEach(turn -> members.add(member(request(connection, turn))));
        return members;
    }

    private static String member(String request) {
        return request.replaceAll("(?s).*Bearer (\\w).*", "$1");
    }

    private static String product(String request) {
        return request.replaceAll("(?s).*productId\":(\\d+).*", "$1");
    }

    private String request(int connection, long sequence) {
        ByteBuffer out = ByteBuffer.allocate(4096);
        requests.put(connection, sequence, out);
        return new String(out.array(), 0, out.position(), StandardCharsets.US_ASCII);
    }

    private static String body(long product) {
        return "{\"lines\":[{\"productId\":%d,\"amount\":1}]}".formatted(product);
    }
}
