package kontor.catalog;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kontor.catalog.Shop.Answer;
import kontor.catalog.listing.Stall;
import kontor.platform.security.Caller;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.Tokens;
import kontor.testkit.picture.Drawing;
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
@KontorTest(service = "catalog", kafka = KontorTest.Kafka.SHARED)
class AuthorisationIT {

    private static final AuthorisationTable TABLE = AuthorisationTable.read();
    private static final byte[] PICTURE = Drawing.png(8, 8);

    private final Members members;
    private final TestDatabase database;
    private final Shop shop;
    private final Shop neighbour;

    AuthorisationIT(Members members, RestTestClient http, TestDatabase database) {
        this.members = members;
        this.database = database;
        shop = new Shop(http, members);
        neighbour = new Shop(http, members);
    }

    @Test
    void namesEveryOperationForEveryPrincipal() {
        TABLE.requireComplete(shop.apiDocument());
    }

    @TestFactory
    Stream<DynamicTest> answersAsTheTableSays() {
        Calls calls = new Calls();
        return TABLE.tests(one -> {
            Answer answer = calls.make(one);
            return AuthorisationTable.cell(answer.status(), answer::code);
        });
    }

    /** G-20: neither the answer tells that there is one, nor the time that it takes. */
    @TestFactory
    Stream<DynamicTest> showsAForeignListingLikeAnAbsentOne() {
        Calls calls = new Calls();
        return TABLE.foreignLooksAbsent(one -> calls.make(one).body());
    }

    /** Somebody who calls, and the member he is if he is one. */
    private record Principal(Optional<String> bearer, Member member) {}

    /**
     * Goods belong to nobody: own is what the admin himself has made, foreign what another one has. A listing is its
     * seller's: own is a draft of the caller, foreign a draft of somebody else.
     */
    private final class Calls {

        private final Map<String, Principal> principals = AuthorisationTable.PRINCIPALS.stream()
                .collect(Collectors.toMap(name -> name, AuthorisationIT.this::principal));
        private final Thing own = Thing.made(shop);
        private final Thing foreign = Thing.made(neighbour);
        private final Stall stranger = new Stall(shop, members.verified());
        private final long foreignListing = stranger.draft(1);

        Answer make(Case one) {
            Principal caller = Objects.requireNonNull(principals.get(one.principal()));
            @Nullable String bearer = caller.bearer().orElse(null);
            return one.path().startsWith("/api/v1/listings/")
                    ? call(one, bearer, own.withListing(listing(one, caller)))
                    : call(one, bearer, thing(one));
        }

        /** A new one for whoever may change it. */
        private long listing(Case one, Principal caller) {
            return switch (one.whose()) {
                case OWN -> ownedBy(caller.member());
                case FOREIGN -> one.isGranted() ? stranger.draft(1) : foreignListing;
                case ABSENT -> 0;
            };
        }

        private long ownedBy(Member member) {
            long id = stranger.draft(1);
            database.asOwner()
                    .sql("update listing set seller_id = ? where id = ?")
                    .params(member.id(), id)
                    .update();
            return id;
        }

        private Thing thing(Case one) {
            // What will be deleted is made for it; everything else may be met again.
            boolean goes = one.verb().equals("DELETE") && one.isGranted();
            return switch (one.whose()) {
                case OWN -> goes ? Thing.made(shop) : own;
                case FOREIGN -> goes ? Thing.made(neighbour) : foreign;
                case ABSENT -> Thing.ABSENT;
            };
        }
    }

    private Answer call(Case one, @Nullable String bearer, Thing thing) {
        if (one.operation().equals("POST /api/v1/uploads")) {
            return shop.upload(bearer, one.whose() == Whose.OWN ? "MEMBER" : "PRODUCT", PICTURE);
        }
        HttpMethod method = HttpMethod.valueOf(one.verb());
        String path = thing.at(one.path());
        Object body = method.equals(HttpMethod.POST) || method.equals(HttpMethod.PATCH) ? body(one, thing) : null;
        boolean isRead = method.equals(HttpMethod.PATCH)
                && !thing.equals(Thing.ABSENT)
                && !one.path().contains("listings"); // which are new
        String etag = isRead ? shop.get(path, shop.admin()).etag() : "\"1\"";
        return shop.send(method, path, bearer, body, headers -> {
            headers.set("If-Match", etag);
            headers.set("Idempotency-Key", UUID.randomUUID().toString());
        });
    }

    private static Map<String, Object> body(Case one, Thing thing) {
        if (one.verb().equals("PATCH")) {
            return Map.of(one.path().contains("listings") ? "title" : "name", Shop.named("P"));
        }
        return switch (one.path().replace("/api/v1/", "")) {
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
            case "listings" -> Map.of("title", Shop.named("L"));
            case "listings/{id}/status" -> Map.of("status", "CLOSED");
            case "imports/tags" -> Community.request("tags", Community.tag(Community.externalId()));
            case "imports/products" ->
                Community.request("products", Community.product(Community.externalId(), Caller.SYSTEM));
            case "imports/vat-rates" -> Retail.request("vatRates", Retail.vatRate(Shop.percentage()));
            case "imports/categories" -> Retail.request("categories", Retail.category(null));
            default -> throw new IllegalArgumentException(one.path());
        };
    }

    /** Without a token for an anonymous caller. Who sells is known by his listings, like any other member. */
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
        Optional<String> bearer = switch (name) {
            case "anonymous" -> Optional.empty();
            case "stranger client" ->
                Optional.of(Tokens.of(member.subject()).client("partner").bearer());
            case "kiosk" ->
                Optional.of(Tokens.kiosk()
                        .claim("preferred_username", "service-account-kontor-kiosk")
                        .bearer());
            default -> Optional.of(member.bearer());
        };
        return new Principal(bearer, member);
    }
}
