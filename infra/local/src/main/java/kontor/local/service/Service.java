package kontor.local.service;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import kontor.local.stack.Folders;
import kontor.local.stack.Jvm;
import kontor.local.stack.Ports;

/**
 * A deployable of the shop.
 *
 * @param number its place after the base port; the gateway's is 0
 * @param heap enough for its largest request
 */
public record Service(String name, int number, Heap heap, Compiling compiling) {

    /** What its compilers do. */
    public enum Compiling {
        /** Quickly alone: a service starts faster and stays smaller without the optimising one. */
        QUICK,
        /** The optimising one pays off. */
        OPTIMISED,
        /** The same for who is called thousands of times a second. */
        OPTIMISED_LATER
    }

    public static final String GATEWAY = "gateway";

    /** In the order in which they start. */
    public static final List<Service> ALL = List.of(
            new Service("identity", 1, Heap.small(160), Compiling.QUICK),
            new Service("ledger", 3, Heap.busy(256), Compiling.OPTIMISED_LATER),
            // A picture of 25 million pixels is decoded in memory.
            new Service("catalog", 2, Heap.small(384), Compiling.QUICK),
            new Service(GATEWAY, 0, Heap.busy(192), Compiling.OPTIMISED_LATER),
            new Service("order", 4, Heap.small(160), Compiling.QUICK),
            new Service("invoice", 5, Heap.small(192), Compiling.QUICK),
            new Service("support", 6, Heap.small(128), Compiling.QUICK),
            // Decodes pictures as well, and carries 2,000 open streams: they are old, and nothing is gained by looking
            // through all of them for room for some more. A message is rare beside what it costs, so what it calls is
            // optimised sooner.
            new Service("chat", 7, new Heap(OptionalInt.of(32), 224, 512), Compiling.OPTIMISED));

    /** Beside the shop, and only when it is asked for: it reads the topics and nobody needs it. */
    public static final Service REPORTING = new Service("reporting", 8, Heap.small(192), Compiling.QUICK);

    public boolean isGateway() {
        return name.equals(GATEWAY);
    }

    private boolean isReporting() {
        return name.equals("reporting");
    }

    public boolean hasDatabase() {
        return !isGateway() && !isReporting();
    }

    public String database() {
        return "kontor_" + name;
    }

    public String ownerRole() {
        return name + "_owner";
    }

    public String appRole() {
        return name + "_app";
    }

    public int port(Ports ports) {
        return isGateway() ? ports.gateway() : ports.service(number);
    }

    public int managementPort(Ports ports) {
        return ports.management(number);
    }

    public String url(Ports ports) {
        return "http://localhost:" + port(ports);
    }

    public String portVariable() {
        return isGateway() ? "KONTOR_GATEWAY_PORT" : "KONTOR_BASE_PORT";
    }

    /** What its virtual machine is told, here and in a container. */
    public List<String> javaOptions() {
        List<String> options = new ArrayList<>(heap.options());
        options.addAll(List.of(
                "-Xss512k",
                // Not half a dozen collections of the whole heap at each start, because classes come in.
                "-XX:MetaspaceSize=128m",
                // The start cache is used where it lies in the file: moved elsewhere, all its pages would be private
                // ones.
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:ArchiveRelocationMode=0",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:ReservedCodeCacheSize=64m",
                // What compilers have used and freed goes back: 25 MB of a busy service, else kept for ever.
                "-XX:TrimNativeHeapInterval=15000",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "-Duser.timezone=UTC"));
        options.addAll(
                switch (compiling) {
                    // A third of what is compiled at a start is not called often enough to pay for it.
                    case QUICK -> List.of("-XX:TieredStopAtLevel=1", "-XX:CompileThresholdScaling=3");
                    // What the start caches remember is what a start calls.
                    case OPTIMISED -> List.of("-XX:-AOTReplayTraining");
                    case OPTIMISED_LATER -> Jvm.OPTIMISES_LATER;
                });
        return options;
    }

    Path jar(Folders folders) {
        if (isReporting()) {
            return folders.checkout().resolve("infra/reporting/target/reporting-0.1.0-exec.jar");
        }
        String module = isGateway() ? GATEWAY : name + "-service";
        return folders.checkout().resolve(module + "/target/" + module + "-0.1.0-exec.jar");
    }
}
