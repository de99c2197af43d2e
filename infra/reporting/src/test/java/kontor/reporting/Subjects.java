package kontor.reporting;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import kontor.reporting.figure.Days;
import kontor.reporting.figure.Figure;
import kontor.reporting.figure.Subject;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** Subjects of several packages, which know nothing of each other, made as the application makes them. */
final class Subjects {

    private static final Map<String, Subject<?>> ALL = all();

    private Subjects() {}

    /** Those of these classes. */
    static List<Subject<?>> of(String... classes) {
        return Arrays.stream(classes).<Subject<?>>map(Subjects::one).toList();
    }

    private static Subject<?> one(String className) {
        Subject<?> subject = ALL.get(className);
        if (subject == null) {
            throw new IllegalArgumentException("There is no %s, only %s.".formatted(className, ALL.keySet()));
        }
        return subject;
    }

    static Figure figure(String name) {
        return ALL.values().stream()
                .flatMap(subject -> subject.figures().stream())
                .filter(figure -> figure.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Subject<?>> all() {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.registerBean(Days.class, () -> Topics.UTC);
            ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(context, false);
            scanner.addIncludeFilter(new AssignableTypeFilter(Subject.class));
            scanner.scan("kontor.reporting");
            context.refresh();
            return context.getBeansOfType(Subject.class).values().stream()
                    .<Subject<?>>map(subject -> subject)
                    .collect(Collectors.toMap(subject -> subject.getClass().getSimpleName(), Function.identity()));
        }
    }
}
