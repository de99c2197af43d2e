package kontor.platform.sample;

import java.util.stream.Stream;
import kontor.testkit.KafkaServer;

/** The sample's topics, which no contract declares. */
final class SampleTopics {

    private SampleTopics() {}

    static void create(KafkaServer kafka) {
        Stream.of(Filling.JARS, JarListener.ORDERS, JarListener.SHELVES)
                .forEach(topic -> kafka.createTopics(topic, topic + "-dlt"));
    }
}
