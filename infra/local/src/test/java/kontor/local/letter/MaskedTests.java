package kontor.local.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MaskedTests {

    @Test
    void showsWhatABodyConsistsOfAndNoText() {
        String masked = masked("""
                {"memberId": "0199c0de-0000-7000-8000-00000000ada0", "name": "GRACE", "at": "2026-05-01T09:30:00Z",
                 "amountMinor": 500, "active": true, "sites": [{"city": "Győr"}], "rank": null}
                """);

        assertThat(masked)
                .contains("0199c0de-0000-7000-8000-00000000ada0", "2026-05-01T09:30:00Z", "500", "true", "null")
                .contains("\"name\" : \"(5 characters)\"", "\"city\" : \"(4 characters)\"")
                .doesNotContain("GRACE", "Győr");
    }

    @Test
    void saysOnlyHowLongABodyIsThatIsNoJson() {
        assertThat(masked("{\"name\": \"Grace")).isEqualTo("15 bytes that are no JSON");
        assertThat(Masked.of(null)).isEqualTo("none");
    }

    private static String masked(String body) {
        return Masked.of(body.getBytes(StandardCharsets.UTF_8));
    }
}
