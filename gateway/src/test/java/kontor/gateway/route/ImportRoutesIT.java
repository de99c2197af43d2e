package kontor.gateway.route;

import static kontor.gateway.testing.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import kontor.gateway.testing.GatewayTest;
import kontor.gateway.testing.Http;
import kontor.gateway.testing.Shop;
import kontor.gateway.testing.Upstream.Seen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class ImportRoutesIT {

    private final Http http;

    ImportRoutesIT(@LocalServerPort int port) {
        http = new Http(port);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            ranks, identity
            members, identity
            member-histories, identity
            customers, identity
            log-ins, identity
            vat-rates, catalog
            categories, catalog
            tags, catalog
            products, catalog
            community-facts, ledger
            payment-methods, order
            order-statuses, order
            orders, order
            issuers, invoice
            invoices, invoice
            """)
    void leadEachImportToWhoOwnsWhatIsTakenOver(String what, String owner) {
        String path = "/api/v1/imports/" + what;

        http.send(http.signedInTo(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"source\":\"community\"}")));

        Seen seen = Shop.service(owner).seenAt(path).getFirst();
        assertThat(seen.method()).isEqualTo("POST");
        assertThat(seen.body()).isEqualTo("{\"source\":\"community\"}");
        assertThat(http.signedInGet(path + "/more?a=b").body()).contains("\"" + owner + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/imports",
                "/api/v1/imports/",
                "/api/v1/imports/nothing",
                "/api/v1/imports/Members",
                "/api/v1/imports/audit/ledger",
            })
    void leadNowhereElse(String path) {
        assertProblem(http.signedInGet(path), 404, "not-found");
    }

    @Test
    void needAToken() {
        HttpResponse<String> answer =
                http.send(http.to("/api/v1/imports/members").POST(BodyPublishers.noBody()));

        assertProblem(answer, 401, "unauthenticated");
    }
}
