package kontor.ledger.importing;

import kontor.ledger.community.CommunityFact;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.jsontype.TypeDeserializer;

/** Reads a fact by its kind, and only from an object: else an array of kind and fact would pass too. */
final class FactReader extends StdDeserializer<CommunityFact> {

    FactReader() {
        super(CommunityFact.class);
    }

    @Override
    public @Nullable Object deserializeWithType(
            JsonParser parser, DeserializationContext context, TypeDeserializer byKind) {
        return parser.hasToken(JsonToken.START_OBJECT)
                ? byKind.deserializeTypedFromObject(parser, context)
                : context.handleUnexpectedToken(getValueType(context), parser);
    }

    @Override
    public CommunityFact deserialize(JsonParser parser, DeserializationContext context) {
        throw new IllegalStateException("A fact is read by its kind.");
    }
}
