package kontor.testkit.tidy;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The size budget: what is small can be read in one sitting. */
final class SizeRules {

    private static final String PLATFORM = "infra/platform/src/main/java/";

    static final TidyRule FILES = TidyRule.ofFiles(
            "a file has at most %d lines".formatted(Ratchets.FILE_LINES_MAX),
            file -> isCode(file) && file.lines().size() > Ratchets.FILE_LINES_MAX
                    ? Stream.of("%s has %d lines, split it by idea"
                            .formatted(file.path(), file.lines().size()))
                    : Stream.empty());

    static final TidyRule LINES = TidyRule.ofFiles(
            "a line has at most %d characters".formatted(Ratchets.LINE_LENGTH_MAX),
            file -> isCode(file)
                    ? IntStream.range(0, file.lines().size())
                            .filter(index -> file.lines().get(index).length() > Ratchets.LINE_LENGTH_MAX)
                            .mapToObj(index -> "%s:%d is too long".formatted(file.path(), index + 1))
                    : Stream.empty());

    static final TidyRule METHODS = new TidyRule(
            "a method has at most %d lines".formatted(Ratchets.METHOD_LINES_MAX),
            checkout -> checkout.java().flatMap(SizeRules::longMethods));

    static final TidyRule FEATURES = new TidyRule(
            "a feature has at most %d types".formatted(Ratchets.FEATURE_TYPES_MAX),
            checkout -> checkout
                    .java()
                    .filter(file -> file.isMain() && !file.name().equals("package-info.java"))
                    .filter(file -> !file.path().startsWith(PLATFORM)) // has a budget of its own
                    .collect(groupingBy(TextFile::folder, counting()))
                    .entrySet()
                    .stream()
                    .filter(feature -> feature.getValue() > Ratchets.FEATURE_TYPES_MAX)
                    .map(feature -> "%s has %d types, split it by sub-feature"
                            .formatted(feature.getKey(), feature.getValue())));

    static final TidyRule PLATFORM_STAYS_SMALL = new TidyRule(
            "the platform has at most %d lines of code".formatted(Ratchets.PLATFORM_CODE_LINES_MAX),
            SizeRules::platform);

    static final TidyRule SERVICE_POMS = new TidyRule(
            "a service's pom has at most %d lines and no versions".formatted(Ratchets.SERVICE_POM_LINES_MAX),
            checkout -> checkout.deployables()
                    .flatMap(folder -> checkout.file(folder + "/pom.xml").stream())
                    .flatMap(SizeRules::inspectPom));

    private static final Pattern PARENT = Pattern.compile("<parent>.*?</parent>", Pattern.DOTALL);

    private SizeRules() {}

    private static boolean isCode(TextFile file) {
        return !file.isSample()
                && (file.isJava() || file.isScript() || file.path().endsWith(".sql"));
    }

    private static Stream<String> longMethods(TextFile file) {
        return JavaMethods.of(file.text()).stream()
                .filter(method -> method.length() > Ratchets.METHOD_LINES_MAX)
                .map(method -> "%s:%d is a method of %d lines".formatted(file.path(), method.line(), method.length()));
    }

    private static Stream<String> platform(Checkout checkout) {
        long lines = checkout.in(PLATFORM)
                .filter(TextFile::isJava)
                .mapToLong(file -> JavaText.of(file.text()).codeLines())
                .sum();
        return lines > Ratchets.PLATFORM_CODE_LINES_MAX
                ? Stream.of("infra/platform has %d lines of code, at most %d: let a service keep what one service needs"
                        .formatted(lines, Ratchets.PLATFORM_CODE_LINES_MAX))
                : Stream.empty();
    }

    private static Stream<String> inspectPom(TextFile pom) {
        // The gateway's pom keeps servlet parts out, which takes room.
        boolean isService = pom.path().contains("-service/");
        Stream<String> size = isService && pom.lines().size() > Ratchets.SERVICE_POM_LINES_MAX
                ? Stream.of("%s has %d lines".formatted(pom.path(), pom.lines().size()))
                : Stream.empty();
        Stream<String> versions = PARENT.matcher(pom.text()).replaceAll("").contains("<version>")
                ? Stream.of(pom.path() + " names a version, manage it in the root pom")
                : Stream.empty();
        return Stream.concat(size, versions);
    }
}
