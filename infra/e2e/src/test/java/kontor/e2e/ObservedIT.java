package kontor.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kontor.e2e.Collector.Span;
import kontor.local.service.Service;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** What those who run the shop see of it: traces and figures. */
@Order(13)
@ExtendWith(ShopExtension.class)
class ObservedIT {

    private final Shop shop;

    ObservedIT(Shop shop) {
        this.shop = shop;
    }

    @Test
    void aCallIsOneTraceFromTheGatewayThroughOutboxAndBrokerToTheConsumer() {
        // Below any share of calls that are traced: the lower half of the id decides.
        String trace = UUID.randomUUID().toString().replace("-", "").substring(0, 16) + "0000000000000001";
        String client = "b7ad6b7169203331";

        shop.as("ada").traced("00-%s-%s-00".formatted(trace, client)).post("/api/v1/packagings", """
                {"name":"%s","lengthMm":300,"widthMm":200,"heightMm":150,"weightG":180}
                """.formatted(
                        Community.name("Traced")));

        await().atMost(Community.SOON).untilAsserted(() -> {
            List<Span> spans = shop.collector().spans(trace);
            Span consumer = spans.stream()
                    .filter(span -> span.service().equals("order-service"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(spans));
            assertThat(consumer.name()).isEqualTo("kontor.catalog.packaging.v1 process");
            List<Span> way = wayUp(consumer, spans);
            assertThat(way.stream().map(Span::service).distinct())
                    .containsExactly("order-service", "catalog-service", "gateway");
            assertThat(way.getLast().parent()).isEqualTo(client);
        });
    }

    /** Queries of all kinds run as the service's own role, which no test of a service alone shows. */
    @TestFactory
    Stream<DynamicTest> eachServiceTellsWhatWaitsAndWhetherItsBooksAreRight() {
        return Service.ALL.stream()
                .filter(service -> !service.isGateway())
                .map(service -> DynamicTest.dynamicTest(service.name(), () -> {
                    Figures figures = Figures.of(shop.ports(), service);

                    assertThat(figures.verified())
                            .isNotEmpty()
                            .allSatisfy((invariant, rows) ->
                                    assertThat(rows).as(invariant).isNotNull());
                    assertThat(figures.valuesOf("platform_outbox_oldest_seconds"))
                            .hasSize(1);
                    assertThat(figures.valuesOf("platform_halted")).containsExactly(0.0);
                    assertThat(figures.valuesOf("platform_verify_failures_total"))
                            .containsExactly(0.0);
                    assertThat(figures.all("platform_"))
                            .allSatisfy(
                                    (name, value) -> assertThat(value).as(name).isNotNaN());
                }));
    }

    @Test
    void theGatewayTellsHowLongEachServiceTakesAndHowOldItsKeysAre() {
        Figures figures = Figures.of(
                shop.ports(),
                Service.ALL.stream().filter(Service::isGateway).findFirst().orElseThrow());

        assertThat(figures.all("resilience4j_circuitbreaker_calls_seconds_bucket"))
                .anySatisfy((name, value) -> assertThat(name).contains("name=\"catalog\"", "le=\"0.1\""));
        assertThat(figures.valuesOf("gateway_token_fetch_age_seconds"))
                .singleElement()
                .satisfies(age -> assertThat(age).isNotNegative());
        assertThat(figures.valuesOf("gateway_token_key_age_seconds"))
                .singleElement()
                .satisfies(age -> assertThat(age).isPositive());
    }

    private static List<Span> wayUp(Span from, List<Span> spans) {
        Map<String, Span> byId = spans.stream().collect(Collectors.toMap(Span::id, Function.identity()));
        List<Span> way = new ArrayList<>();
        for (@Nullable Span span = from; span != null; span = byId.get(span.parent())) {
            way.add(Objects.requireNonNull(span));
        }
        return way;
    }
}
