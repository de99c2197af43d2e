package kontor.order;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
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

    private static final Set<String> STEPS = Set.of("status", "cancellation");

    private final Members members;
    private final Shop shop;
    private final AskedDeals deals;
    private final Member nobody;
    private @Nullable MarketTerms terms;

    AuthorisationIT(Members members, TestDatabase database, TopicWriter writer, RestTestClient http) {
        this.members = members;
        shop = new Shop(http, members, database, writer);
        deals = new AskedDeals(shop);
        nobody = members.verified();
    }

    /** A customer's order and what else can be asked for. */
    private record Thing(
            UUID member, long customer, long site, long order, long item, long method, long status, MarketTerms terms) {

        private static final Thing ABSENT = new Thing(new UUID(0, 2), 0, 0, 0, 0, 0, 0, MarketTerms.ABSENT);

        String at(String path) {
            long other = path.contains("payment-methods") ? method : path.contains("order-statuses") ? status : order;
            return path.replace("/api/v1", "")
                    .replace("{id}", Long.toString(terms.idIn(path).orElse(other)))
                    .replace("{memberId}", member.toString())
                    .replace("{itemId}", Long.toString(item))
                    .replace("/histogram", "/histogram?groups=2");
        }
    }

    /** Who calls; whoever can own nothing has somebody else stand in for him. */
    private record Principal(@Nullable String bearer, Customer customer, Member self) {}

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
        private final Thing foreign = thing(neighbour, false);
        private final Map<String, Thing> own = principals.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> thing(entry.getValue().customer(), false)));

        Answer make(Case one) {
            Principal principal = Objects.requireNonNull(principals.get(one.principal()));
            if (AskedDeals.areAskedFor(one)) {
                return askAboutDeal(one, principal, neighbour.member());
            }
            Thing thing = switch (one.whose()) {
                case OWN -> goes(one) ? thing(principal.customer(), true) : own.get(one.principal());
                case FOREIGN -> goes(one) ? thing(neighbour, true) : foreign;
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

    private Answer askAboutDeal(Case one, Principal principal, Member neighbour) {
        boolean isSeller = one.principal().equals("seller");
        Bazaar.@Nullable Deal deal = switch (one.whose()) {
            case OWN -> deals.of(principal.self(), isSeller, one);
            case FOREIGN -> deals.of(neighbour, false, one);
            case ABSENT -> null;
        };
        return send(one, principal, deals.at(one, deal), () -> AskedDeals.body(one, deal, isSeller));
    }

    private Answer call(Case one, Principal principal, Thing thing) {
        return send(one, principal, thing.at(one.path()), () -> body(one, thing));
    }

    private Answer send(Case one, Principal principal, String path, Supplier<String> written) {
        HttpMethod method = HttpMethod.valueOf(one.verb());
        boolean isRead = method.equals(HttpMethod.GET) || method.equals(HttpMethod.DELETE);
        @Nullable String body = isRead ? null : written.get();
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
            case "market-purchases" -> deals.order(one, terms(), shop.admin());
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

    private Thing thing(Customer customer, boolean isPlaced) {
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
                4,
                terms());
    }

    /** The same for everybody. */
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
        return switch (name) {
            case "anonymous" -> new Principal(null, customer, nobody);
            case "unknown", "registered" -> new Principal(caller.bearer(), customer, nobody);
            case "stranger client" ->
                new Principal(
                        Tokens.of(caller.subject()).client("partner").bearer(), customer, nobody);
            case "kiosk" ->
                new Principal(
                        Tokens.kiosk()
                                .claim("preferred_username", "service-account-kontor-kiosk")
                                .bearer(),
                        customer,
                        nobody);
            case "inactive" -> {
                deals.prepare(caller);
                yield new Principal(members.change(caller.inactive()).bearer(), customer, caller);
            }
            case "demoted admin" ->
                new Principal(members.change(caller.admin(false)).bearer(), customer, caller);
            default -> new Principal(caller.bearer(), customer, caller);
        };
    }
}
