package kontor.platform.messaging;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON of events: read tolerantly, because their writers add fields (style: requests strictly, events tolerantly). */
public final class EventJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final ClassValue<List<Field>> FIELDS = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(Field::of).toList();
        }
    };

    private EventJson() {}

    public static String write(Object event) {
        return MAPPER.writeValueAsString(event);
    }

    public static <T> T read(String body, Class<T> type) {
        return MAPPER.readValue(body, type);
    }

    /** Refuses what lacks a field, or what no database could store, which would else be retried for ever. */
    static <T> T readWhole(String body, Class<T> type) {
        T event = read(body, type);
        requireComplete(event);
        return event;
    }

    private static void requireComplete(@Nullable Object value) {
        if (value == null) {
            throw new IllegalArgumentException("A value is null.");
        }
        if (value instanceof Record record) {
            requireFields(record);
        } else if (value instanceof Collection<?> elements) {
            elements.forEach(EventJson::requireComplete);
        } else if (value instanceof String text && !isStorable(text)) {
            throw new IllegalArgumentException("A text cannot be stored.");
        }
    }

    private static boolean isStorable(String text) {
        return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static void requireFields(Record record) {
        for (Field field : FIELDS.get(record.getClass())) {
            try {
                @Nullable Object value = field.accessor().invoke(record);
                if (value != null || !field.isOptional()) {
                    requireComplete(value);
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** A component of a record, looked up once per type. */
    private record Field(Method accessor, boolean isOptional) {

        static Field of(RecordComponent component) {
            component.getAccessor().setAccessible(true);
            return new Field(
                    component.getAccessor(), component.getAnnotatedType().isAnnotationPresent(Nullable.class));
        }
    }
}
