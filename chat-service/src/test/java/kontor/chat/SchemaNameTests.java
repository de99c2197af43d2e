package kontor.chat;

import static org.assertj.core.api.Assertions.assertThat;

import kontor.testkit.probe.ApiRecords;
import org.junit.jupiter.api.Test;

/** The OpenAPI document names records without their package: of two with one name it would describe only one. */
class SchemaNameTests {

    @Test
    void noTwoRecordsOfTheApiShareAName() {
        ApiRecords records = ApiRecords.of("kontor.chat");

        assertThat(records.number()).isGreaterThan(8);
        assertThat(records.sharingAName()).isEmpty();
    }
}
