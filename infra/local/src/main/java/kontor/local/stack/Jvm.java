package kontor.local.stack;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The Java that runs the launcher, which runs everything else too. */
public final class Jvm {

    private static final Set<String> OWN = Set.of("local-0.1.0.jar", "contracts-0.1.0.jar");

    /**
     * Lets the optimising compiler begin late: else it begins with what the start caches remember, or with what only a
     * start calls often, and takes the start's own time.
     */
    public static final List<String> OPTIMISES_LATER = List.of(
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:-AOTReplayTraining",
            "-XX:Tier4InvocationThreshold=40000",
            "-XX:Tier4MinInvocationThreshold=10000",
            "-XX:Tier4CompileThreshold=120000",
            "-XX:Tier4BackEdgeThreshold=320000");

    private Jvm() {}

    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The launcher's class path without our own jars, which change with every build; it holds the broker. */
    public static String libraries() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !OWN.contains(Path.of(entry).getFileName().toString()))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
