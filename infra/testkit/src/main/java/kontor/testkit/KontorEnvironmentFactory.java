package kontor.testkit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;

/** Reads {@link KontorTest}; its attributes are part of the context's cache key. */
final class KontorEnvironmentFactory implements ContextCustomizerFactory {

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        KontorTest test = AnnotatedElementUtils.findMergedAnnotation(testClass, KontorTest.class);
        return test == null ? null : new KontorEnvironment(test.service(), test.kafka());
    }
}
