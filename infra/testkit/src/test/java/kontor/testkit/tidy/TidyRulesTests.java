package kontor.testkit.tidy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TidyRulesTests {

    private static final String SOURCES = "ledger-service/src/main/java/kontor/ledger/";
    private static final String PAGE = SOURCES + "Page.java";
    private static final String MIGRATIONS = "ledger-service/src/main/resources/db/migration/";

    @TempDir
    private Path root = Path.of("");

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    void findsTheFault(TidyRule rule, String path, String text, String fault) throws IOException {
        write(path, text);

        assertThat(rule.faults(Checkout.at(root))).singleElement().asString().contains(fault);
    }

    static Stream<Arguments> findsTheFault() {
        String lines = "int line;\n";
        return Stream.of(
                arguments(SizeRules.FILES, PAGE, lines.repeat(251), "has 251 lines"),
                arguments(SizeRules.LINES, PAGE, "\n//" + "x".repeat(119) + "\n", "Page.java:2"),
                arguments(SizeRules.METHODS, PAGE, method(41), "Page.java:2 is a method of 41 lines"),
                arguments(
                        SizeRules.PLATFORM_STAYS_SMALL,
                        "infra/platform/src/main/java/kontor/platform/Page.java",
                        lines.repeat(Ratchets.PLATFORM_CODE_LINES_MAX + 1),
                        "let a service keep"),
                arguments(SizeRules.SERVICE_POMS, "chat-service/pom.xml", "<a/>\n".repeat(81), "has 81 lines"),
                arguments(SizeRules.SERVICE_POMS, "gateway/pom.xml", "<version>1</version>", "manage it in the root"),
                arguments(CallRules.BANNED, PAGE, "@Value(\"${a}\") int a;", "bind a ...Settings record"),
                arguments(CallRules.BANNED, PAGE, "@Autowired Page page;", "take it by constructor"),
                arguments(CallRules.BANNED, PAGE, "Thread.sleep(1);", "Awaitility"),
                arguments(CallRules.BANNED, PAGE, "System.out.println();", "log, or print"),
                arguments(CallRules.BANNED, PAGE, "failed.printStackTrace();", "log at the edge"),
                arguments(CallRules.BANNED, PAGE, "LocalDateTime.now();", "injected clock"),
                arguments(CallRules.BANNED, PAGE, "@RetryableTopic void on() {}", "order matters"),
                arguments(CallRules.BANNED, PAGE, "@Disabled void tests() {}", "repair or delete"),
                arguments(CallRules.BANNED, PAGE, "import lombok.Data;", "write a record"),
                arguments(CallRules.NOTES, PAGE, "\n// TODO later\n", "Page.java:2"),
                arguments(CallRules.NOTES, "infra/up", "#!/bin/bash\n# FIXME\n", "infra/up:2"),
                arguments(LayoutRules.TOP_LEVEL, "notes.txt", "", "notes.txt does not belong"),
                arguments(LayoutRules.PACKAGES, PAGE, "class Page {}", "kontor/ledger has no package-info.java"),
                arguments(
                        LayoutRules.PACKAGES,
                        SOURCES + "package-info.java",
                        "package kontor.ledger;",
                        "has no package"),
                arguments(LayoutRules.READMES, "gateway/pom.xml", "<project/>", "gateway has no README.md"),
                arguments(LayoutRules.NO_HOME, "infra/up", "#!/bin/sh\ncd " + "/home" + "/ada\n", "infra/up:2"),
                arguments(TopicRules.DECLARED, PAGE, "\"kontor.ledger.unheard-of.v1\"", "kontor.ledger.unheard-of.v1"),
                arguments(MigrationRules.NUMBERED, MIGRATIONS + "V1__create.sql", "", "is not named"),
                arguments(MigrationRules.NUMBERED, MIGRATIONS + "V002__create.sql", "", "at V002"));
    }

    @Test
    void findsACrowdedFeature() throws IOException {
        for (int number = 1; number <= 17; number++) {
            write(SOURCES + "Type" + number + ".java", "");
        }

        assertThat(faults(SizeRules.FEATURES)).singleElement().asString().contains("has 17 types");
    }

    @Test
    void findsAnEditedMigration() throws IOException {
        TextFile merged = new TextFile(MIGRATIONS + "V001__create_deposit.sql", "create table deposit ();\n");
        write(MigrationRules.FROZEN, MigrationRules.checksum(merged) + "  " + merged.path() + "\n");
        write(merged.path(), merged.text());
        assertThat(faults(MigrationRules.IMMUTABLE)).isEmpty();

        write(merged.path(), "create table deposits ();\n");
        assertThat(faults(MigrationRules.IMMUTABLE)).singleElement().asString().contains("was edited");

        Files.delete(root.resolve(merged.path()));
        assertThat(faults(MigrationRules.IMMUTABLE)).singleElement().asString().contains("removed");
    }

    @Test
    void wantsEachFurtherMigrationFrozen() throws IOException {
        TextFile merged = new TextFile(MIGRATIONS + "V001__create_deposit.sql", "");
        write(MigrationRules.FROZEN, MigrationRules.checksum(merged) + "  " + merged.path() + "\n");
        write(merged.path(), "");
        write(MIGRATIONS + "V002__create_member.sql", "");

        assertThat(faults(MigrationRules.IMMUTABLE)).singleElement().asString().contains("V002", "freeze");
    }

    @Test
    void findsNothingInATidyCheckout() throws IOException {
        write("pom.xml", "<modules/>");
        write("gateway/pom.xml", "<parent><version>1</version></parent>");
        write("gateway/README.md", "TODO is a word here.");
        write(SOURCES + "package-info.java", "/** Money. */\n@NullMarked\npackage kontor.ledger;\n");
        write(PAGE, "// TODO #7 print \"System.out\"\n" + method(40) + "String ban = \"Thread.sleep\";\n");
        write("ledger-service/src/test/java/kontor/ledger/PageTests.java", "class PageTests {}\n");
        write(
                "infra/local/src/main/java/kontor/local/package-info.java",
                "/** Up. */\n@NullMarked\npackage kontor.local;\n");
        write("infra/local/src/main/java/kontor/local/UpCommand.java", "System.out.println();\n");
        write("infra/contracts/src/main/resources/asyncapi.yaml", "    address: kontor.ledger.deposit.v1\n");
        write(SOURCES + "DepositEvents.java", "\"kontor.ledger.deposit.v1\" \"kontor.ledger.deposit.v1-dlt\"\n");
        write(MIGRATIONS + "V001__create_deposit.sql", "");
        write(MIGRATIONS + "V002__create_member.sql", "");
        write("gateway/target/classes/Broken.java", "Thread.sleep(1);");

        assertThat(TidyTests.RULES).allSatisfy(rule -> assertThat(faults(rule)).isEmpty());
    }

    @Test
    void provesEveryRule() {
        List<@Nullable Object> proven = Stream.<@Nullable Object>concat(
                        findsTheFault().map(arguments -> arguments.get()[0]),
                        Stream.of(SizeRules.FEATURES, MigrationRules.IMMUTABLE))
                .toList();

        assertThat(proven).containsAll(TidyTests.RULES);
    }

    @Test
    void measuresMethodsByTheirBraces() {
        String source = """
                record Page(int size) {
                    @SuppressWarnings({"a", "b"})
                    Page open(String text)
                            throws IOException {
                        run(() -> {
                            done();
                        });
                        return new Page(1) {
                            void nested() {
                                if (text.equals("{")) {
                                    done();
                                }
                            }
                        };
                    }
                }
                """;

        assertThat(JavaMethods.of(source)).containsExactly(new JavaMethods.Method(9, 3), new JavaMethods.Method(4, 10));
    }

    private List<String> faults(TidyRule rule) {
        return rule.faults(Checkout.at(root));
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String method(int lines) {
        return "class Page {\n    void print() {\n" + "        line();\n".repeat(lines) + "    }\n}\n";
    }
}
