package kontor.e2e;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kontor.local.service.Instance;
import kontor.local.service.Scale;
import kontor.local.service.Service;
import kontor.local.service.ServiceProcess;
import kontor.local.stack.Folders;
import kontor.local.stack.Ports;
import kontor.local.stack.Secrets;

/**
 * A second instance of chat-service and a gateway that leads to it, at ports of their own beside those of the shop:
 * where a member goes on when the first instance is gone. The launcher does not know of them (ADR 056).
 */
final class Annex implements AutoCloseable {

    private static final int BASE_PORT = 18280;
    private static final Duration START = Duration.ofMinutes(3);
    private static final String CHAT = "chat";

    private final URI gateway;
    private final List<Process> processes = new ArrayList<>();

    private Annex(URI gateway) {
        this.gateway = gateway;
    }

    static Annex beside(Folders folders, Ports shop) {
        Ports own = new Ports(BASE_PORT, BASE_PORT, shop.keycloak(), shop.postgres(), shop.kafka());
        ServiceProcess chat = process(CHAT, folders, own);
        ServiceProcess door = process(Service.GATEWAY, folders, own);
        Annex annex = new Annex(URI.create(own.gatewayUrl()));
        try {
            annex.start(chat, command(chat), folders);
            annex.start(door, toAllOthersOf(shop, command(door)), folders);
            await().atMost(START).until(() -> chat.isReady() && door.isReady());
        } catch (RuntimeException | Error failed) {
            annex.close();
            throw failed;
        }
        return annex;
    }

    private static ServiceProcess process(String name, Folders folders, Ports own) {
        Service service = Service.ALL.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        return new ServiceProcess(new Instance(service, 1), Scale.ONE_EACH, folders, own, Secrets.of(folders));
    }

    private static ProcessBuilder command(ServiceProcess part) {
        part.prepare();
        return part.command();
    }

    /** Only chat-service is there twice. */
    private static ProcessBuilder toAllOthersOf(Ports shop, ProcessBuilder command) {
        Service.ALL.stream()
                .filter(service -> service.hasDatabase() && !service.name().equals(CHAT))
                .forEach(service -> command.environment()
                        .put("KONTOR_%s_URL".formatted(service.name().toUpperCase(Locale.ROOT)), service.url(shop)));
        command.environment().put("KONTOR_PUBLIC_URL", shop.gatewayUrl());
        return command;
    }

    private void start(ServiceProcess part, ProcessBuilder command, Folders folders) {
        Path log = folders.log(part.name() + "-2");
        command.redirectInput(Path.of("/dev/null").toFile());
        command.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            processes.add(command.start());
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    URI gateway() {
        return gateway;
    }

    @Override
    public void close() {
        processes.forEach(Process::destroyForcibly);
        processes.forEach(process -> process.onExit().join());
    }
}
