package kontor.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** A rule and the sentence it is called by. */
record HouseRule(String name, ArchRule rule) {

    /**
     * A rule that looks at every class and complains in words. It looks at all, not at those of one role, so that it
     * fails on nothing to look at, but not on a service that has no such role yet.
     */
    static HouseRule everyClass(String name, BiConsumer<JavaClass, Consumer<String>> inspection) {
        ArchCondition<JavaClass> condition = new ArchCondition<>(name) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                inspection.accept(
                        type,
                        complaint -> events.add(SimpleConditionEvent.violated(type, type.getName() + " " + complaint)));
            }
        };
        return new HouseRule(name, ArchRuleDefinition.classes().should(condition));
    }

    void check(JavaClasses classes) {
        rule.check(classes);
    }
}
