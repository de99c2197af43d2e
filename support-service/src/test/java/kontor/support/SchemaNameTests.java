package kontor.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The OpenAPI document names records without their package: of two with one name it would describe only one. */
class SchemaNameTests {

    private final Set<Class<?>> records = new HashSet<>();

    @Test
    void noTwoRecordsOfTheApiShareAName() {
        controllers()
                .flatMap(controller -> Stream.of(controller.getDeclaredMethods()))
                .forEach(this::read);

        Set<String> twice =
                records.stream()
                        .collect(Collectors.groupingBy(Class::getSimpleName, Collectors.toSet()))
                        .values()
                        .stream()
                        .filter(sharing -> sharing.size() > 1)
                        .map(Object::toString)
                        .collect(Collectors.toSet());
        assertThat(records).hasSizeGreaterThan(20);
        assertThat(twice).isEmpty();
    }

    private static Stream<Class<?>> controllers() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
        return scanner.findCandidateComponents("kontor.support").stream()
                .map(BeanDefinition::getBeanClassName)
                .map(name -> ClassUtils.resolveClassName(String.valueOf(name), null));
    }

    private void read(Method method) {
        if (AnnotatedElementUtils.hasAnnotation(method, RequestMapping.class)) {
            visit(method.getGenericReturnType());
            Stream.of(method.getParameters())
                    .filter(parameter -> parameter.isAnnotationPresent(RequestBody.class))
                    .map(Parameter::getParameterizedType)
                    .forEach(this::visit);
        }
    }

    private void visit(Type type) {
        switch (type) {
            case ParameterizedType generic -> {
                visit(generic.getRawType());
                List.of(generic.getActualTypeArguments()).forEach(this::visit);
            }
            case WildcardType wildcard -> List.of(wildcard.getUpperBounds()).forEach(this::visit);
            case Class<?> shape
            when shape.isRecord() && shape.getName().startsWith("kontor.support.") -> {
                if (records.add(shape)) {
                    Stream.of(shape.getRecordComponents())
                            .map(RecordComponent::getGenericType)
                            .forEach(this::visit);
                }
            }
            default -> {} // of the JDK, or of the platform
        }
    }
}
