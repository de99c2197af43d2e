package kontor.testkit.samples.wire;

import kontor.platform.messaging.Outbox;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Service;

@Service
class Buying {

    private final Outbox outbox;
    private final KafkaTemplate<String, String> kafka;

    Buying(Outbox outbox, KafkaTemplate<String, String> kafka) {
        this.outbox = outbox;
        this.kafka = kafka;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the sample is about sending at all
    @KafkaListener(topics = "kontor.ledger.deposit.v1", groupId = "buyers")
    void buy(String event) {
        outbox.append(event);
        kafka.send("kontor.ledger.deposit.v1", event);
    }
}
