package kontor.platform.web;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;

/** Notes a fault and reads on, so that all faults of a body are answered together (G-24). */
final class StrictHandler extends DeserializationProblemHandler {

    static Faults faults(DeserializationContext context) {
        Object faults = context.getAttribute(Faults.class);
        // Only the request converter provides the collector; elsewhere the first fault is the end.
        return faults instanceof Faults collected ? collected : new Faults();
    }

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context,
            JsonParser parser,
            @Nullable ValueDeserializer<?> deserializer,
            Object bean,
            String name) {
        faults(context).add(Faults.pointerOf(parser), "unknown-field", "There is no such field.");
        parser.skipChildren();
        return true;
    }

    @Override
    public @Nullable Object handleWeirdStringValue(
            DeserializationContext context, Class<?> type, String value, @Nullable String message) {
        return fault(context, "must be one of the known words");
    }

    @Override
    public @Nullable Object handleWeirdNumberValue(
            DeserializationContext context, Class<?> type, Number value, @Nullable String message) {
        return fault(context, "must not be a number");
    }

    @Override
    public @Nullable Object handleUnexpectedToken(
            DeserializationContext context,
            JavaType type,
            @Nullable JsonToken token,
            JsonParser parser,
            @Nullable String message) {
        Object fault = fault(context, "has the wrong JSON type");
        parser.skipChildren();
        return fault;
    }

    @SuppressWarnings("NullAway") // Null stands for the value that could not be read.
    private static @Nullable Object fault(DeserializationContext context, String message) {
        faults(context).invalid(context.getParser(), message);
        return null;
    }
}
