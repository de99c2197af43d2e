package kontor.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProblemsTests {

    static final List<Refusal> REFUSALS = List.of(
            Refusal.malformed("x"),
            Refusal.tokenMissing(),
            Refusal.tokenInvalid(),
            Refusal.originNotAllowed(),
            Refusal.notFound(),
            Refusal.methodNotAllowed("GET"),
            Refusal.tooLarge("x"),
            Refusal.unsupported("x"),
            Refusal.tooManyRequests(Duration.ZERO),
            Refusal.maintenance(null, Duration.ofSeconds(1)),
            Refusal.unavailable("x", Duration.ofSeconds(1)),
            Refusal.internal());

    private final Problems problems = new Problems();

    @ParameterizedTest
    @EnumSource
    void explainsEveryCodeOfTheGateway(ProblemCode code) {
        assertThat(problems.find(code.code())).hasValueSatisfying(entry -> {
            assertThat(entry.title()).isNotBlank();
            assertThat(entry.meaning()).isNotBlank();
            assertThat(entry.remedy()).isNotBlank();
            assertThat(entry.retry()).isNotBlank();
        });
    }

    @ParameterizedTest
    @FieldSource("REFUSALS")
    void refusesWithTheStatusOfThePage(Refusal refusal) {
        assertThat(problems.find(refusal.code().code()).orElseThrow().status()).isEqualTo(refusal.status());
    }

    @Test
    void escapesWhatItRepeats() {
        byte[] body = problems.write(Refusal.malformed("a\"b\n"), "/x\"y", "id");

        JsonNode read = JsonMapper.shared().readTree(body);
        assertThat(read.get("detail").stringValue()).isEqualTo("a\"b\n");
        assertThat(read.get("instance").stringValue()).isEqualTo("/x\"y");
    }
}
