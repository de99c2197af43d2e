package kontor.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaType;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What is open to HTTP, and what is called over it. */
final class HandlerRules {

    private static final String ACCESS = "kontor.platform.security.Access";
    private static final String MAPPING = "org.springframework.web.bind.annotation.RequestMapping";

    static final HouseRule EVERY_HANDLER_IS_GUARDED = HouseRule.everyClass(
            "every handler says who may call it",
            (type, complain) -> handlers(type)
                    .filter(handler -> !handler.isAnnotatedWith(ACCESS))
                    .forEach(handler -> complain.accept("has a handler without @Access: " + handler.getDescription())));

    static final HouseRule ENTITIES_STAY_INSIDE =
            HouseRule.everyClass("handlers neither take nor give entities", HandlerRules::inspectTypes);

    static final HouseRule NO_BARE_RETRIEVE = HouseRule.everyClass(
            "HTTP clients are interfaces, retrieve() alone sends nothing",
            (type, complain) -> type.getCodeUnitAccessesFromSelf().stream()
                    .filter(access -> access.getName().equals("retrieve"))
                    .filter(access -> access.getTargetOwner().getPackageName().startsWith("org.springframework.web"))
                    .forEach(access -> complain.accept(
                            "calls retrieve(), write an @HttpExchange interface: " + access.getDescription())));

    private HandlerRules() {}

    private static void inspectTypes(JavaClass type, Consumer<String> complain) {
        handlers(type)
                .filter(handler -> types(handler)
                        .flatMap(involved -> involved.getAllInvolvedRawTypes().stream())
                        .anyMatch(Role::isEntity))
                .forEach(handler -> complain.accept("shows an entity: " + handler.getDescription()));
    }

    private static Stream<JavaMethod> handlers(JavaClass type) {
        return Role.isController(type)
                ? type.getMethods().stream().filter(method -> Role.is(method, MAPPING))
                : Stream.empty();
    }

    private static Stream<JavaType> types(JavaMethod handler) {
        return Stream.concat(Stream.of(handler.getReturnType()), handler.getParameterTypes().stream());
    }
}
