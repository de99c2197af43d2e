package kontor.order.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kontor.order.Answer;
import kontor.order.Bazaar;
import kontor.order.Bazaar.Deal;
import kontor.order.Dealer;
import kontor.order.Shop;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.Tokens;
import kontor.testkit.TopicWriter;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Every step from every status by every kind of caller over HTTP, held against the table of the domain page. */
@KontorTest(service = "order", kafka = KontorTest.Kafka.SHARED)
class PurchaseStepsIT {

    private static final Map<String, String> LETTERS = Map.of(
            "PENDING", "W", "REJECTED", "R", "OPEN", "O", "PAID", "P", "SHIPPED", "S", "DONE", "D", "CANCELLED", "C");

    private final Shop shop;
    private final Bazaar bazaar;
    private final Dealer dealer;
    private final Map<String, Deal> standing = new LinkedHashMap<>();
    private final Map<String, String> bearers = new LinkedHashMap<>();
    private final Member buyer;
    private final Member seller;

    PurchaseStepsIT(RestTestClient http, Members members, TestDatabase database, TopicWriter writer) {
        shop = new Shop(http, members, database, writer);
        bazaar = shop.bazaar();
        dealer = new Dealer(shop);
        buyer = members.verified();
        seller = members.verified();
        bearers.put("buyer", buyer.bearer());
        bearers.put("seller", seller.bearer());
        bearers.put("admin", shop.admin().bearer());
        bearers.put("stranger", members.verified().bearer());
        bearers.put("chief", members.support(3).bearer());
        bearers.put("kiosk", Tokens.kiosk().bearer());
    }

    /** A row of the table: the operation, where it leads, from where, and who may. */
    private record Row(String path, String body, String to, Set<String> from, Set<String> callers) {}

    private static final List<Row> ROWS = List.of(
            new Row("payment", "{}", "PAID", Set.of("OPEN"), Set.of("buyer")),
            new Row("payment", "{\"external\": true}", "PAID", Set.of("OPEN"), Set.of("admin")),
            new Row(
                    "shipment",
                    "{\"trackingNumber\": \"RR 1 HU\", \"sellerReference\": \"7\"}",
                    "SHIPPED",
                    Set.of("PAID"),
                    Set.of("seller", "admin")),
            new Row("confirmation", "{}", "DONE", Set.of("SHIPPED"), Set.of("buyer", "admin")),
            new Row("cancellation", "{}", "CANCELLED", Set.of("OPEN", "PAID"), Set.of("buyer", "seller", "admin")));

    @TestFactory
    Stream<DynamicTest> stepsAreThoseOfTheTable() {
        return ROWS.stream()
                .flatMap(row -> LETTERS.keySet().stream()
                        .flatMap(from -> bearers.keySet().stream()
                                .map(caller -> DynamicTest.dynamicTest(
                                        "%s %s from %s by %s".formatted(row.path(), row.body(), from, caller),
                                        () -> check(row, from, caller)))));
    }

    private void check(Row row, String from, String caller) {
        String expected = expected(row, from, caller);
        Deal deal = expected.equals("granted") ? made(from) : standing(from);
        List<String> before = dealer.log(deal.id());

        Answer answer = dealer.now(String.valueOf(bearers.get(caller)), deal.path() + "/" + row.path(), row.body());

        if (!expected.equals("granted")) {
            assertThat(answer.status() + " " + answer.code()).isEqualTo(expected);
            assertThat(dealer.log(deal.id())).isEqualTo(before);
            assertThat(letter(deal)).isEqualTo(LETTERS.get(from));
            return;
        }
        if (row.path().equals("payment")) {
            answer.expect(202);
            dealer.sayPayment(deal.id(), "funded");
            shop.neighbours().await("market_purchase where id = %d and status = 'P'".formatted(deal.id()));
        } else {
            assertThat(answer.expect(200).stands()).isEqualTo(row.to());
        }
        assertThat(letter(deal)).isEqualTo(LETTERS.get(row.to()));
        assertThat(dealer.log(deal.id()))
                .hasSize(before.size() + 1)
                .last()
                .asString()
                .endsWith(from + " -> " + row.to());
    }

    /** The caller's class, then whether he sees it, then his right, then the state. */
    private static String expected(Row row, String from, String caller) {
        boolean isExternal = row.body().contains("external");
        if (caller.equals("kiosk")) {
            return "403 forbidden";
        }
        if (isExternal && !caller.equals("admin")) {
            return "403 forbidden-field";
        }
        boolean isParty = caller.equals("buyer") || caller.equals("seller") || caller.equals("admin");
        if (!isParty || (from.equals("REJECTED") && !caller.equals("buyer"))) {
            return "404 not-found";
        }
        boolean isBuyerTooLate = row.path().equals("cancellation") && from.equals("PAID") && caller.equals("buyer");
        if (!row.callers().contains(caller) || isBuyerTooLate) {
            return "403 forbidden";
        }
        if (from.equals(row.to())) {
            return "409 already-in-state";
        }
        return row.from().contains(from) ? "granted" : "409 not-allowed-in-state";
    }

    private Deal standing(String status) {
        return standing.computeIfAbsent(status, this::made);
    }

    private Deal made(String status) {
        return switch (status) {
            case "PENDING" -> dealer.submitted(buyer, seller);
            case "REJECTED" -> {
                Deal deal = dealer.submitted(buyer, seller);
                dealer.sayShort(deal);
                shop.neighbours().await("market_purchase where id = %d and status = 'R'".formatted(deal.id()));
                yield deal;
            }
            case "OPEN" -> bazaar.opened(buyer, seller);
            case "PAID" -> bazaar.paid(bazaar.opened(buyer, seller));
            case "SHIPPED" -> bazaar.shipped(bazaar.paid(bazaar.opened(buyer, seller)));
            case "DONE" -> bazaar.done(bazaar.paid(bazaar.opened(buyer, seller)));
            default -> {
                Deal deal = bazaar.opened(buyer, seller);
                shop.post(seller.bearer(), deal.path() + "/cancellation", "{}").expect(200);
                yield deal;
            }
        };
    }

    private String letter(Deal deal) {
        return shop.neighbours()
                .owner()
                .sql("select status from market_purchase where id = ?")
                .param(deal.id())
                .query((row, n) -> row.getString(1))
                .single();
    }
}
