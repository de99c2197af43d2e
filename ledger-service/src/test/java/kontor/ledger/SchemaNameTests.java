package kontor.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import kontor.testkit.probe.ApiRecords;
import org.junit.jupiter.api.Test;

/** The OpenAPI document names records without their package: of two with one name it would describe only one. */
class SchemaNameTests {

    @Test
    void noTwoRecordsOfTheApiShareAName() {
        ApiRecords records = ApiRecords.of("kontor.ledger");

        assertThat(records.number()).isGreaterThan(30);
        assertThat(records.sharingAName()).isEmpty();
    }
}
