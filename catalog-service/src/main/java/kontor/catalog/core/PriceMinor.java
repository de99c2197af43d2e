package kontor.catalog.core;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An amount of money in minor units within the range of G-8; zero and negative are allowed. */
@Min(-PriceMinor.MOST)
@Max(PriceMinor.MOST)
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface PriceMinor {

    long MOST = 9_999_999_999L;

    String message() default "must lie in -9999999999 .. 9999999999";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
