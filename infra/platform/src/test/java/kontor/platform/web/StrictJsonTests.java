package kontor.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kontor.platform.Rejection.Fault;
import kontor.platform.web.RequestReading.Body;
import kontor.platform.web.RequestReading.Kind;
import kontor.platform.web.RequestReading.Label;
import kontor.platform.web.RequestReading.Needed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the reader of requests takes and what it names as faults (common.md section 11, reliability.md section 5). */
class StrictJsonTests {

    private final RequestReading reading = new RequestReading();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"number\":1.0}",
                "{\"number\":1e3}",
                "{\"number\":1.9}",
                "{\"number\":\"5\"}",
                "{\"number\":\"\"}",
                "{\"number\":true}",
                "{\"number\":[1]}",
                "{\"number\":{}}",
                "{\"number\":9223372036854775808}",
                "{\"number\":-9223372036854775809}",
                "{\"number\":1234567890123456789012345678901234567890}",
                "{\"number\":1e999999999}",
                "{\"count\":2147483648}",
                "{\"count\":-2147483649}",
                "{\"percent\":\"1.5\"}",
                "{\"percent\":true}",
                "{\"percent\":1e999999999}",
                "{\"percent\":1e-999999999}",
                "{\"flag\":1}",
                "{\"flag\":0}",
                "{\"flag\":\"true\"}",
                "{\"text\":5}",
                "{\"text\":true}",
                "{\"text\":[\"a\"]}",
                "{\"text\":{}}",
                "{\"uuid\":\"1\"}",
                "{\"uuid\":\"0-0-0-0-0\"}",
                "{\"uuid\":\"{3e2b1a52-0d5c-4c8e-9d8b-0a6f6d0e5b11}\"}",
                "{\"uuid\":\"3e2b1a520d5c4c8e9d8b0a6f6d0e5b11\"}",
                "{\"uuid\":\"urn:uuid:3e2b1a52-0d5c-4c8e-9d8b-0a6f6d0e5b11\"}",
                "{\"uuid\":\"PisaUg1cTI6dixpfbQ5bEQ==\"}",
                "{\"uuid\":7}",
                "{\"at\":\"2026-05-04T10:00:00\"}",
                "{\"at\":\"2026-05-04\"}",
                "{\"at\":\"2026-02-30T10:00:00Z\"}",
                "{\"at\":\"2026-05-04T24:00:00Z\"}",
                "{\"at\":\"+10000-01-01T00:00:00Z\"}",
                "{\"at\":\"9999-12-31T23:59:59-01:00\"}",
                "{\"at\":\"-0001-01-01T00:00:00Z\"}",
                "{\"at\":\"0000-12-31T23:59:59Z\"}",
                "{\"at\":1777888800}",
                "{\"at\":\"\"}",
                "{\"day\":\"2026-02-30\"}",
                "{\"day\":\"2026-2-3\"}",
                "{\"day\":\"+999999999-01-01\"}",
                "{\"day\":\"2026-05-04T10:00:00Z\"}",
                "{\"day\":20260504}",
                "{\"kind\":\"red\"}",
                "{\"kind\":\"GREEN\"}",
                "{\"kind\":\"\"}",
                "{\"kind\":\" RED\"}",
                "{\"kind\":0}",
                "{\"kind\":[\"RED\"]}",
                "{\"label\":\"a\"}",
                "{\"label\":1}",
                "{\"label\":true}",
                "{\"label\":[]}",
                "{\"parts\":1}",
                "{\"parts\":\"1\"}",
                "{\"parts\":{}}",
                "{\"labels\":[\"a\"]}",
                "{\"secret\":5}",
            })
    void namesAWrongValueByItsPointer(String json) {
        String field = json.substring(2, json.indexOf('"', 2));

        assertThat(reading.faults(json, Body.class))
                .singleElement()
                .satisfies(fault -> assertThat(fault.pointer()).startsWith("/" + field))
                .extracting(Fault::code)
                .isEqualTo("invalid-field");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"number\":1",
                "{\"number\":}",
                "{number:1}",
                "{'number':1}",
                "{\"number\":1,}",
                "{\"number\":01}",
                "{\"number\":+1}",
                "{\"number\":.5}",
                "{\"number\":NaN}",
                "{\"number\":0x1}",
                "{\"number\":12345678901234567890123456789012345678901}",
                "{\"number\":1}{}",
                "{\"number\":1} x",
                "{\"number\":1,\"number\":2}",
                "{\"label\":{\"word\":\"a\",\"word\":\"b\"}}",
                "{\"text\":\"a\u0000\"}",
                "{\"text\":\"a\\u0000\"}",
                "{\"text\":\"a\nb\"}",
                "{\"text\":\"\\ud800\"}",
                "{\"text\":\"\\udc00\\ud800\"}",
                "{\"secret\":\"\\u0000\"}",
                "// comment\n{}",
                "\u0000",
            })
    void refusesWhatIsNoWellFormedJson(String json) {
        reading.assertMalformed(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void refusesWrongEncodingsAndDepth() {
        reading.assertMalformed("{\"text\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1));
        reading.assertMalformed(
                ("{\"unknown\":" + "[".repeat(60) + "]".repeat(60) + "}").getBytes(StandardCharsets.UTF_8));
        reading.assertMalformed(new byte[] {(byte) 0xff, (byte) 0xfe, 0x7b});
    }

    @Test
    void judgesHugeNumbersInNoTime() {
        long begun = System.nanoTime();

        reading.assertMalformed(("{\"number\":" + "9".repeat(200_000) + "}").getBytes(StandardCharsets.UTF_8));
        reading.faults("{\"percent\":1e999999999}", Body.class);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(500));
    }

    @Test
    void namesAllFaultsTogether() {
        String json = """
                {"number":"5","text":"too long","extra":{"a":1},"label":{"word":"much too long","more":1},
                 "parts":[1,"2",0],"labels":[{"word":"a"},{"word":null},{}]}""";

        List<Fault> faults = reading.faults(json, Body.class);

        assertThat(faults)
                .extracting(fault -> fault.pointer() + " " + fault.code())
                .containsExactlyInAnyOrder(
                        "/number invalid-field",
                        "/text invalid-field",
                        "/extra unknown-field",
                        "/label/word invalid-field",
                        "/label/more unknown-field",
                        "/parts/1 invalid-field",
                        "/parts/2 invalid-field",
                        "/labels/1/word invalid-field",
                        "/labels/2/word invalid-field");
    }

    @Test
    void namesAMissingFieldBesideAWrongOne() {
        assertThat(reading.faults("{\"text\":5}", Needed.class))
                .extracting(Fault::pointer)
                .containsExactlyInAnyOrder("/text", "/number");
        assertThat(reading.faults("[]", Needed.class))
                .extracting(Fault::pointer)
                .containsExactly("");
        assertThat(reading.faults("5", Needed.class)).extracting(Fault::pointer).containsExactly("");
        assertThat(reading.faults("\"a\"", Needed.class))
                .extracting(Fault::pointer)
                .containsExactly("");
    }

    @Test
    void boundsTheNumberOfNamedFaults() {
        String json = "{\"parts\":[" + "\"x\",".repeat(5_000) + "1]}";

        assertThat(reading.faults(json, Body.class)).hasSizeLessThanOrEqualTo(50);
    }

    @Test
    void readsEachTypeInItsOwnForm() throws IOException {
        Body body = reading.read("""
                {"number":-9223372036854775808,"count":2147483647,"percent":12.50,"flag":false,"text":"abcde",
                 "lines":"a\\nb","uuid":"3E2B1A52-0D5C-4C8E-9D8B-0A6F6D0E5B11","at":"2026-05-04T10:00:00.1234567+02:00",
                 "day":"2024-02-29","kind":"RED","label":{"word":"a"},"parts":[1,2],"secret":" x "}""", Body.class);

        assertThat(body)
                .isEqualTo(new Body(
                        Long.MIN_VALUE,
                        Integer.MAX_VALUE,
                        new BigDecimal("12.50"),
                        false,
                        "abcde",
                        "a\nb",
                        UUID.fromString("3e2b1a52-0d5c-4c8e-9d8b-0a6f6d0e5b11"),
                        Instant.parse("2026-05-04T08:00:00.123456Z"),
                        LocalDate.of(2024, 2, 29),
                        Kind.RED,
                        new Label("a"),
                        List.of(1L, 2L),
                        null,
                        " x "));
    }
}
