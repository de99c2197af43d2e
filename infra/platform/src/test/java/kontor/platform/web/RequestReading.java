package kontor.platform.web;

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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kontor.platform.Rejection.Fault;
import kontor.platform.rejection.InvalidField;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.databind.annotation.JsonDeserialize;

/** Reads requests as a service does, with a field of each type. */
final class RequestReading {

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

    List<Fault> faults(String json, Class<?> type) {
        var refusal = assertThatExceptionOfType(InvalidField.class).isThrownBy(() -> {
            Object body = read(json, type);
            // What Spring's @Valid does with a body that could be read.
            Faults faults = new Faults();
            faults.violations(VALIDATOR.validate(body));
            throw new InvalidField(faults.all());
        });
        return refusal.actual().faults();
    }

    void assertMalformed(byte[] json) {
        assertThatExceptionOfType(Exception.class)
                .isThrownBy(() -> reader.read(ResolvableType.forClass(Body.class), message(json), null))
                .matches(e -> e instanceof HttpMessageNotReadableException || e instanceof Texts.UnstorableText);
    }

    @SuppressWarnings("unchecked") // The reader makes what it is asked for.
    <T> T read(String json, Class<T> type) throws IOException {
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
