package kontor.order;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kontor.order.Shop.Customer;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.Tokens;
import kontor.testkit.TopicWriter;
import kontor.testkit.probe.AuthorisationTable;
import kontor.testkit.probe.AuthorisationTable.Case;
import kontor.testkit.probe.AuthorisationTable.Whose;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Every operation of the OpenAPI document, for every kind of caller, on an own, a foreign and an absent object. */
@KontorTest(service = "order", kafka = KontorTest.Kafka.SHARED)
class AuthorisationIT {

    private static final AuthorisationTable TABLE = AuthorisationTable.read();

    /** Who has no profile has no orders; somebody else's stand in for them. */
    private static final Set<String> WITHOUT_PROFILE =
            Set.of("anonymous", "stranger client", "unknown", "registered", "member", "kiosk");

    /** Who is no verified member neither buys nor sells. */
    private static final Set<String> TRADING_NOT = Set.of("unknown", "registered");

    private static final Set<String> STEPS = Set.of("status", "cancellation");

    private final Members members;
    private final Shop shop;
    private @Nullable MarketTerms terms;

    AuthorisationIT(Members members, TestDatabase database, TopicWriter writer, RestTestClient http) {
        this.members = members;
        shop = new Shop(http, members, database, writer);
    }

    /** A customer's order and what else can be asked for. */
    private record Thing(
            UUID member,
            long customer,
            long site,
            long order,
            long item,
            long method,
            MarketTerms terms,
            Trades trades) {

        private static final Thing ABSENT = new Thing(new UUID(0, 2), 0, 0, 0, 0, 0, MarketTerms.ABSENT, Trades.ABSENT);

        String at(String operation) {
            String path = operation.substring(operation.indexOf(' ') + 1);
            long retail =
                    path.contains("payment-methods") ? method : path.contains("order-statuses") ? status() : order;
            long id = path.contains("market-purchases")
                    ? trades.idFor(operation)
                    : terms.idIn(path).orElse(retail);
            return path.replace("/api/v1", "")
                    .replace("{id}", Long.toString(id))
                    .replace("{memberId}", member.toString())
                    .replace("{itemId}", Long.toString(item))
                    .replace("{adjustmentId}", "0")
                    .replace("/histogram", "/histogram?groups=2");
        }

        private long status() {
            return equals(ABSENT) ? 0 : 4;
        }
    }

    private record Principal(@Nullable String bearer, Customer customer, Trades trades) {}

    @Test
    void namesEveryOperationForEveryPrincipal() {
        TABLE.requireComplete(shop.get(null, "/v3/api-docs").body());
    }

    @TestFactory
    Stream<DynamicTest> answersAsTheTableSays() {
        Calls calls = new Calls();
        return TABLE.tests(one -> {
            Answer answer = calls.make(one);
            return AuthorisationTable.cell(answer.status(), answer::code);
        });
    }

    @TestFactory
    Stream<DynamicTest> doesNotTellAForeignObjectFromAnAbsentOne() {
        Calls calls = new Calls();
        return TABLE.foreignLooksAbsent(one -> calls.make(one).body());
    }

    /** Calls of all kinds of callers, who stay the same persons. */
    private final class Calls {

        private final Map<String, Principal> principals = AuthorisationTable.PRINCIPALS.stream()
                .collect(Collectors.toMap(name -> name, AuthorisationIT.this::principal));
        private final Customer neighbour = shop.customer();
        private final Trades neighbours = Trades.of(neighbour.member(), terms(), shop);
        private final Thing foreign = thing(neighbour, neighbours, false);
        private final Map<String, Thing> own = principals.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> thing(
                                entry.getValue().customer(), entry.getValue().trades(), false)));

        Answer make(Case one) {
            Principal principal = Objects.requireNonNull(principals.get(one.principal()));
            Thing thing = switch (one.whose()) {
                case OWN ->
                    goes(one) ? thing(principal.customer(), principal.trades(), true) : own.get(one.principal());
                case FOREIGN -> goes(one) ? thing(neighbour, neighbours, true) : foreign;
                case ABSENT -> Thing.ABSENT;
            };
            return call(one, principal, Objects.requireNonNull(thing));
        }

        /** What is moved, cancelled or deleted is made for it. */
        private boolean goes(Case one) {
            boolean isStep = STEPS.contains(one.path().substring(one.path().lastIndexOf('/') + 1));
            return one.isGranted() && (isStep || one.verb().equals("DELETE"));
        }
    }

    private Answer call(Case one, Principal principal, Thing thing) {
        HttpMethod method = HttpMethod.valueOf(one.verb());
        String path = thing.at(one.operation());
        boolean isRead = method.equals(HttpMethod.GET) || method.equals(HttpMethod.DELETE);
        @Nullable String body = isRead ? null : body(one, thing);
        String etag = method.equals(HttpMethod.PATCH) && one.isGranted()
                ? shop.get(shop.admin().bearer(), path).etag()
                : "\"1\"";
        return shop.send(method, path, principal.bearer(), body, headers -> {
            headers.set("If-Match", etag);
            headers.set("Idempotency-Key", UUID.randomUUID().toString());
            headers.set("Prefer", "wait=0");
        });
    }

    private String body(Case one, Thing thing) {
        if (one.verb().equals("PATCH") || one.path().endsWith("cancellation")) {
            return "{}";
        }
        return switch (one.path().replace("/api/v1/", "")) {
            case "payment-methods" -> "{\"method\": \"%s\", \"deadlineDays\": 0}".formatted(Shop.named("M"));
            case "orders" -> order(one, thing);
            case "market-purchases" -> purchase(one, thing);
            case "imports/payment-methods" -> Retail.request("paymentMethods", Retail.method());
            case "imports/order-statuses" -> Retail.request("statuses", Retail.status("NEW"));
            case "imports/orders" ->
                Retail.request(
                        "orders",
                        Retail.order(
                                thing.site(),
                                thing.method(),
                                Retail.item(shop.neighbours().product(100, "27"))));
            case "orders/bulk/status" -> "{\"orderIds\": [%d], \"status\": \"PROCESSING\"}".formatted(thing.order());
            default ->
                thing.terms().operations().stream()
                        .filter(operation ->
                                operation.name().equals(one.operation().replace("/api/v1", "")))
                        .findFirst()
                        .map(Operation::body)
                        .orElse(Shop.status("PROCESSING"));
        };
    }

    private String order(Case one, Thing thing) {
        Customer named = new Customer(shop.admin(), thing.customer(), thing.site(), 0);
        return one.whose() == Whose.ABSENT ? shop.order(named, Shop.line(1, 1)) : shop.order(named, 1);
    }

    private static String purchase(Case one, Thing thing) {
        Operation purchase = thing.terms().purchase();
        return one.whose() == Whose.FOREIGN
                ? purchase.with("buyerId", "\"%s\"".formatted(thing.member()))
                : purchase.body();
    }

    private Thing thing(Customer customer, Trades trades, boolean isPlaced) {
        String body = shop.order(customer, 1);
        String admin = shop.admin().bearer();
        Answer order = shop.submit(admin, body).expect(202);
        if (isPlaced) {
            shop.neighbours().reserve(order.id());
        }
        return new Thing(
                customer.member().id(),
                customer.id(),
                customer.site(),
                order.id(),
                order.item(1),
                shop.newMethod(),
                terms(),
                trades);
    }

    private MarketTerms terms() {
        if (terms == null) {
            terms = MarketTerms.made(shop);
        }
        return terms;
    }

    private Principal principal(String name) {
        Member member = switch (name) {
            case "unknown" -> members.unknown();
            case "registered" -> members.unverified();
            case "support-1" -> members.support(1);
            case "support-2" -> members.support(2);
            case "chief" -> members.support(3);
            case "admin", "demoted admin" -> members.admin();
            default -> members.verified();
        };
        Customer customer = WITHOUT_PROFILE.contains(name) ? shop.customer() : shop.customer(member);
        Member caller = WITHOUT_PROFILE.contains(name) ? member : customer.member();
        Member trader = TRADING_NOT.contains(name) ? customer.member() : caller;
        Trades trades = Trades.of(trader, terms(), shop);
        return new Principal(bearer(name, caller), customer, trades);
    }

    private @Nullable String bearer(String name, Member caller) {
        return switch (name) {
            case "anonymous" -> null;
            case "stranger client" ->
                Tokens.of(caller.subject()).client("partner").bearer();
            case "kiosk" ->
                Tokens.kiosk()
                        .claim("preferred_username", "service-account-kontor-kiosk")
                        .bearer();
            case "inactive" -> members.change(caller.inactive()).bearer();
            case "demoted admin" -> members.change(caller.admin(false)).bearer();
            default -> caller.bearer();
        };
    }
}
