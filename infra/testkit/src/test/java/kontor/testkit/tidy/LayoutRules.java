package kontor.testkit.tidy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What lies where, and that each package and service says what it is. */
final class LayoutRules {

    private static final Set<String> TOP = Set.of(
            "pom.xml",
            "README.md",
            "gateway",
            "identity-service",
            "catalog-service",
            "ledger-service",
            "order-service",
            "invoice-service",
            "support-service",
            "chat-service",
            "infra",
            "k8s",
            ".mvn",
            ".ci",
            ".gitignore",
            ".editorconfig");

    /** Not part of the project: git, what Maven builds, and the editors that .gitignore names. */
    private static final Set<String> BESIDE =
            Set.of(".git", "target", ".idea", ".vscode", ".settings", ".classpath", ".project");

    private static final Pattern HOME = Pattern.compile("[/]home/[a-z]|[/]root/|[/]Users/[A-Za-z]|[A-Z]:\\\\Users");

    static final TidyRule TOP_LEVEL = new TidyRule("the top holds what architecture says", LayoutRules::strangersAtTop);

    static final TidyRule PACKAGES = new TidyRule("every package says what it is", LayoutRules::mutePackages);

    static final TidyRule READMES = new TidyRule(
            "every deployable has a page",
            checkout -> checkout.deployables()
                    .filter(folder -> checkout.file(folder + "/README.md").isEmpty())
                    .map(folder -> folder + " has no README.md: purpose, owned data, events in and out, how to run"));

    static final TidyRule NO_HOME = TidyRule.ofFiles("no path of somebody's machine", LayoutRules::homes);

    private LayoutRules() {}

    private static Stream<String> strangersAtTop(Checkout checkout) {
        try (Stream<Path> entries = Files.list(checkout.root())) {
            List<String> strangers = entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> !TOP.contains(name) && !BESIDE.contains(name))
                    .map(name -> name + " does not belong at the top level")
                    .toList();
            return strangers.stream();
        } catch (IOException failed) {
            throw new UncheckedIOException("Not readable: " + checkout.root(), failed);
        }
    }

    private static Stream<String> mutePackages(Checkout checkout) {
        Set<String> speaking = checkout.files().stream()
                .filter(file -> file.name().equals("package-info.java"))
                .filter(file ->
                        file.text().contains("@NullMarked") && file.text().startsWith("/**"))
                .map(TextFile::folder)
                .collect(Collectors.toSet());
        return checkout.files().stream()
                .filter(TextFile::isJava)
                .map(TextFile::folder)
                .distinct()
                .filter(folder -> !speaking.contains(folder) && !speaking.contains(mainOf(folder)))
                .map(folder -> folder + " has no package-info.java with a sentence and @NullMarked");
    }

    /** Tests lie in the package they test, which its main folder describes. */
    private static String mainOf(String folder) {
        return folder.replace("src/test/java", "src/main/java");
    }

    private static Stream<String> homes(TextFile file) {
        List<String> lines = file.lines();
        return IntStream.range(0, lines.size())
                .filter(index -> HOME.matcher(lines.get(index)).find())
                .mapToObj(index -> "%s:%d names a path of one machine".formatted(file.path(), index + 1));
    }
}
