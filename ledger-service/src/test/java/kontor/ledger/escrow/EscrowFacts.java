package kontor.ledger.escrow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import kontor.ledger.escrow.Deals.Deal;
import kontor.testkit.EventSchema;
import kontor.testkit.TopicReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the ledger tells of the money of purchases. */
record EscrowFacts(TopicReader topics) {

    private static final String TOPIC = "kontor.ledger.escrow.v1";

    /** The one of this number; numbers run without gap, and each fact is as its contract says. */
    JsonNode fact(Deal deal, int number, String type) {
        TopicReader.Message told = all(deal, number).get(number - 1);
        assertThat(told.type()).isEqualTo("kontor.ledger.%s.v1".formatted(type));
        return JsonMapper.shared().readTree(String.valueOf(told.value()));
    }

    /** Everything, once it is this much. */
    List<TopicReader.Message> all(Deal deal, int number) {
        topics.await(TOPIC, message -> deal.key().equals(message.key()) && message.sequence() == number);
        List<TopicReader.Message> all = topics.all(TOPIC, deal.key());
        assertThat(all)
                .extracting(TopicReader.Message::sequence)
                .isEqualTo(LongStream.rangeClosed(1, number).boxed().toList());
        all.forEach(message -> EventSchema.of(message.type()).assertValid(String.valueOf(message.value())));
        return all;
    }
}
