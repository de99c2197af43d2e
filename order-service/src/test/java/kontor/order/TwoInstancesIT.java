package kontor.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import kontor.order.Bazaar.Deal;
import kontor.order.Shop.Customer;
import kontor.testkit.KafkaServer;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.Tokens;
import kontor.testkit.TopicWriter;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Callers wait at one instance while another one consumes the answers. */
@KontorTest(service = "order", kafka = KontorTest.Kafka.SHARED)
class TwoInstancesIT {

    private static final Set<String> ANSWERS = Set.of("order.reservation", "order.listing-reservation", "order.escrow");

    private final Shop shop;
    private final KafkaListenerEndpointRegistry listeners;
    private final Map<String, Object> environment;

    TwoInstancesIT(
            RestTestClient http,
            Members members,
            TestDatabase database,
            TopicWriter writer,
            KafkaServer kafka,
            KafkaListenerEndpointRegistry listeners) {
        shop = new Shop(http, members, database, writer);
        this.listeners = listeners;
        environment = Map.of(
                "KONTOR_DATABASE_URL", database.url(),
                "KONTOR_DATABASE_USER", database.app().name(),
                "KONTOR_DATABASE_PASSWORD", database.app().password(),
                "KONTOR_MIGRATION_USER", database.owner().name(),
                "KONTOR_MIGRATION_PASSWORD", database.owner().password(),
                "KONTOR_ISSUER", Tokens.issuer(),
                "KONTOR_JWKS", Tokens.jwksUrl(),
                "KONTOR_KAFKA", kafka.bootstrapServers(),
                "SERVER_PORT", "0",
                "MANAGEMENT_SERVER_PORT", "0");
    }

    private List<MessageListenerContainer> answers() {
        return listeners.getListenerContainers().stream()
                .filter(container -> ANSWERS.contains(String.valueOf(container.getGroupId())))
                .toList();
    }

    @Test
    void seesDecisionsThatAnotherInstanceHasTaken() {
        assertThat(answers()).hasSameSizeAs(ANSWERS);
        answers().forEach(MessageListenerContainer::stop);
        try (ConfigurableApplicationContext other = new SpringApplicationBuilder(OrderApplication.class)
                .web(WebApplicationType.SERVLET)
                .properties(environment)
                .run()) {
            assertThat(other.isRunning()).isTrue();
            placesAnOrder();
            paysForAPurchase();
        } finally {
            answers().forEach(MessageListenerContainer::start);
        }
    }

    private void placesAnOrder() {
        Customer cleo = shop.customer();
        String body = shop.order(cleo, 1);
        CompletableFuture<Answer> placing = CompletableFuture.supplyAsync(() ->
                shop.send(HttpMethod.POST, "/orders", cleo.bearer(), body, headers -> {
                    headers.set("Idempotency-Key", Shop.named("key").replace(' ', '-'));
                    headers.set("Prefer", "wait=10");
                }));
        String pending = "retail_order where customer_id = " + cleo.id();
        shop.neighbours().await(pending);
        shop.neighbours()
                .sayReserved(shop.neighbours()
                        .owner()
                        .sql("select id from " + pending)
                        .query((row, n) -> row.getLong(1))
                        .single());

        assertThat(placing.join().expect(201).stands()).isEqualTo("NEW");
    }

    private void paysForAPurchase() {
        Dealer dealer = new Dealer(shop);
        Deal deal = shop.bazaar().opened();
        CompletableFuture<Answer> paying = dealer.waiting(deal.buyer().bearer(), deal.path() + "/payment", "{}");
        dealer.sayPayment(deal.id(), "funded");

        assertThat(paying.join().expect(200).stands()).isEqualTo("PAID");
    }
}
