package kontor.platform.web;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.jsontype.TypeIdResolver;

/** Notes a fault and reads on, so that all faults of a body are answered together (G-24). */
final class StrictHandler extends DeserializationProblemHandler {

    static Faults faults(DeserializationContext context) {
        Object faults = context.getAttribute(Faults.class);
        // Only the reader of requests brings a collector; an answer read by a client is read tolerantly.
        return faults instanceof Faults collected ? collected : new Faults();
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // The very reader of the body, or one of what was kept of it.
    public boolean handleUnknownProperty(
            DeserializationContext context,
            JsonParser parser,
            @Nullable ValueDeserializer<?> deserializer,
            Object bean,
            String name) {
        // A record's unknown fields are kept until its end, where the reader already stands behind it.
        JsonPointer pointer = parser == context.getParser()
                ? parser.streamReadContext().pathAsPointer()
                : context.getParser().streamReadContext().pathAsPointer().appendProperty(name);
        faults(context).add(pointer.toString(), "unknown-field", "There is no such field.");
        parser.skipChildren();
        return true;
    }

    @Override
    public @Nullable Object handleWeirdStringValue(
            DeserializationContext context, Class<?> type, String value, @Nullable String message) {
        return fault(context, "has the wrong form");
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

    @Override
    public @Nullable Object handleMissingInstantiator(
            DeserializationContext context,
            Class<?> type,
            @Nullable ValueInstantiator instantiator,
            @Nullable JsonParser parser,
            @Nullable String message) {
        return fault(context, "has the wrong JSON type");
    }

    @Override
    public JavaType handleUnknownTypeId(
            DeserializationContext context,
            JavaType base,
            String id,
            @Nullable TypeIdResolver resolver,
            @Nullable String message) {
        fault(context, "must be one of the known words");
        return context.constructType(Void.class);
    }

    @Override
    public JavaType handleMissingTypeId(
            DeserializationContext context,
            JavaType base,
            @Nullable TypeIdResolver resolver,
            @Nullable String message) {
        fault(context, "does not say of which kind it is");
        return context.constructType(Void.class);
    }

    @SuppressWarnings("NullAway") // Null stands for the value that could not be read.
    private static @Nullable Object fault(DeserializationContext context, String message) {
        faults(context).invalid(context.getParser(), message);
        return null;
    }
}
