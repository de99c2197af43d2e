package kontor.order.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kontor.order.Messages;
import kontor.order.offer.PackagingListener.Changed;
import kontor.platform.messaging.MalformedRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackagingListenerTests {

    @Test
    void readsTheExampleOfTheContract() {
        assertThat(Messages.example("kontor.catalog.packaging-changed.v1").as(Changed.class))
                .isEqualTo(new Changed(3, "Carton M", 350, 250, 120, 210, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"packagingId\": 3, \"name\": \"x\", \"lengthMm\": 0, \"widthMm\": 1, \"heightMm\": 1,"
                        + " \"weightG\": 1, \"active\": true}",
                "{\"packagingId\": 3, \"name\": \"x\", \"lengthMm\": 1, \"widthMm\": 1, \"heightMm\": 1,"
                        + " \"weightG\": -1, \"active\": true}",
            })
    void takesWhatCannotBeReadForMalformed(String body) {
        assertThatThrownBy(() -> Messages.of(body).as(Changed.class)).isInstanceOf(MalformedRecord.class);
    }
}
