package kontor.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kontor.platform.Rejection.Fault;
import kontor.platform.rejection.InvalidField;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.databind.annotation.JsonDeserialize;

/** What the reader of requests takes and what it names as faults (common.md section 11, reliability.md section 5). */
class StrictJsonTests {

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    private final StrictJson reader = new StrictJson(StrictJson.mapper(), VALIDATOR);

    /** One word of each kind. */
    enum Kind {
        RED,
        BLUE
    }

    /** A nested object. */
    record Label(@NotNull @Text(max = 5) String word) {}

    /** A field of each type. */
    record Body(
            @Nullable Long number,
            @Nullable Integer count,
            @Nullable BigDecimal percent,
            @Nullable Boolean flag,
            @Nullable @Text(max = 5) String text,
            @Nullable @Text(max = 5, lines = true) String lines,
            @Nullable UUID uuid,
            @Nullable Instant at,
            @Nullable LocalDate day,
            @Nullable Kind kind,
            @Nullable @Valid Label label,
            @Nullable @Size(max = 3) List<@NotNull @Min(1) Long> parts,
            @Nullable @Valid List<@NotNull @Valid Label> labels,

            @Nullable @JsonDeserialize(using = Verbatim.class)
            String secret) {}

    /** A field that must be there. */
    record Needed(
            @NotNull Long number, @NotNull @Text(max = 5) String text) {}

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

        assertThat(faults(json, Body.class))
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
        assertMalformed(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void refusesWrongEncodingsAndDepth() {
        assertMalformed("{\"text\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1));
        assertMalformed(("{\"unknown\":" + "[".repeat(60) + "]".repeat(60) + "}").getBytes(StandardCharsets.UTF_8));
        assertMalformed(new byte[] {(byte) 0xff, (byte) 0xfe, 0x7b});
    }

    @Test
    void judgesHugeNumbersInNoTime() {
        Assertions.assertTimeout(Duration.ofMillis(500), () -> {
            assertMalformed(("{\"number\":" + "9".repeat(200_000) + "}").getBytes(StandardCharsets.UTF_8));
            faults("{\"percent\":1e999999999}", Body.class);
        });
    }

    @Test
    void namesAllFaultsTogether() {
        String json = """
                {"number":"5","text":"too long","extra":{"a":1},"label":{"word":"much too long","more":1},
                 "parts":[1,"2",0],"labels":[{"word":"a"},{"word":null},{}]}""";

        List<Fault> faults = faults(json, Body.class);

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
        assertThat(faults("{\"text\":5}", Needed.class))
                .extracting(Fault::pointer)
                .containsExactlyInAnyOrder("/text", "/number");
        assertThat(faults("[]", Needed.class)).extracting(Fault::pointer).containsExactly("");
        assertThat(faults("5", Needed.class)).extracting(Fault::pointer).containsExactly("");
        assertThat(faults("\"a\"", Needed.class)).extracting(Fault::pointer).containsExactly("");
    }

    @Test
    void boundsTheNumberOfNamedFaults() {
        String json = "{\"parts\":[" + "\"x\",".repeat(5_000) + "1]}";

        assertThat(faults(json, Body.class)).hasSizeLessThanOrEqualTo(50);
    }

    @Test
    void readsEachTypeInItsOwnForm() throws IOException {
        Body body = read("""
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

    private List<Fault> faults(String json, Class<?> type) {
        var refusal = assertThatExceptionOfType(InvalidField.class).isThrownBy(() -> {
            Object body = read(json, type);
            // What Spring's @Valid does with a body that could be read.
            Faults faults = new Faults();
            faults.violations(VALIDATOR.validate(body));
            throw new InvalidField(faults.all());
        });
        return refusal.actual().faults();
    }

    private void assertMalformed(byte[] json) {
        assertThatExceptionOfType(Exception.class)
                .isThrownBy(() -> reader.read(ResolvableType.forClass(Body.class), message(json), null))
                .matches(e -> e instanceof HttpMessageNotReadableException || e instanceof Texts.UnstorableText);
    }

    @SuppressWarnings("unchecked")
    private <T> T read(String json, Class<T> type) throws IOException {
        return (T) reader.read(ResolvableType.forClass(type), message(json.getBytes(StandardCharsets.UTF_8)), null);
    }

    private static HttpInputMessage message(byte[] body) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        return new HttpInputMessage() {
            @Override
            public java.io.InputStream getBody() {
                return new java.io.ByteArrayInputStream(body);
            }

            @Override
            public HttpHeaders getHeaders() {
                return headers;
            }
        };
    }
}
