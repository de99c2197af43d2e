package kontor.platform.sample;

import java.util.stream.Stream;
import kontor.testkit.KafkaServer;

/** The sample's topics, which no contract declares. */
final class SampleTopics {

    private SampleTopics() {}

    static void create(KafkaServer kafka) {
        kafka.createTopics(Stream.of(Filling.JARS, JarListener.ORDERS, JarListener.SHELVES)
                .flatMap(topic -> Stream.of(topic, topic + "-dlt"))
                .toArray(String[]::new));
    }
}
