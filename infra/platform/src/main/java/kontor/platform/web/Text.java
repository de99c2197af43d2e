package kontor.platform.web;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** A text of {@code min} to {@code max} code points without control characters; null passes (G-6). */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Text.Check.class)
public @interface Text {

    int min() default 1;

    int max() default 100;

    /** Whether line feeds are allowed. */
    boolean lines() default false;

    String message() default "must be a text of {min} to {max} characters without control characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Judges a text that the reader has already trimmed and normalised. */
    final class Check implements ConstraintValidator<Text, String> {

        private int min;
        private int max;
        private boolean lines;

        @Override
        public void initialize(Text text) {
            min = text.min();
            max = text.max();
            lines = text.lines();
        }

        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            if (value == null) {
                return true;
            }
            int length = value.codePointCount(0, value.length());
            return length >= min && length <= max && value.codePoints().noneMatch(this::isForbidden);
        }

        private boolean isForbidden(int point) {
            return Character.isISOControl(point) && !(lines && point == '\n');
        }
    }
}
