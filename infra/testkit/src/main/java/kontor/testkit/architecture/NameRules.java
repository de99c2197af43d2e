package kontor.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The grammar of names. */
final class NameRules {

    private static final Set<String> LAYERS = Set.of(
            "controller",
            "service",
            "dto",
            "model",
            "util",
            "utils",
            "common",
            "impl",
            "config",
            "exception",
            "helper");

    private static final Pattern EMPTY_WORDS =
            Pattern.compile(".+(Impl|Utils?|Helper|Dto|DTO|Manager|Exception)|Abstract[A-Z].*");

    static final HouseRule PACKAGES = HouseRule.everyClass(
            "packages are named after features, not layers",
            (type, complain) -> Stream.of(type.getPackageName().split("\\.", -1))
                    .filter(LAYERS::contains)
                    .forEach(layer -> complain.accept("lies in a package named after a layer: " + layer)));

    static final HouseRule TYPES =
            HouseRule.everyClass("no Impl, Abstract, Manager, Utils, Dto or Exception", NameRules::inspect);

    private NameRules() {}

    private static void inspect(JavaClass type, Consumer<String> complain) {
        if (EMPTY_WORDS.matcher(type.getSimpleName()).matches()) {
            complain.accept("has a word in its name that says nothing");
        }
    }
}
