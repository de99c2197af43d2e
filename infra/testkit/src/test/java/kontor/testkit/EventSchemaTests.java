package kontor.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class EventSchemaTests {

    private static final String MEMBER = "kontor.identity.members-state.v1";

    private final EventSchema schema = EventSchema.of(MEMBER);

    @Test
    void acceptsTheExamples() {
        schema.assertValid(schema.example());
        schema.assertValid(schema.example("admin"));
    }

    @Test
    void namesEachFault() {
        String body = schema.example()
                .replace("\"staffLevel\": 0", "\"staffLevel\": 9")
                .replace("\"version\": 4", "\"x\": 1");

        assertThat(schema.faults(body))
                .anyMatch(fault -> fault.contains("staffLevel"))
                .anyMatch(fault -> fault.contains("version"));
        assertThatThrownBy(() -> schema.assertValid(body))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(MEMBER);
    }

    @Test
    void refusesFieldsThatNobodyPromised() {
        String body = schema.example().replaceFirst("\\{", "{\"shoeSize\": 43,");

        assertThat(schema.faults(body)).singleElement().asString().contains("shoeSize");
    }

    @Test
    void checksFormats() {
        String body = schema.example().replace("2026-05-03T09:15:00Z", "2026-05-33T09:15:00Z");

        assertThat(schema.faults(body)).isNotEmpty();
    }

    @Test
    void failsForATypeWithoutContract() {
        assertThatThrownBy(() -> EventSchema.of("kontor.ledger.never-happened.v1"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("never-happened");
        assertThatThrownBy(() -> EventSchema.of("Deposit")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void holdsTheTestMembersToTheContract() {
        for (Member member : new Member[] {
            Member.registered(),
            Member.registered().verified(),
            Member.registered().verified().inactive(),
            Member.registered().verified().limit(null).admin(true)
        }) {
            schema.assertValid(JsonMapper.shared().writeValueAsString(member.state()));
        }
    }
}
