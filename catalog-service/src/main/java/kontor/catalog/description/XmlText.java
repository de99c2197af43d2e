package kontor.catalog.description;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.charset.StandardCharsets;
import kontor.platform.web.Verbatim;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.deser.std.StdDeserializer;

/** An XML text of a request, untouched; whether it is a good description is another question. */
@JsonDeserialize(using = XmlText.Reader.class)
@XmlText.Fitting
public record XmlText(@JsonValue String xml) {

    public static @Nullable String textOf(@Nullable XmlText sent) {
        return sent == null ? null : sent.xml();
    }

    /** 1 to 65 536 bytes in UTF-8. */
    @Constraint(validatedBy = Check.class)
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Fitting {

        String message() default "must have 1 to 65536 bytes";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    /** Counts the bytes. */
    static final class Check implements ConstraintValidator<Fitting, XmlText> {

        private static final int BYTES_MOST = 65_536;

        @Override
        public boolean isValid(XmlText text, ConstraintValidatorContext context) {
            int bytes = text.xml().getBytes(StandardCharsets.UTF_8).length;
            return bytes >= 1 && bytes <= BYTES_MOST;
        }
    }

    /** Takes the text as {@link Verbatim} does. */
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
