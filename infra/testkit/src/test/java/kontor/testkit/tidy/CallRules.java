package kontor.testkit.tidy;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Calls that are banned, each with what to write instead, and notes that lead nowhere. */
final class CallRules {

    private record Ban(Pattern call, String instead) {

        static Ban of(String call, String instead) {
            return new Ban(Pattern.compile(call), instead);
        }
    }

    private static final List<Ban> BANS = List.of(
            Ban.of("@Value\\(", "bind a ...Settings record"),
            Ban.of("@Autowired", "take it by constructor"),
            Ban.of("Thread\\.sleep", "await the condition with Awaitility, in production code schedule"),
            Ban.of("System\\.(out|err)\\b", "log, or print in a class named ...Command or Console"),
            Ban.of("\\.printStackTrace\\(", "log at the edge, once"),
            Ban.of("Local(Date)?(Time)?\\.now\\(\\)", "use the injected clock and an Instant"),
            Ban.of("@RetryableTopic", "let the container pause and try again: order matters"),
            Ban.of("@Disabled", "repair or delete the test"),
            Ban.of("import lombok\\.", "write a record"),
            Ban.of("import com\\.fasterxml\\.jackson\\.(core|databind)", "use tools.jackson"),
            Ban.of("import org\\.junit\\.jupiter\\.api\\.Assertions", "use AssertJ"));

    private static final Pattern COMMAND_LINE = Pattern.compile(
            "(gateway|infra/(local|bench|benchmark|imaging|importer|testkit|docs))/.*/(\\w*Command|Console)\\.java");

    private static final Pattern OPEN_END = Pattern.compile("\\b(FIXME|XXX|TODO(?! #\\d+))\\b");

    static final TidyRule BANNED = new TidyRule(
            "banned calls are not used", checkout -> checkout.java().flatMap(CallRules::bannedCalls));

    static final TidyRule NOTES = TidyRule.ofFiles("a note for later names its issue", CallRules::openEnds);

    private CallRules() {}

    private static Stream<String> bannedCalls(TextFile file) {
        List<String> lines = JavaText.of(file.text()).code().lines().toList();
        return IntStream.range(0, lines.size())
                .boxed()
                .flatMap(index -> BANS.stream()
                        .filter(ban -> ban.call().matcher(lines.get(index)).find())
                        .filter(ban -> !mayPrint(file, ban))
                        .map(ban -> "%s:%d uses %s: %s"
                                .formatted(file.path(), index + 1, ban.call().pattern(), ban.instead())));
    }

    private static boolean mayPrint(TextFile file, Ban ban) {
        return ban.call().pattern().startsWith("System")
                && COMMAND_LINE.matcher(file.path()).matches();
    }

    /** In Java only comments count; pages of prose may speak of such notes. */
    private static Stream<String> openEnds(TextFile file) {
        if (file.path().endsWith(".md")) {
            return Stream.empty();
        }
        String text = file.isJava() ? JavaText.of(file.text()).comments() : file.text();
        List<String> lines = text.lines().toList();
        return IntStream.range(0, lines.size())
                .filter(index -> OPEN_END.matcher(lines.get(index)).find())
                .mapToObj(
                        index -> "%s:%d leaves an open end without an issue number".formatted(file.path(), index + 1));
    }
}
