package kontor.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kontor.catalog.Shop.Answer;
import kontor.catalog.upload.Drawing;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.Tokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Every operation of the OpenAPI document, for every kind of caller, on an own, a foreign and an absent object. */
@KontorTest(service = "catalog", kafka = KontorTest.Kafka.SHARED)
class AuthorisationIT {

    private static final List<String> PRINCIPALS = List.of(
            "anonymous",
            "stranger client",
            "unknown",
            "registered",
            "inactive",
            "member",
            "customer",
            "support-1",
            "support-2",
            "chief",
            "demoted admin",
            "kiosk",
            "admin");

    private static final byte[] PICTURE = Drawing.png(8, 8);

    private final Members members;
    private final Shop shop;
    private final Shop neighbour;

    AuthorisationIT(Members members, RestTestClient http) {
        this.members = members;
        shop = new Shop(http, members);
        neighbour = new Shop(http, members);
    }

    private record Row(String operation, String principal, String own, String foreign, String absent) {

        static Row of(String line) {
            String[] cells = line.split(";", -1);
            return new Row(cells[0], cells[1], cells[2], cells[3], cells[4]);
        }
    }

    /** A token, or none. */
    private record Principal(@Nullable String bearer) {}

    @Test
    void namesEveryOperationForEveryPrincipal() throws IOException {
        Map<String, List<String>> named = rows().collect(
                        Collectors.groupingBy(Row::operation, Collectors.mapping(Row::principal, Collectors.toList())));

        assertThat(shop.operations()).isNotEmpty();
        assertThat(named.keySet()).containsExactlyInAnyOrderElementsOf(shop.operations());
        assertThat(named.values()).allSatisfy(who -> assertThat(who).containsExactlyInAnyOrderElementsOf(PRINCIPALS));
    }

    /** Goods belong to nobody: own is what the admin himself has made, foreign what another one has. */
    @TestFactory
    Stream<DynamicTest> answersAsTheTableSays() throws IOException {
        Map<String, Principal> principals =
                PRINCIPALS.stream().collect(Collectors.toMap(name -> name, this::principal));
        Thing own = Thing.made(shop);
        Thing foreign = Thing.made(neighbour);
        return rows().flatMap(row -> Stream.of("own", "foreign", "absent")
                .map(whose -> DynamicTest.dynamicTest(
                        "%s by %s on %s".formatted(row.operation(), row.principal(), whose),
                        () -> check(row, whose, principals.get(row.principal()), own, foreign))));
    }

    private void check(Row row, String whose, @Nullable Principal principal, Thing own, Thing foreign) {
        String expected = switch (whose) {
            case "own" -> row.own();
            case "foreign" -> row.foreign();
            default -> row.absent();
        };
        if (expected.equals("-") || principal == null) {
            assertThat(expected).isEqualTo("-");
            return;
        }
        // What will be deleted is made for it; everything else may be met again.
        boolean goes = row.operation().startsWith("DELETE") && expected.startsWith("2");
        Thing thing = switch (whose) {
            case "own" -> goes ? Thing.made(shop) : own;
            case "foreign" -> goes ? Thing.made(neighbour) : foreign;
            default -> Thing.ABSENT;
        };

        Answer answer = call(row.operation(), principal.bearer(), thing, whose);

        String given = answer.status() < 300 ? "" + answer.status() : answer.status() + " " + answer.code();
        assertThat(given).isEqualTo(expected);
    }

    private Answer call(String operation, @Nullable String bearer, Thing thing, String whose) {
        String[] parts = operation.split(" ", 2);
        if (operation.equals("POST /api/v1/uploads")) {
            return shop.upload(bearer, whose.equals("own") ? "MEMBER" : "PRODUCT", PICTURE);
        }
        HttpMethod method = HttpMethod.valueOf(parts[0]);
        String path = thing.at(parts[1]);
        Object body = method.equals(HttpMethod.POST) || method.equals(HttpMethod.PATCH) ? body(parts, thing) : null;
        String etag = method.equals(HttpMethod.PATCH) && !thing.equals(Thing.ABSENT)
                ? shop.get(path, shop.admin()).etag()
                : "\"1\"";
        return shop.send(method, path, bearer, body, headers -> {
            headers.set("If-Match", etag);
            headers.set("Idempotency-Key", UUID.randomUUID().toString());
        });
    }

    private static Map<String, Object> body(String[] operation, Thing thing) {
        if (operation[0].equals("PATCH")) {
            return Map.of("name", Shop.named("P"));
        }
        return switch (operation[1].replace("/api/v1/", "")) {
            case "products" -> Map.of("name", Shop.named("P"), "priceMinor", 5, "categoryId", thing.category());
            case "products/{productId}/prices" ->
                Map.of("priceMinor", UUID.randomUUID().getLeastSignificantBits() % 99_999);
            case "products/{productId}/stock-corrections" -> Map.of("delta", 1, "reason", "found");
            case "products/bulk/price-change" -> Map.of("categoryId", thing.category(), "percent", 1);
            case "products/bulk/move" -> Map.of("priceMinor", 9_999_999_999L, "categoryName", Shop.named("C"));
            case "products/bulk/slow-movers" -> Map.of();
            case "tags" -> Map.of("name", Shop.named("T"));
            case "categories" -> Map.of("name", Shop.named("C"), "parentId", thing.category());
            case "vat-rates" -> Map.of("percentage", Shop.percentage());
            case "packagings" ->
                Map.of("name", Shop.named("C"), "lengthMm", 1, "widthMm", 1, "heightMm", 1, "weightG", 0);
            default -> throw new IllegalArgumentException(operation[1]);
        };
    }

    private Principal principal(String name) {
        Member member = switch (name) {
            case "unknown" -> members.unknown();
            case "registered" -> members.unverified();
            case "inactive" -> members.inactive();
            case "customer" -> members.change(members.verified().with("customerId", 7));
            case "support-1" -> members.support(1);
            case "support-2" -> members.support(2);
            case "chief" -> members.support(3);
            case "admin" -> shop.admin();
            case "demoted admin" -> members.change(members.admin().admin(false));
            default -> members.verified();
        };
        return switch (name) {
            case "anonymous" -> new Principal(null);
            case "stranger client" ->
                new Principal(Tokens.of(Objects.requireNonNull(member.subject()))
                        .client("partner")
                        .bearer());
            case "kiosk" ->
                new Principal(Tokens.kiosk()
                        .claim("preferred_username", "service-account-kontor-kiosk")
                        .bearer());
            default -> new Principal(member.bearer());
        };
    }

    private static Stream<Row> rows() throws IOException {
        return new ClassPathResource("authorisation.csv")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(Row::of);
    }
}
