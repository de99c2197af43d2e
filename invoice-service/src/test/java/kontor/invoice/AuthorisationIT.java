package kontor.invoice;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
@KontorTest(service = "invoice", kafka = KontorTest.Kafka.SHARED)
class AuthorisationIT {

    private static final AuthorisationTable TABLE = AuthorisationTable.read();

    private final Members members;
    private final Invoicing invoicing;
    private final Shop shop;

    AuthorisationIT(Members members, TestDatabase database, TopicWriter topics, RestTestClient http) {
        this.members = members;
        invoicing = new Invoicing(database, topics, http, members);
        shop = invoicing.shop();
        shop.issuer();
    }

    /** A caller and his invoice; whoever is no customer has none. */
    private record Principal(@Nullable String bearer, Thing own) {}

    /** An invoice with a line, and its order, request and issuer. */
    private record Thing(long invoice, long item, long order, long request, long issuer) {

        static final Thing ABSENT = new Thing(0, 0, 0, 0, 0);

        long idIn(String path) {
            if (path.contains("issuers")) {
                return issuer;
            }
            return path.contains("invoice-requests") ? request : invoice;
        }
    }

    @Test
    void namesEveryOperationForEveryPrincipal() {
        TABLE.requireComplete(shop.get(invoicing.admin(), "/v3/api-docs").body());
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

    /** Calls of all kinds of callers, who stay the same persons. */
    private final class Calls {

        private final Thing neighbours = thing(shop.customer());
        private final Map<String, Principal> principals = AuthorisationTable.PRINCIPALS.stream()
                .collect(Collectors.toMap(name -> name, AuthorisationIT.this::principal));

        Shop.Answer make(Case one) {
            Principal principal = Objects.requireNonNull(principals.get(one.principal()));
            // What is cancelled, asked for or removed is another thing afterwards.
            boolean changes = one.isGranted() && !one.verb().equals("GET");
            Thing thing = switch (one.whose()) {
                case OWN -> principal.own();
                case FOREIGN -> changes ? fresh() : neighbours;
                case ABSENT -> Thing.ABSENT;
            };
            return call(one, principal.bearer(), thing);
        }
    }

    private Thing thing(Shop.Customer customer) {
        Orders.Order order = invoicing.order(customer);
        Shop.Answer invoice = invoicing.request(order, null);
        return new Thing(
                invoice.id(),
                invoice.body().at("/items/0/id").asLong(),
                order.id(),
                shop.count("select id from invoice_request where invoice_id = ?", invoice.id()),
                invoice.body().path("issuerId").asLong());
    }

    /** With an order that has no invoice and an issuer that no document names. */
    private Thing fresh() {
        Thing thing = thing(shop.customer());
        long order = invoicing.order(shop.customer()).id();
        return new Thing(thing.invoice(), thing.item(), order, thing.request(), shop.issuer());
    }

    private Shop.Answer call(Case one, @Nullable String bearer, Thing thing) {
        String path = one.path()
                .replace("{itemId}", Long.toString(thing.item()))
                .replace("{id}", Long.toString(thing.idIn(one.path())));
        return switch (one.verb()) {
            case "GET", "DELETE" -> shop.send(HttpMethod.valueOf(one.verb()), bearer, path, null, null);
            case "PATCH" -> shop.send(HttpMethod.PATCH, bearer, path, "\"1\"", "{}");
            default ->
                shop.send(
                        HttpMethod.POST,
                        bearer,
                        path,
                        UUID.randomUUID().toString(),
                        body(one.path(), thing),
                        Map.of("Prefer", "wait=0"));
        };
    }

    private @Nullable String body(String path, Thing thing) {
        return switch (path) {
            case "/api/v1/invoices" -> "{\"orderId\": %d}".formatted(thing.order());
            case "/api/v1/invoice-cancellations" -> "{\"invoiceId\": %d, \"reason\": \"x\"}".formatted(thing.invoice());
            case "/api/v1/issuers" -> Shop.issuerBody("");
            case "/api/v1/imports/issuers" -> Retail.request("issuers", Retail.issuer());
            case "/api/v1/imports/invoices" -> {
                long issuer = shop.issuer();
                yield Retail.request(
                        "invoices",
                        Retail.invoice(issuer, invoicing.order(shop.customer()).id()));
            }
            default -> null;
        };
    }

    private Principal principal(String name) {
        return switch (name) {
            case "anonymous" -> new Principal(null, Thing.ABSENT);
            case "stranger client" ->
                new Principal(
                        Tokens.of(members.verified().subject())
                                .client("partner")
                                .bearer(),
                        Thing.ABSENT);
            case "unknown" -> new Principal(members.unknown().bearer(), Thing.ABSENT);
            case "registered" -> new Principal(members.unverified().bearer(), Thing.ABSENT);
            case "kiosk" -> new Principal(Tokens.kiosk().bearer(), Thing.ABSENT);
            case "admin" -> new Principal(invoicing.admin(), Thing.ABSENT);
            case "support-1" -> new Principal(members.support(1).bearer(), Thing.ABSENT);
            case "support-2" -> new Principal(members.support(2).bearer(), Thing.ABSENT);
            case "chief" -> new Principal(members.support(3).bearer(), Thing.ABSENT);
            case "customer", "inactive", "demoted admin" -> customer(name);
            default -> new Principal(members.verified().bearer(), Thing.ABSENT);
        };
    }

    private Principal customer(String name) {
        Shop.Customer customer = shop.customer();
        Thing own = thing(customer);
        Member member = switch (name) {
            case "inactive" -> members.change(customer.member().inactive());
            case "demoted admin" ->
                members.change(members.change(customer.member().admin(true)).admin(false));
            default -> customer.member();
        };
        return new Principal(member.bearer(), own);
    }
}
