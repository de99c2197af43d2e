package kontor.catalog.description;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.AssertTrue;
import java.nio.charset.StandardCharsets;
import kontor.platform.web.Verbatim;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.deser.std.StdDeserializer;

/** An XML text of a request, untouched; whether it is a good description is another question. */
@JsonDeserialize(using = XmlText.Reader.class)
public record XmlText(@JsonValue String xml) {

    private static final int BYTES_MOST = 65_536;

    @AssertTrue(message = "must have 1 to 65536 bytes")
    boolean isOfFittingSize() {
        int bytes = xml.getBytes(StandardCharsets.UTF_8).length;
        return bytes >= 1 && bytes <= BYTES_MOST;
    }

    public static @Nullable String textOf(@Nullable XmlText sent) {
        return sent == null ? null : sent.xml();
    }

    static final class Reader extends StdDeserializer<XmlText> {

        private static final Verbatim TEXT = new Verbatim();

        Reader() {
            super(XmlText.class);
        }

        @Override
        @SuppressWarnings("NullAway") // As with every scalar, a fault leaves the value null and refuses the request.
        public @Nullable XmlText deserialize(JsonParser parser, DeserializationContext context) {
            @Nullable String text = TEXT.deserialize(parser, context);
            return text == null ? null : new XmlText(text);
        }
    }
}
