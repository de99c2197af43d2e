package kontor.platform.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call an operation; one of the named classes suffices. An operation without it is refused at run time and
 * fails the build. Ownership of the addressed object is not its matter: it is part of the query (404).
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Access {

    Who[] value();
}
