package kontor.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The allow-lists of a list operation; its first sort is the default. {@code limit}, {@code cursor}, {@code sort},
 * {@code count} always pass.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Listing {

    /** Names a caller may sort by; a leading minus on the first makes the default descending. */
    String[] sort();

    String[] filters() default {};
}
