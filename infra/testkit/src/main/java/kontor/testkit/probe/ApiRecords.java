package kontor.testkit.probe;

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
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The records that a service's operations take and give. */
public final class ApiRecords {

    private final String root;
    private final Set<Class<?>> records = new HashSet<>();

    private ApiRecords(String root) {
        this.root = root;
    }

    /** Those of the service with this root package, such as {@code kontor.order}. */
    public static ApiRecords of(String root) {
        ApiRecords found = new ApiRecords(root);
        found.controllers()
                .flatMap(controller -> Stream.of(controller.getDeclaredMethods()))
                .forEach(found::read);
        return found;
    }

    /** How many there are, so that a test can tell that it has looked at any. */
    public int number() {
        return records.size();
    }

    /** Those that share a name: the OpenAPI document names them without their package, and describes only one. */
    public Set<String> sharingAName() {
        return records.stream()
                .collect(Collectors.groupingBy(Class::getSimpleName, Collectors.toSet()))
                .values()
                .stream()
                .filter(sharing -> sharing.size() > 1)
                .map(Object::toString)
                .collect(Collectors.toSet());
    }

    private Stream<Class<?>> controllers() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
        return scanner.findCandidateComponents(root).stream()
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
            when shape.isRecord() && shape.getName().startsWith(root + ".") -> {
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
