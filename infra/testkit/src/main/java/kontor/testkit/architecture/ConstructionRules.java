package kontor.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** How objects come to be and what they hold. */
final class ConstructionRules {

    private static final int COLLABORATORS_MAX = 5;
    private static final Pattern SETTER = Pattern.compile("set[A-Z].*");

    private static final List<String> INJECTING = List.of(
            "org.springframework.beans.factory.annotation.Autowired",
            "org.springframework.beans.factory.annotation.Value",
            "jakarta.inject.Inject",
            "jakarta.annotation.Resource",
            "jakarta.persistence.PersistenceContext");

    static final HouseRule BY_CONSTRUCTOR = HouseRule.everyClass(
            "collaborators come by constructor",
            (type, complain) -> type.getMembers().stream()
                    .filter(member -> !(member instanceof JavaConstructor))
                    .filter(ConstructionRules::isInjected)
                    .forEach(member -> complain.accept("injects into " + member.getDescription())));

    static final HouseRule FEW_COLLABORATORS =
            HouseRule.everyClass("a constructor takes at most five", ConstructionRules::inspectConstructors);

    static final HouseRule NO_STATIC_STATE = HouseRule.everyClass(
            "there is no static state",
            (type, complain) -> type.getFields().stream()
                    .filter(ConstructionRules::isStaticVariable)
                    .forEach(field -> complain.accept("has static state in " + field.getName())));

    static final HouseRule ENTITIES_ARE_CLOSED =
            HouseRule.everyClass("entities have no setter and no public constructor", ConstructionRules::inspectEntity);

    private ConstructionRules() {}

    private static boolean isInjected(JavaMember member) {
        return INJECTING.stream().anyMatch(annotation -> Role.is(member, annotation));
    }

    /** Records name their parts, entities are built from commands, enums and inner classes get hidden parameters. */
    private static void inspectConstructors(JavaClass type, Consumer<String> complain) {
        boolean isPlain = !type.isRecord()
                && !Role.isEntity(type)
                && !type.isEnum()
                && !type.isInnerClass()
                && !type.isLocalClass()
                && !type.isAnonymousClass();
        if (!isPlain) {
            return;
        }
        type.getConstructors().stream()
                .filter(constructor -> constructor.getRawParameterTypes().size() > COLLABORATORS_MAX)
                .forEach(constructor -> complain.accept("takes "
                        + constructor.getRawParameterTypes().size() + " in its constructor, at most "
                        + COLLABORATORS_MAX));
    }

    private static boolean isStaticVariable(JavaField field) {
        Set<JavaModifier> modifiers = field.getModifiers();
        return modifiers.contains(JavaModifier.STATIC)
                && !modifiers.contains(JavaModifier.FINAL)
                && !modifiers.contains(JavaModifier.SYNTHETIC);
    }

    private static void inspectEntity(JavaClass type, Consumer<String> complain) {
        if (!Role.isEntity(type)) {
            return;
        }
        type.getMethods().stream()
                .filter(method -> SETTER.matcher(method.getName()).matches())
                .forEach(method -> complain.accept("has a setter: " + method.getName()));
        type.getConstructors().stream()
                .filter(constructor -> constructor.getModifiers().contains(JavaModifier.PUBLIC))
                .forEach(constructor -> complain.accept("has a public constructor"));
    }
}
