package kontor.ledger.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import kontor.ledger.Shop;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

/** An admin enters what stood on paper lists: several buyers, each line at its own time (L-7 to L-9). */
@KontorTest(service = "ledger", kafka = KontorTest.Kafka.SHARED)
class CatchUpIT {

    private static final String PATH = "/api/v1/shelf-purchases";

    private final Members members;
    private final Shop shop;
    private final Member ada;

    CatchUpIT(Members members, TestDatabase database, TopicWriter writer, RestTestClient http) {
        this.members = members;
        this.shop = new Shop(database, writer, http);
        ada = members.admin();
    }

    @Test
    void entersAPaperListAtOnce() {
        Member ben = members.withLimit(0);
        Member cleo = members.withLimit(-10);
        Member system = members.systemMember();
        Shop.Product tea = shop.product(100, "27");
        Shop.Product gone = shop.tell(shop.product(500, "0").inactive().notForSale());
        String key = UUID.randomUUID().toString();
        String list = list(
                line(ben, tea, 2, "2026-05-01T08:00:00Z"),
                line(cleo, gone, 1, "2026-05-02T10:00:00+02:00"),
                line(ben, gone, 1, "2026-05-03T08:00:00Z"),
                line(system, tea, 1, "1999-12-31T23:59:59Z"));

        Shop.Answer booked = shop.post(ada.bearer(), PATH, key, list);
        Shop.Answer again = shop.post(ada.bearer(), PATH, key, list);

        assertThat(booked.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(booked.body());
        assertThat(booked.body()
                        .path("purchases")
                        .valueStream()
                        .map(row -> row.path("at").asString()))
                .containsExactly(
                        "2026-05-01T08:00:00Z", "2026-05-02T08:00:00Z", "2026-05-03T08:00:00Z", "1999-12-31T23:59:59Z");
        assertThat(booked.body().path("purchases").valueStream())
                .allMatch(row -> row.path("enteredVia").asString().equals("ADMIN"))
                .allMatch(row -> row.path("adminId").asString().equals(ada.id().toString()))
                .allMatch(row -> row.path("enteredAt").asString().compareTo("2026-06") > 0)
                .allSatisfy(row -> assertThat(
                                shop.audits("shelf-purchase", row.path("id").asLong()))
                        .hasSize(1));
        assertThat(shop.credit(ben)).isEqualTo(-754);
        assertThat(shop.credit(cleo)).isEqualTo(-500);
        assertThat(shop.credit(system)).isEqualTo(-127);
        assertThat(shop.sumOfAllEntries()).isZero();
    }

    @Test
    void entersNothingOfAListWithAFault() {
        Member ben = members.verified();
        Shop.Product tea = shop.product(100, "0");
        String good = line(ben, tea, 1, "2026-05-01T08:00:00Z");

        Shop.Answer future = shop.post(ada.bearer(), PATH, list(good, line(ben, tea, 1, "2126-05-01T08:00:00Z")));
        Shop.Answer inactive =
                shop.post(ada.bearer(), PATH, list(good, line(members.inactive(), tea, 1, "2026-05-01T08:00:00Z")));
        Shop.Answer unverified =
                shop.post(ada.bearer(), PATH, list(good, line(members.unverified(), tea, 1, "2026-05-01T08:00:00Z")));
        Shop.Answer unknown =
                shop.post(ada.bearer(), PATH, list(good, line(members.unknown(), tea, 1, "2026-05-01T08:00:00Z")));

        assertThat(List.of(future, inactive, unverified, unknown))
                .extracting(Shop.Answer::code)
                .containsExactly("in-future", "member-not-active", "member-not-verified", "unknown-reference");
        assertThat(unknown.body().at("/errors/0/pointer").asString()).isEqualTo("/lines/1/memberId");
        assertThat(shop.entries(ben)).isEmpty();
    }

    /** Entered by an admin is entered by an admin, for himself too: his limit does not count (L-8). */
    @Test
    void liftsTheLimitOfTheAdminHimself() {
        Member rich = members.change(members.withLimit(0).admin(true));
        Shop.Product tea = shop.product(700, "0");

        assertThat(shop.buy(rich, tea, 1).status()).isEqualTo(201);
        assertThat(shop.credit(rich)).isEqualTo(-700);
    }

    /** The kiosk names a member per line, but never a time. */
    @Test
    void leavesTimesToAdmins() {
        Shop.Product tea = shop.product(100, "0");

        assertThat(shop.post(Shop.kiosk(), PATH, list(line(members.verified(), tea, 1, "2026-05-01T08:00:00Z")))
                        .code())
                .isEqualTo("forbidden-field");
    }

    private static String list(String... lines) {
        return List.of(lines).stream().collect(Collectors.joining(", ", "{\"lines\": [", "]}"));
    }

    private static String line(Member member, Shop.Product product, int amount, String at) {
        return "{\"memberId\": \"%s\", \"productId\": %d, \"amount\": %d, \"at\": \"%s\"}"
                .formatted(member.id(), product.id(), amount, at);
    }
}
