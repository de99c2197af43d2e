package kontor.bench.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PurchasesTests {

    private static final List<Good> GOODS = List.of(good(11), good(12));
    private static final List<String> TOKENS = List.of("a", "b", "c", "d", "e");

    private final Purchases purchases = new Purchases(URI.create("http://localhost:8083"), GOODS, 2, "x1");

    @BeforeEach
    void start() {
        purchases.use(TOKENS);
        purchases.startRun();
    }

    @Test
    void isAWholeRequest() {
        assertThat(request(0, 42)).isEqualTo("""
            POST /api/v1/shelf-purchases HTTP/1.1
            Host: localhost:8083
            Authorization: Bearer a
            Content-Type: application/json
            Accept: application/json
            Idempotency-Key: bench-x1-000100000042
            X-Correlation-Id: bench-000100000042
            Content-Length: 39

            {"lines":[{"productId":11,"amount":1}]}\
            """.replace("\n", "\r\n"));
        assertThat(purchases.numberOf(42)).isEqualTo(100_000_042);
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
    void startsEachRunWithNumbersThatWereNotUsedBefore() {
        long before = purchases.numberOf(99_999_999);

        purchases.startRun();

        assertThat(purchases.numberOf(0)).isGreaterThan(before);
    }

    @Test
    void wantsAMemberForEachConnection() {
        assertThatIllegalArgumentException().isThrownBy(() -> purchases.use(List.of("a")));
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
        purchases.put(connection, sequence, out);
        return new String(out.array(), 0, out.position(), StandardCharsets.US_ASCII);
    }

    private static Good good(long id) {
        return new Good(id, 1, 100, BigDecimal.ZERO, 100);
    }
}
