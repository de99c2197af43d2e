package kontor.platform.messaging;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON of events: read tolerantly, because their writers add fields (style: requests strictly, events tolerantly). */
public final class EventJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private EventJson() {}

    public static String write(Object event) {
        return MAPPER.writeValueAsString(event);
    }

    /** Reads what the type needs; what is missing or no database could store is refused here and not retried for ever. */
    public static <T> T read(String body, Class<T> type) {
        T event = MAPPER.readValue(body, type);
        requireComplete(event);
        return event;
    }

    private static void requireComplete(@Nullable Object value) {
        switch (value) {
            case null -> throw new IllegalArgumentException("A value is null.");
            case Record record -> requireFields(record);
            case Collection<?> elements -> elements.forEach(EventJson::requireComplete);
            case String text
            when text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text) ->
                throw new IllegalArgumentException("A text cannot be stored.");
            default -> {}
        }
    }

    private static void requireFields(Record record) {
        for (RecordComponent field : record.getClass().getRecordComponents()) {
            try {
                field.getAccessor().setAccessible(true);
                @Nullable Object value = field.getAccessor().invoke(record);
                if (value != null || !field.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                    requireComplete(value);
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
