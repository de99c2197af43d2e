package kontor.platform.web;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;

/** Tells an absent field of a merge patch from one sent as null. */
final class SentReader extends ValueDeserializer<Sent<?>> {

    private final @Nullable JavaType content;

    SentReader() {
        this(null);
    }

    private SentReader(@Nullable JavaType content) {
        this.content = content;
    }

    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        JavaType type = property == null ? context.getContextualType() : property.getType();
        return new SentReader(type.containedType(0));
    }

    @Override
    public Sent<?> deserialize(JsonParser parser, DeserializationContext context) {
        return Sent.of(context.readValue(parser, content));
    }

    @Override
    public Object getNullValue(DeserializationContext context) {
        return Sent.of(null);
    }

    @Override
    public Object getAbsentValue(DeserializationContext context) {
        return Sent.absent();
    }
}
