package kontor.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.Tokens;
import kontor.testkit.TopicWriter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Every operation of the OpenAPI document, for every kind of caller, on an own, a foreign and an absent object. */
@KontorTest(service = "ledger", kafka = KontorTest.Kafka.SHARED)
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
            "demoted admin",
            "kiosk",
            "admin");

    private final Members members;
    private final Shop shop;

    AuthorisationIT(Members members, TestDatabase database, TopicWriter writer, RestTestClient http) {
        this.members = members;
        this.shop = new Shop(database, writer, http);
    }

    private record Row(String operation, String principal, String own, String foreign, String absent) {

        static Row of(String line) {
            String[] cells = line.split(";", -1);
            return new Row(cells[0], cells[1], cells[2], cells[3], cells[4]);
        }
    }

    /** A caller and what is his; whoever is no member has nothing, and somebody else's stands in for it. */
    private record Principal(@Nullable String bearer, Thing own) {}

    /** A member with a purchase and a deposit. */
    private record Thing(UUID memberId, long purchase, long deposit) {}

    @Test
    void namesEveryOperationForEveryPrincipal() throws IOException {
        JsonNode paths =
                shop.get(members.admin().bearer(), "/v3/api-docs").body().path("paths");
        List<String> operations = paths.propertyStream()
                .flatMap(path -> path.getValue().propertyNames().stream()
                        .map(verb -> verb.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey()))
                .toList();

        Map<String, List<String>> named = rows().collect(
                        Collectors.groupingBy(Row::operation, Collectors.mapping(Row::principal, Collectors.toList())));

        assertThat(operations).isNotEmpty();
        assertThat(named.keySet()).containsExactlyInAnyOrderElementsOf(operations);
        assertThat(named.values()).allSatisfy(who -> assertThat(who).containsExactlyInAnyOrderElementsOf(PRINCIPALS));
    }

    @TestFactory
    Stream<DynamicTest> answersAsTheTableSays() throws IOException {
        Shop.Product tea = shop.product(100, "27");
        Map<String, Principal> principals =
                PRINCIPALS.stream().collect(Collectors.toMap(name -> name, name -> principal(name, tea)));
        return rows().flatMap(row -> Stream.of("own", "foreign", "absent")
                .map(whose -> DynamicTest.dynamicTest(
                        "%s by %s on %s".formatted(row.operation(), row.principal(), whose),
                        () -> check(row, whose, principals.get(row.principal()), tea))));
    }

    private void check(Row row, String whose, @Nullable Principal principal, Shop.Product tea) {
        String expected = switch (whose) {
            case "own" -> row.own();
            case "foreign" -> row.foreign();
            default -> row.absent();
        };
        if (expected.equals("-") || principal == null) {
            assertThat(expected).isEqualTo("-");
            return;
        }
        Thing thing = switch (whose) {
            case "own" -> principal.own();
            case "foreign" -> thing(members.withoutLimit(), tea);
            default -> new Thing(UUID.randomUUID(), 0, 0);
        };

        Shop.Answer answer = call(row.operation(), principal.bearer(), thing, tea);

        String given = answer.status() < 300 ? "" + answer.status() : answer.status() + " " + answer.code();
        assertThat(given).isEqualTo(expected);
    }

    private Shop.Answer call(String operation, @Nullable String bearer, Thing thing, Shop.Product tea) {
        String[] parts = operation.split(" ", 2);
        String path = parts[1].replace("{memberId}", thing.memberId().toString())
                .replace("{id}", Long.toString(parts[1].contains("deposits") ? thing.deposit() : thing.purchase()));
        HttpMethod method = HttpMethod.valueOf(parts[0]);
        return method.equals(HttpMethod.GET)
                ? shop.send(method, bearer, path, null, null)
                : shop.send(method, bearer, path, UUID.randomUUID().toString(), body(parts[1], thing, tea));
    }

    private static String body(String path, Thing thing, Shop.Product tea) {
        return switch (path) {
            case "/api/v1/shelf-purchases" ->
                "{\"memberId\": \"%s\", \"lines\": [{\"productId\": %d, \"amount\": 1}]}"
                        .formatted(thing.memberId(), tea.id());
            case "/api/v1/deposits" ->
                "{\"memberId\": \"%s\", \"amountMinor\": 5, \"comment\": \"x\"}".formatted(thing.memberId());
            case "/api/v1/deposits/batches" ->
                "{\"memberIds\": [\"%s\"], \"amountMinor\": 5, \"comment\": \"x\"}".formatted(thing.memberId());
            case "/api/v1/deposits/{id}/approval" -> "{\"approve\": true}";
            default -> "{\"revoked\": true}";
        };
    }

    private Principal principal(String name, Shop.Product tea) {
        Member member = switch (name) {
            case "unknown" -> members.unknown();
            case "registered" -> members.unverified();
            case "customer" -> members.change(members.withoutLimit().with("customerId", 7));
            case "support-1" -> members.change(members.withoutLimit().with("staffLevel", 1));
            case "admin", "demoted admin" ->
                members.change(members.withoutLimit().admin(true));
            default -> members.withoutLimit();
        };
        boolean hasThings = !name.equals("unknown") && !name.equals("registered");
        Thing own = thing(hasThings ? member : members.withoutLimit(), tea);
        return switch (name) {
            case "anonymous" -> new Principal(null, own);
            case "stranger client" ->
                new Principal(Tokens.of(member.subject()).client("partner").bearer(), own);
            case "kiosk" -> new Principal(Shop.kiosk(), own);
            case "inactive" -> new Principal(members.change(member.inactive()).bearer(), own);
            case "demoted admin" ->
                new Principal(members.change(member.admin(false)).bearer(), own);
            default -> new Principal(member.bearer(), own);
        };
    }

    private Thing thing(Member member, Shop.Product tea) {
        String cart = "{\"memberId\": \"%s\", \"lines\": [{\"productId\": %d, \"amount\": 1}]}"
                .formatted(member.id(), tea.id());
        Shop.Answer bought = shop.post(Shop.kiosk(), "/api/v1/shelf-purchases", cart);
        Shop.Answer paid = shop.deposit(members.admin(), member, 100);
        return new Thing(member.id(), bought.body().at("/purchases/0/id").asLong(), paid.id());
    }

    private static Stream<Row> rows() throws IOException {
        return new ClassPathResource("authorisation.csv")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(Row::of);
    }
}
