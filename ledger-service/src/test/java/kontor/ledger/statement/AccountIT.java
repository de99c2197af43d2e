package kontor.ledger.statement;

import static org.assertj.core.api.Assertions.assertThat;

import kontor.ledger.Shop;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

@KontorTest(service = "ledger", kafka = KontorTest.Kafka.SHARED)
class AccountIT {

    private final Members members;
    private final Shop shop;

    AccountIT(Members members, TestDatabase database, TopicWriter writer, RestTestClient http) {
        this.members = members;
        this.shop = new Shop(database, writer, http);
    }

    @Test
    void showsCreditLimitAndWhatIsLeft() {
        Member ben = members.withLimit(-1_500);
        shop.deposit(members.admin(), ben, 400);

        Shop.Answer own = shop.get(ben.bearer(), "/api/v1/accounts/me");

        assertThat(own.body().path("creditMinor").asLong()).isEqualTo(400);
        assertThat(own.body().path("debtLimitMinor").asLong()).isEqualTo(-1_500);
        assertThat(own.body().path("availableMinor").asLong()).isEqualTo(1_900);
        assertThat(own.headers().getCacheControl()).contains("no-store");
        assertThat(shop.get(Shop.kiosk(), "/api/v1/accounts/" + ben.id()).body())
                .isEqualTo(own.body());
    }

    @Test
    void showsNoLimitAsNull() {
        Member ben = members.withoutLimit();

        Shop.Answer own = shop.get(ben.bearer(), "/api/v1/accounts/" + ben.id());

        assertThat(own.body().path("debtLimitMinor").isNull()).isTrue();
        assertThat(own.body().path("availableMinor").isNull()).isTrue();
    }

    @Test
    void listsEntriesWithTheRunningBalanceNewestFirst() {
        Member ben = members.verified();
        shop.deposit(members.admin(), ben, 1_000);
        shop.buy(ben, shop.product(100, "27"), 1);
        shop.buy(ben, shop.product(50, "0"), 2);

        Shop.Answer first = shop.get(ben.bearer(), "/api/v1/accounts/me/entries?limit=2&count=true");
        Shop.Answer rest = shop.get(
                ben.bearer(),
                "/api/v1/accounts/me/entries?limit=2&count=true&cursor="
                        + first.body().path("next").asString());

        assertThat(first.body().path("total").asLong()).isEqualTo(3);
        assertThat(first.body().at("/items/0/balanceAfterMinor").asLong()).isEqualTo(773);
        assertThat(first.body().at("/items/1/amountMinor").asLong()).isEqualTo(-127);
        assertThat(rest.body().at("/items/0/kind").asString()).isEqualTo("DEPOSIT");
        assertThat(rest.body().path("next").isNull()).isTrue();
    }

    @Test
    void listsAccountsPoorestFirstForAdmins() {
        Member ada = members.admin();
        Member ben = members.withoutLimit();
        Member cleo = members.withoutLimit();
        shop.deposit(ada, ben, -900_000);
        shop.deposit(ada, cleo, -800_000);

        Shop.Answer poor = shop.get(ada.bearer(), "/api/v1/accounts?maxCreditMinor=-800000&rankId=1");

        assertThat(poor.body().at("/items/0/memberId").asString())
                .isEqualTo(ben.id().toString());
        assertThat(poor.body().at("/items/1/memberId").asString())
                .isEqualTo(cleo.id().toString());
        assertThat(shop.get(ada.bearer(), "/api/v1/accounts?rankId=99").body().path("items"))
                .isEmpty();
    }

    @Test
    void namesFavouritesByPieces() {
        Member ben = members.withoutLimit();
        Shop.Product tea = shop.product(1, "0");
        Shop.Product beans = shop.product(1, "0");
        Shop.Product once = shop.product(1, "0");
        Shop.Product gone = shop.product(1, "0");
        shop.buy(ben, beans, 2);
        shop.buy(ben, tea, 2);
        shop.buy(ben, once, 3);
        shop.buy(ben, gone, 9);
        shop.tell(gone.inactive());
        long revoked = shop.buy(ben, beans, 9).body().at("/purchases/0/id").asLong();
        shop.post(ben.bearer(), "/api/v1/shelf-purchases/" + revoked + "/revocations", "{\"revoked\": true}");

        Shop.Answer favorites = shop.get(Shop.kiosk(), "/api/v1/accounts/" + ben.id() + "/favorites");

        assertThat(favorites
                        .body()
                        .path("items")
                        .valueStream()
                        .map(item -> item.path("productId").asLong()))
                .containsExactly(once.id(), tea.id(), beans.id());
        assertThat(favorites.body().at("/items/0/amount").asLong()).isEqualTo(3);
    }

    @Test
    void listsPurchasesByFilter() {
        Member ada = members.admin();
        Member ben = members.withoutLimit();
        Shop.Product tea = shop.product(1, "0");
        Shop.Product beans = shop.product(1, "0");
        shop.buy(ben, tea, 1);
        long id = shop.buy(ben, beans, 1).body().at("/purchases/0/id").asLong();
        shop.post(ben.bearer(), "/api/v1/shelf-purchases/" + id + "/revocations", "{\"revoked\": true}");
        String of = "/api/v1/shelf-purchases?memberId=" + ben.id();

        assertThat(shop.get(ada.bearer(), of).body().path("items")).hasSize(2);
        assertThat(shop.get(ada.bearer(), of + "&revoked=true").body().path("items"))
                .hasSize(1);
        assertThat(shop.get(ada.bearer(), of + "&productId=" + tea.id()).body().path("items"))
                .hasSize(1);
        assertThat(shop.get(ada.bearer(), of + "&to=2020-01-01T00:00:00Z")
                        .body()
                        .path("items"))
                .isEmpty();
        assertThat(shop.get(ada.bearer(), of + "&adminId=" + ada.id()).body().path("items"))
                .isEmpty();
    }
}
