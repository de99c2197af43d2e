package kontor.identity;

import static org.assertj.core.api.Assertions.assertThat;

import kontor.testkit.TestDatabase;
import kontor.testkit.probe.Statements;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What a list costs must not depend on how long it is; the first statement of each looks up the caller. */
@IdentityTest
class StatementCountIT {

    private final Shop shop;

    StatementCountIT(RestTestClient http, TestDatabase database) {
        shop = Shop.founded(http, database);
    }

    @ParameterizedTest
    @CsvSource({
        "/members?x, 2",
        "/members?count=true, 3",
        "/members?name=n&sort=-createdAt, 2",
        "/ranks?x, 2",
        "/customers?x, 2",
        "/customers?city=g&count=true, 3",
        "/customers/same-city?x, 2",
        "/customers/ID/sites?x, 3",
        "/audit/identity?x, 2"
    })
    void readsAPageOfAnyLengthByTheSameStatements(String path, int most) {
        long customer = 0;
        for (int i = 0; i < 3; i++) {
            customer = shop.profile(shop.member()).id();
            shop.newRank();
        }
        String list = path.replace("ID", "" + customer).replace("?x", "?") + "&limit=";

        int one = statements(list + "1");
        int many = statements(list + "100");

        assertThat(one).isEqualTo(many);
        assertThat(many).isPositive().isLessThanOrEqualTo(most);
    }

    private int statements(String path) {
        String query = path.replace("?&", "?");
        Shop.require(shop.get(query, shop.admin()));
        return Statements.of(() -> Shop.require(shop.get(query, shop.admin()))).size();
    }
}
