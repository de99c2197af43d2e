package kontor.platform.web;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads a text as it was sent, for what must not be trimmed or normalised, such as a password or an XML document. */
public final class Verbatim extends StdDeserializer<String> {

    public Verbatim() {
        super(String.class);
    }

    @Override
    @SuppressWarnings("NullAway") // As with every scalar, a fault leaves the value null and refuses the request.
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) throws JacksonException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            String text = parser.getString();
            Texts.requireStorable(text);
            return text;
        }
        StrictHandler.faults(context).invalid(parser, "must be a text");
        parser.skipChildren();
        return null;
    }
}
