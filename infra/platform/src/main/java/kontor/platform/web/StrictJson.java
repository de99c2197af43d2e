package kontor.platform.web;

import jakarta.validation.Validator;
import java.io.IOException;
import java.util.Map;
import kontor.platform.rejection.InvalidField;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Reads requests strictly: unknown, doubled or coerced fields are refused, and all faults are named together. */
final class StrictJson extends JacksonJsonHttpMessageConverter {

    private static final int NESTING = 50;
    static final int DIGITS = 40;

    private static final ScopedValue<Faults> FAULTS = ScopedValue.newInstance();

    private final Validator validator;

    StrictJson(JsonMapper mapper, Validator validator) {
        super(mapper);
        this.validator = validator;
    }

    static JsonMapper mapper() {
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxNestingDepth(NESTING)
                .maxNumberLength(DIGITS)
                .build();
        return JsonMapper.builder(
                        JsonFactory.builder().streamReadConstraints(constraints).build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .addHandler(new StrictHandler())
                .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
                .addModule(Scalar.module())
                .addModule(new SimpleModule("kontor-sent").addDeserializer(Sent.class, new SentReader()))
                .build();
    }

    @Override
    protected ObjectReader customizeReader(ObjectReader reader, JavaType type) {
        return FAULTS.isBound() ? reader.withAttribute(Faults.class, FAULTS.get()) : reader;
    }

    @Override
    public Object read(ResolvableType type, HttpInputMessage message, @Nullable Map<String, Object> hints)
            throws IOException, HttpMessageNotReadableException {
        Faults faults = new Faults();
        try {
            return ScopedValue.where(FAULTS, faults).call(() -> readWhole(type, message, hints, faults));
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private Object readWhole(
            ResolvableType type, HttpInputMessage message, @Nullable Map<String, Object> hints, Faults faults)
            throws IOException {
        @Nullable Object body = super.read(type, BodyLimit.whole(message), hints);
        if (!faults.isEmpty()) {
            if (body != null) {
                faults.violations(validator.validate(body));
            }
            throw new InvalidField(faults.all());
        }
        return body;
    }
}
