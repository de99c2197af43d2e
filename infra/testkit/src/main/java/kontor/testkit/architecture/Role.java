package kontor.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Questions about the part a class plays. Types of modules the testkit must not depend on go by name. */
final class Role {

    static final String ENTITY = "jakarta.persistence.Entity";
    static final String CONTROLLER = "org.springframework.stereotype.Controller";
    static final String COMPONENT = "org.springframework.stereotype.Component";
    static final String PROPERTIES = "org.springframework.boot.context.properties.ConfigurationProperties";
    static final String REPOSITORY = "org.springframework.data.repository.Repository";
    static final String REJECTION = "kontor.platform.Rejection";

    private static final Pattern GERUND = Pattern.compile("[A-Z]\\w*ing|[A-Z][a-z]+ing[A-Z]\\w*");

    private Role() {}

    static boolean isController(JavaClass type) {
        return is(type, CONTROLLER);
    }

    static boolean isBean(JavaClass type) {
        return is(type, COMPONENT) || isSettings(type);
    }

    static boolean isEntity(JavaClass type) {
        return is(type, ENTITY);
    }

    static boolean isSettings(JavaClass type) {
        return is(type, PROPERTIES);
    }

    static boolean isRepository(JavaClass type) {
        return type.isAssignableTo(REPOSITORY);
    }

    static boolean isListener(JavaClass type) {
        return topLevel(type).getSimpleName().endsWith("Listener");
    }

    static boolean isEvents(JavaClass type) {
        return topLevel(type).getSimpleName().endsWith("Events");
    }

    /** An application service: the activity and its transaction, named by a gerund. */
    static boolean isActivity(JavaClass type) {
        return !type.isRecord()
                && is(type, COMPONENT)
                && GERUND.matcher(topLevel(type).getSimpleName()).matches();
    }

    static boolean is(CanBeAnnotated annotated, String annotation) {
        return annotated.isAnnotatedWith(annotation) || annotated.isMetaAnnotatedWith(annotation);
    }

    static JavaClass topLevel(JavaClass type) {
        return Stream.iterate(
                        Optional.of(type), Optional::isPresent, inner -> inner.flatMap(JavaClass::getEnclosingClass))
                .flatMap(Optional::stream)
                .reduce(type, (inner, outer) -> outer);
    }
}
