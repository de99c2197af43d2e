package kontor.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicPlanTests {

    @Test
    void makesATopicAndOneForItsDeadLettersOfEachChannel() {
        TopicPlan plan = parse("""
                channels:
                  orders:
                    address: kontor.order.order.v1
                    bindings:
                      kafka:
                        partitions: 6
                        topicConfiguration:
                          cleanup.policy: [compact, delete]
                          retention.ms: -1
                """);

        assertThat(plan.topics())
                .containsExactly(
                        new TopicPlan.Topic(
                                "kontor.order.order.v1",
                                6,
                                Map.of("cleanup.policy", "compact,delete", "retention.ms", "-1")),
                        new TopicPlan.Topic("kontor.order.order.v1-dlt", 6, Map.of("cleanup.policy", "delete")));
    }

    @Test
    void doesWithoutBindings() {
        TopicPlan plan = parse("""
                channels:
                  orders:
                    address: kontor.order.order.v1
                """);

        assertThat(plan.topics()).extracting(TopicPlan.Topic::partitions).containsExactly(1, 1);
    }

    @Test
    void readsTheDocumentOfTheShop() {
        TopicPlan plan = TopicPlan.fromContracts();

        assertThat(plan.topics())
                .extracting(TopicPlan.Topic::name)
                .contains("kontor.identity.members.v1", "kontor.identity.members.v1-dlt");
        assertThat(plan.topics())
                .allSatisfy(topic -> assertThat(topic.partitions()).isPositive());
    }

    private static TopicPlan parse(String document) {
        return TopicPlan.parse(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
    }
}
