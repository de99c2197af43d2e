package kontor.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kontor.ledger.importing.Imports;
import kontor.ledger.receivable.Invoices;
import kontor.ledger.receivable.ReceivableCalls;
import kontor.ledger.stocktaking.Stocktakings;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.Tokens;
import kontor.testkit.TopicWriter;
import kontor.testkit.probe.AuthorisationTable;
import kontor.testkit.probe.AuthorisationTable.Case;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Every operation of the OpenAPI document, for every kind of caller, on an own, a foreign and an absent object. */
@KontorTest(service = "ledger", kafka = KontorTest.Kafka.SHARED)
class AuthorisationIT {

    private static final AuthorisationTable TABLE = AuthorisationTable.read();

    private final Members members;
    private final TestDatabase database;
    private final TopicWriter writer;
    private final Shop shop;

    /** The profile of those callers who have one. */
    private final long customer = Invoices.id();

    AuthorisationIT(Members members, TestDatabase database, TopicWriter writer, RestTestClient http) {
        this.members = members;
        this.database = database;
        this.writer = writer;
        this.shop = new Shop(database, writer, http);
    }

    /** A caller and what is his; whoever is no member has nothing, and somebody else's stands in for it. */
    private record Principal(@Nullable String bearer, Thing own) {}

    /** A member with a purchase, a deposit and what he brought for the shop. */
    private record Thing(UUID memberId, long purchase, long deposit, long collection, long line) {

        long idIn(String path) {
            if (path.contains("deposits")) {
                return deposit;
            }
            if (path.contains("replenishment-collections")) {
                return collection;
            }
            return path.contains("replenishments") ? line : purchase;
        }
    }

    @Test
    void namesEveryOperationForEveryPrincipal() {
        TABLE.requireComplete(shop.get(members.admin().bearer(), "/v3/api-docs").body());
    }

    @TestFactory
    Stream<DynamicTest> answersAsTheTableSays() {
        Calls calls = new Calls();
        return TABLE.tests(one -> {
            Shop.Answer answer = calls.make(one);
            return AuthorisationTable.cell(answer.status(), answer::code);
        });
    }

    @TestFactory
    Stream<DynamicTest> doesNotTellAForeignObjectFromAnAbsentOne() {
        Calls calls = new Calls();
        return TABLE.foreignLooksAbsent(one -> calls.make(one).body());
    }

    /** Two stocktakings, which are nobody's own. */
    private record Counted(long first, long last) {}

    /** Calls of all kinds of callers, who stay the same persons. */
    private final class Calls {

        private final Shop.Product tea = shop.product(100, "27");
        private final Thing neighbours = thing(members.withoutLimit(), tea);
        private final Counted counted = counted();
        private final Map<String, Principal> principals = AuthorisationTable.PRINCIPALS.stream()
                .collect(Collectors.toMap(name -> name, name -> principal(name, tea)));

        private final ReceivableCalls bills =
                new ReceivableCalls(shop, new Invoices(shop, database, writer, members.admin()));

        Shop.Answer make(Case one) {
            Principal principal = Objects.requireNonNull(principals.get(one.principal()));
            if (ReceivableCalls.areAbout(one.path())) {
                return bills.make(one, principal.bearer(), customer);
            }
            // What is switched or decided is another thing afterwards.
            boolean changes = one.isGranted() && !one.verb().equals("GET");
            Thing thing = switch (one.whose()) {
                case OWN -> principal.own();
                case FOREIGN -> changes ? thing(members.withoutLimit(), tea) : neighbours;
                case ABSENT -> new Thing(UUID.randomUUID(), 0, 0, 0, 0);
            };
            return one.path().contains("/stocktakings")
                    ? callOfStocktaking(one, principal.bearer(), counted, tea)
                    : call(one, principal.bearer(), thing, tea);
        }
    }

    private Counted counted() {
        Stocktakings stocktakings = new Stocktakings(shop, database, members.admin());
        return new Counted(
                stocktakings.count(Instant.EPOCH, Map.of()).id(),
                stocktakings.count(Instant.EPOCH, Map.of()).id());
    }

    private Shop.Answer callOfStocktaking(Case one, @Nullable String bearer, Counted counted, Shop.Product tea) {
        long id = one.whose() == AuthorisationTable.Whose.ABSENT ? 0 : counted.first();
        String path = one.path()
                .replace("{id}", Long.toString(id))
                .replace("{productId}", Long.toString(tea.id()))
                .replace("/balance", "/balance?start=%d&end=%d".formatted(id, counted.last()));
        return switch (one.verb()) {
            case "PATCH" -> shop.patch(bearer, path, "\"1\"", "{}");
            case "GET" -> shop.send(HttpMethod.GET, bearer, path, null, null);
            default -> {
                String lines = new Stocktakings(shop, database, members.unknown()).lines(Map.of());
                String body =
                        path.endsWith("revocations") ? "{\"revoked\": true}" : Stocktakings.body(Instant.EPOCH, lines);
                yield shop.send(HttpMethod.POST, bearer, path, UUID.randomUUID().toString(), body);
            }
        };
    }

    private Shop.Answer call(Case one, @Nullable String bearer, Thing thing, Shop.Product tea) {
        String path = one.path()
                .replace("{memberId}", thing.memberId().toString())
                .replace("{id}", Long.toString(thing.idIn(one.path())));
        HttpMethod method = HttpMethod.valueOf(one.verb());
        if (method.equals(HttpMethod.PATCH)) {
            return shop.patch(bearer, path, "\"1\"", "{}");
        }
        return method.equals(HttpMethod.GET)
                ? shop.send(method, bearer, path, null, null)
                : shop.send(method, bearer, path, UUID.randomUUID().toString(), body(one.path(), thing, tea));
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
            case "/api/v1/replenishment-collections" -> replenishment(thing.memberId(), tea);
            case "/api/v1/deposits/{id}/approval" -> "{\"approve\": true}";
            case Imports.PATH -> imported(thing.memberId());
            default -> "{\"revoked\": true}";
        };
    }

    private static String imported(UUID memberId) {
        return Imports.body(List.of(new Imports.Fact("", """
                {"kind": "DEPOSIT", "externalId": "%s", "at": "2019-05-04T10:00:00Z", "memberId": "%s",
                 "byAdminId": "%s", "amountMinor": 5, "comment": "x"}""".formatted(Imports.id(), memberId, memberId))));
    }

    private Principal principal(String name, Shop.Product tea) {
        Member member = switch (name) {
            case "unknown" -> members.unknown();
            case "registered" -> members.unverified();
            case "customer" -> members.change(members.withoutLimit().with("customerId", customer));
            case "support-1" -> members.change(members.withoutLimit().with("staffLevel", 1));
            case "support-2" -> members.change(members.withoutLimit().with("staffLevel", 2));
            case "chief" -> members.change(members.withoutLimit().with("staffLevel", 3));
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
            case "inactive" ->
                new Principal(
                        members.change(member.inactive().with("customerId", customer))
                                .bearer(),
                        own);
            case "demoted admin" ->
                new Principal(members.change(member.admin(false)).bearer(), own);
            default -> new Principal(member.bearer(), own);
        };
    }

    private Thing thing(Member member, Shop.Product tea) {
        String cart = "{\"memberId\": \"%s\", \"lines\": [{\"productId\": %d, \"amount\": 1}]}"
                .formatted(member.id(), tea.id());
        Shop.Answer bought = shop.post(Shop.kiosk(), "/api/v1/shelf-purchases", cart);
        Member admin = members.admin();
        Shop.Answer paid = shop.deposit(admin, member, 100);
        Shop.Answer brought =
                shop.post(admin.bearer(), "/api/v1/replenishment-collections", replenishment(member.id(), tea));
        return new Thing(
                member.id(),
                bought.body().at("/purchases/0/id").asLong(),
                paid.id(),
                brought.id(),
                brought.body().at("/lines/0/id").asLong());
    }

    private static String replenishment(UUID sellerId, Shop.Product tea) {
        return """
                {"sellerId": "%s", "at": "2026-05-04T10:00:00Z", "comment": "x",
                 "lines": [{"productId": %d, "amount": 1, "totalPriceMinor": 5}]}""".formatted(sellerId, tea.id());
    }
}
