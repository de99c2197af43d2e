package kontor.images;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kontor.local.service.Service;
import org.jspecify.annotations.Nullable;

/**
 * What goes into one image.
 *
 * @param service none for the step that sets up databases and topics and ends
 * @param options what Java is told before it is told what to run
 * @param command what it runs
 * @param folders where it keeps files, each given to the user of the image
 */
public record Recipe(
        String name,
        @Nullable Service service,
        Path jar,
        List<String> options,
        List<String> command,
        List<Integer> ports,
        List<String> folders) {

    /** Two sets of ports, as the services' own settings have them. */
    private static final int PORT = 8080;

    private static final int MANAGEMENT_PORT = 8081;
    private static final int MANAGEMENT_PORT_OF_GATEWAY = 8090;

    private static final Map<String, List<String>> FOLDERS =
            Map.of("catalog", List.of("/var/lib/kontor/uploads"), "chat", List.of("/var/lib/kontor/attachments"));

    static List<Recipe> allIn(Path checkout) {
        return Stream.concat(Service.ALL.stream().map(service -> of(service, checkout)), Stream.of(setUp(checkout)))
                .toList();
    }

    private static Recipe of(Service service, Path checkout) {
        String name = service.isGateway() ? service.name() : service.name() + "-service";
        return new Recipe(
                name,
                service,
                checkout.resolve("%1$s/target/%1$s-0.1.0-exec.jar".formatted(name)),
                quiet(service.javaOptions()),
                List.of("-jar", "/app/app.jar"),
                List.of(PORT, service.isGateway() ? MANAGEMENT_PORT_OF_GATEWAY : MANAGEMENT_PORT),
                FOLDERS.getOrDefault(service.name(), List.of()));
    }

    private static Recipe setUp(Path checkout) {
        return new Recipe(
                "set-up",
                null,
                checkout.resolve("infra/local/target/local-0.1.0.jar"),
                quiet(List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError")),
                List.of("-cp", "/app/app.jar:/app/lib/*", "kontor.local.setup.SetUpCommand"),
                List.of(),
                List.of());
    }

    /** What the virtual machine has to say is no line of the log, which is JSON. */
    private static List<String> quiet(List<String> options) {
        List<String> all = new ArrayList<>(options);
        all.add("-Xlog:disable");
        all.add("-Xlog:all=warning:stderr");
        return List.copyOf(all);
    }

    public boolean isGateway() {
        return service != null && service.isGateway();
    }
}
