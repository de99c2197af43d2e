package kontor.platform.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleDeserializers;
import tools.jackson.databind.module.SimpleModule;

/** Reads one scalar type from exactly its own JSON token; anything else becomes a fault and the value stays null. */
final class Scalar<T> extends StdDeserializer<T> {

    private static final Pattern UUID_FORM = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final Pattern INTEGER_FORM = Pattern.compile("-?[0-9]{1,19}");
    private static final int LATEST_YEAR = 9999;

    /** Turns the current token into a value; a runtime exception means that it cannot be one. */
    interface Reading<T> {
        T read(JsonParser parser);
    }

    private final Set<JsonToken> tokens;
    private final transient Reading<T> reading;
    private final String expectation;

    private Scalar(Class<T> type, Set<JsonToken> tokens, String expectation, Reading<T> reading) {
        super(type);
        this.tokens = tokens;
        this.reading = reading;
        this.expectation = expectation;
    }

    static SimpleModule module() {
        SimpleModule module = new SimpleModule("kontor-scalars");
        module.setDeserializers(new Enums());
        return module.addDeserializer(Long.class, integer(Long.class, JsonParser::getLongValue))
                .addDeserializer(Integer.class, integer(Integer.class, JsonParser::getIntValue))
                .addDeserializer(BigDecimal.class, number())
                .addDeserializer(Boolean.class, truth())
                .addDeserializer(String.class, text(String.class, "must be a text", p -> Texts.tidy(p.getString())))
                .addDeserializer(
                        Instant.class,
                        text(Instant.class, "must be an ISO 8601 instant with zone", p -> instant(p.getString())))
                .addDeserializer(
                        LocalDate.class, text(LocalDate.class, "must be a date YYYY-MM-DD", p -> date(p.getString())))
                .addDeserializer(UUID.class, text(UUID.class, "must be a UUID", p -> uuid(p.getString())));
    }

    static Instant instant(String text) {
        OffsetDateTime time = OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC);
        if (time.getYear() > LATEST_YEAR || time.getYear() < 1) {
            throw new IllegalArgumentException("not a year of 1 to 9999");
        }
        return time.toInstant().truncatedTo(ChronoUnit.MICROS);
    }

    static LocalDate date(String text) {
        if (text.length() != "YYYY-MM-DD".length()) {
            throw new IllegalArgumentException("not a date");
        }
        return LocalDate.parse(text);
    }

    static long integer(String text) {
        if (!INTEGER_FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not a whole number");
        }
        return Long.parseLong(text);
    }

    /** Few digits can stand for a number of gigabytes, such as 1e999999999. */
    private static BigDecimal decimal(JsonParser parser) {
        BigDecimal number = parser.getDecimalValue();
        if (Math.abs((long) number.scale()) > StrictJson.DIGITS) {
            throw new IllegalArgumentException("beyond range");
        }
        return number;
    }

    static UUID uuid(String text) {
        if (!UUID_FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not a UUID");
        }
        return UUID.fromString(text);
    }

    private static <T> Scalar<T> integer(Class<T> type, Reading<T> reading) {
        return new Scalar<>(type, Set.of(JsonToken.VALUE_NUMBER_INT), "must be a whole number in range", reading);
    }

    private static Scalar<BigDecimal> number() {
        return new Scalar<>(
                BigDecimal.class,
                Set.of(JsonToken.VALUE_NUMBER_INT, JsonToken.VALUE_NUMBER_FLOAT),
                "must be a number",
                Scalar::decimal);
    }

    private static Scalar<Boolean> truth() {
        return new Scalar<>(
                Boolean.class,
                Set.of(JsonToken.VALUE_TRUE, JsonToken.VALUE_FALSE),
                "must be true or false",
                JsonParser::getBooleanValue);
    }

    private static <T> Scalar<T> text(Class<T> type, String expectation, Reading<T> reading) {
        return new Scalar<>(type, Set.of(JsonToken.VALUE_STRING), expectation, reading);
    }

    /** Words exactly as they are listed; Jackson's own reader also takes padded and empty ones. */
    private static final class Enums extends SimpleDeserializers {

        @Override
        @SuppressWarnings({"unchecked", "rawtypes"}) // The class of an enum type is one of an enum.
        public ValueDeserializer<?> findEnumDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
            Class<Enum> words = (Class<Enum>) type.getRawClass();
            return text(words, "must be one of the known words", p -> Enum.valueOf(words, p.getString()));
        }
    }

    @Override
    @SuppressWarnings("NullAway") // A fault leaves the value null; the request is refused before anyone reads it.
    public @Nullable T deserialize(JsonParser parser, DeserializationContext context) throws JacksonException {
        if (tokens.contains(parser.currentToken())) {
            try {
                return reading.read(parser);
            } catch (InputCoercionException | IllegalArgumentException | java.time.DateTimeException ignored) {
                StrictHandler.faults(context).invalid(parser, expectation);
                return null;
            }
        }
        StrictHandler.faults(context).invalid(parser, expectation);
        parser.skipChildren();
        return null;
    }
}
