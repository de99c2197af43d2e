package kontor.gateway.route;

import static kontor.gateway.testing.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import kontor.gateway.testing.GatewayTest;
import kontor.gateway.testing.Http;
import kontor.gateway.testing.Shop;
import kontor.gateway.testing.Upstream;
import kontor.gateway.testing.Upstream.Seen;
import kontor.testkit.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class RoutesIT {

    private final Http http;

    RoutesIT(@LocalServerPort int port) {
        http = new Http(port);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            members, identity
            ranks, identity
            customers, identity
            maintenance, identity
            products, catalog
            tags, catalog
            categories, catalog
            vat-rates, catalog
            uploads, catalog
            packagings, catalog
            listings, catalog
            shelf-purchases, ledger
            accounts, ledger
            deposits, ledger
            replenishment-collections, ledger
            replenishments, ledger
            stocktakings, ledger
            finance, ledger
            receivables, ledger
            invoice-payments, ledger
            orders, order
            order-statuses, order
            payment-methods, order
            shipping-quotes, order
            market-purchases, order
            ratings, order
            fee-models, order
            shipping-tariffs, order
            shipping-extras, order
            invoices, invoice
            invoice-requests, invoice
            invoice-cancellations, invoice
            issuers, invoice
            tickets, support
            target-types, support
            canned-answers, support
            support, support
            conversations, chat
            chat, chat
            """)
    void leadsEveryResourceToItsOwner(String resource, String owner) {
        assertThat(http.signedInGet("/api/v1/" + resource).body()).contains("\"" + owner + "\"");
        assertThat(http.signedInGet("/api/v1/" + resource + "/17/more?a=b").body())
                .contains("\"" + owner + "\"");
    }

    @ParameterizedTest
    @FieldSource("kontor.gateway.testing.Shop#SERVICES")
    void leadsToTheAuditLogOfEachService(String service) {
        assertThat(http.signedInGet("/api/v1/audit/" + service).body()).contains("\"" + service + "\"");
    }

    @ParameterizedTest
    @FieldSource("kontor.gateway.testing.Shop#SERVICES")
    void showsTheApiDocumentOfEachServiceToAnyone(String service) {
        assertThat(http.get("/v3/api-docs/" + service).body()).contains("\"" + service + "\"");
        assertThat(Shop.service(service).seenAt("/v3/api-docs")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/nothing",
                "/api/v1",
                "/api/v1/audit",
                "/api/v1/audit/nobody",
                "/api/v2/products",
                "/API/v1/products",
                "/api/v1/Products",
                "/v3/api-docs/nobody",
                "/actuator",
                "/actuator/health",
                "/actuator/gateway/routes",
                "/health",
                "/error",
            })
    void knowsNoOtherPath(String path) {
        assertProblem(http.get(path), 404, "not-found");
        assertProblem(http.signedInGet(path), 404, "not-found");
    }

    @Test
    void passesARequestOnUnchangedButForItsHeaders() {
        String path = "/api/v1/deposits/" + UUID.randomUUID();
        String bearer = Tokens.stranger().bearer();

        http.send(http.to(path + "?from=2026-01-01T00:00:00Z&name=%C3%A9%2F%20x")
                .header("Authorization", bearer)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "k-1")
                .header("If-Match", "\"7\"")
                .header("Prefer", "wait=3")
                .POST(BodyPublishers.ofString("{\"amountMinor\":1}")));

        Seen seen = Shop.service("ledger").seenAt(path).getFirst();
        assertThat(seen.method()).isEqualTo("POST");
        assertThat(seen.uri()).isEqualTo(path + "?from=2026-01-01T00:00:00Z&name=%C3%A9%2F%20x");
        assertThat(seen.body()).isEqualTo("{\"amountMinor\":1}");
        assertThat(seen.header("Authorization")).containsExactly(bearer);
        assertThat(seen.header("Idempotency-Key")).containsExactly("k-1");
        assertThat(seen.header("If-Match")).containsExactly("\"7\"");
        assertThat(seen.header("Prefer")).containsExactly("wait=3");
    }

    @Test
    void keepsBackWhateverCouldCarryAnIdentityOrAnAddress() {
        String path = "/api/v1/accounts/" + UUID.randomUUID();

        http.send(http.signedInTo(path)
                .header("X-Forwarded-For", "6.6.6.6")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Proto", "gopher")
                .header("X-Forwarded-Prefix", "/evil")
                .header("Forwarded", "for=6.6.6.6;host=evil.example")
                .header("X-Real-IP", "6.6.6.6")
                .header("X-User", "ada")
                .header("X-Member-Id", "1")
                .header("X-HTTP-Method-Override", "DELETE")
                .header("X-Original-URL", "/api/v1/members")
                .header("Cookie", "session=1")
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));

        Seen seen = Shop.service("ledger").seenAt(path).getFirst();
        assertThat(seen.method()).isEqualTo("GET");
        assertThat(seen.header("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat(seen.header("X-Forwarded-Host")).containsExactly("shop.example");
        assertThat(seen.header("X-Forwarded-Proto")).containsExactly("https");
        assertThat(seen.header("X-Forwarded-Port")).containsExactly("443");
        assertThat(seen.headers())
                .doesNotContainKeys(
                        "X-Forwarded-Prefix",
                        "Forwarded",
                        "X-Real-IP",
                        "X-User",
                        "X-Member-Id",
                        "X-HTTP-Method-Override",
                        "X-Original-URL",
                        "Cookie");
    }

    @Test
    void takesOverAPlainCorrelationIdAndReplacesAnyOther() {
        String path = "/api/v1/accounts/" + UUID.randomUUID();

        HttpResponse<String> plain = http.send(http.signedInTo(path).header("X-Correlation-Id", "order-17.a"));
        HttpResponse<String> odd = http.send(http.signedInTo(path).header("X-Correlation-Id", "a b<c>"));

        assertThat(plain.headers().allValues("X-Correlation-Id")).containsExactly("order-17.a");
        assertThat(odd.headers().allValues("X-Correlation-Id")).hasSize(1).doesNotContain("a b<c>");
        assertThat(Shop.service("ledger").seenAt(path))
                .extracting(seen -> seen.header("X-Correlation-Id"))
                .containsExactly(
                        plain.headers().allValues("X-Correlation-Id"),
                        odd.headers().allValues("X-Correlation-Id"));
    }

    @Test
    void keepsBackWhatAServiceTellsAboutItself() {
        String path = "/api/v1/accounts/" + UUID.randomUUID();
        Shop.service("ledger").answer(path, exchange -> {
            exchange.getResponseHeaders().set("Server", "Inner/1.0");
            exchange.getResponseHeaders().set("X-Powered-By", "Inner");
            exchange.getResponseHeaders().set("Set-Cookie", "a=b");
            exchange.getResponseHeaders().set("X-Correlation-Id", "other");
            exchange.getResponseHeaders().set("Cache-Control", "public, max-age=60");
            exchange.getResponseHeaders().set("Content-Security-Policy", "sandbox");
            exchange.getResponseHeaders().set("ETag", "\"3\"");
            exchange.getResponseHeaders().set("Location", "http://127.0.0.1:9/api/v1/accounts/1?a=b");
            Upstream.send(exchange, 201, "{}");
        });

        HttpResponse<String> answer = http.signedInGet(path);

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().map()).doesNotContainKeys("server", "x-powered-by", "set-cookie");
        assertThat(answer.headers().allValues("X-Correlation-Id")).hasSize(1).doesNotContain("other");
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("public, max-age=60");
        assertThat(answer.headers().allValues("Content-Security-Policy")).containsExactly("sandbox");
        assertThat(answer.headers().allValues("ETag")).containsExactly("\"3\"");
        assertThat(answer.headers().allValues("Location")).containsExactly("/api/v1/accounts/1?a=b");
    }

    @Test
    void putsTheSecurityHeadersOnEveryAnswer() {
        for (String path : new String[] {"/api/v1/products", "/api/v1/accounts", "/nothing", "/"}) {
            HttpResponse<String> answer = http.get(path);

            assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy).contains("frame-ancestors 'none'"));
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .doesNotContain("script-src 'unsafe-inline'");
            assertThat(answer.headers().map()).doesNotContainKeys("server", "x-powered-by");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/members",
        "POST, /api/v1/members/me",
        "POST, /api/v1/members/",
        "PUT, /api/v1/maintenance",
        "POST, /api/v1/products",
        "PATCH, /api/v1/products/1",
        "GET, /api/v1/products/1/prices",
        "POST, /api/v1/uploads",
        "GET, /api/v1/shelf-purchases",
        "GET, /api/v1/audit/ledger",
        "GET, /api/v1/chat/stream",
    })
    void letsNothingProtectedPassWithoutAToken(String method, String path) {
        HttpResponse<String> answer = http.send(http.to(path).method(method, BodyPublishers.noBody()));

        assertProblem(answer, 401, "unauthenticated");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/members",
        "GET, /api/v1/maintenance",
        "GET, /api/v1/products",
        "HEAD, /api/v1/products/1",
        "GET, /api/v1/tags/1",
        "GET, /api/v1/categories/ranking",
        "GET, /api/v1/vat-rates",
        "GET, /api/v1/uploads/a-1.png",
        "GET, /api/v1/packagings",
        "GET, /api/v1/listings/1",
        "GET, /api/v1/ratings/0199c0de-0000-7000-8000-00000000ada0",
    })
    void letsAnyoneCallTheOpenOperations(String method, String path) {
        HttpResponse<String> answer = http.send(http.to(path).method(method, BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(200);
    }
}
