package kontor.reporting;

import java.util.List;
import kontor.platform.MovableClock;
import kontor.platform.security.MemberDirectory;
import kontor.platform.store.PlatformSettings;
import kontor.reporting.figure.Days;
import kontor.reporting.figure.Subject;
import kontor.reporting.newest.States;
import kontor.reporting.query.NewestMembers;
import kontor.reporting.run.Kept;
import kontor.reporting.run.Run;
import kontor.reporting.stream.Figures;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what is computed, what computes it, and what the platform asks for. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PlatformSettings.class)
class ReportingConfiguration {

    @Bean
    MovableClock clock(PlatformSettings settings) {
        return new MovableClock(settings.clock().offset());
    }

    @Bean
    Days days(PlatformSettings settings) {
        return new Days(settings.zone());
    }

    @Bean
    Figures figures(List<Subject<?>> subjects) {
        return new Figures(subjects, States.ALL);
    }

    /** Callers are judged by what this instance itself knows of the members. */
    @Bean
    MemberDirectory memberDirectory(Run run) {
        return new NewestMembers(new Kept(run.local()));
    }

    /** Answers to repeated keys are kept in a database; nothing here takes a key. */
    @Bean
    static BeanDefinitionRegistryPostProcessor withoutStoredReplies() {
        return (BeanDefinitionRegistry registry) -> {
            if (registry.containsBeanDefinition("replies")) {
                registry.removeBeanDefinition("replies");
            }
        };
    }
}
