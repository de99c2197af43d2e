package kontor.catalog.showcase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import kontor.catalog.Shop;
import kontor.catalog.listing.Stall;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.probe.Statements;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What a list costs must not depend on how long it is. */
@KontorTest(service = "catalog", kafka = KontorTest.Kafka.SHARED)
class StatementCountIT {

    private final Shop shop;

    StatementCountIT(RestTestClient http, Members members) {
        shop = new Shop(http, members);
    }

    @ParameterizedTest
    @CsvSource({
        "/products?x, 1",
        "/products?count=true, 2",
        "/categories?x, 1",
        "/categories?tree=true, 2",
        "/categories/ranking?x, 1",
        "/tags?x, 1",
        "/vat-rates?x, 1",
        "/packagings?x, 1",
        "/listings?x, 1",
        "/listings?count=true, 2"
    })
    void readsAPageOfAnyLengthByTheSameStatements(String path, int most) {
        for (int i = 0; i < 5; i++) {
            long category = shop.category(shop.category(null));
            shop.productId(Map.of("tagIds", List.of(shop.tag(true)), "categoryId", category));
            shop.vatRate();
            new Stall(shop, shop.admin()).active(1);
        }
        String start = path.replace("?x", "?");

        int one = statements(start + "&limit=1");
        int many = statements(start + "&limit=100");

        assertThat(one).isEqualTo(many);
        assertThat(many).isPositive().isLessThanOrEqualTo(most);
    }

    private int statements(String path) {
        String query = path.replace("?&", "?");
        shop.get(query).expect(200);
        return Statements.of(() -> shop.get(query).expect(200)).size();
    }
}
