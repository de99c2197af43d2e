package kontor.local.service;

import java.nio.file.Path;
import java.util.List;
import kontor.local.stack.Folders;
import kontor.local.stack.Ports;

/**
 * A deployable of the shop.
 *
 * @param number its place after the base port; the gateway's is 0
 * @param heapMegabytes enough for its largest request
 * @param busy the optimising compiler pays off; the others start faster and stay smaller without it
 */
public record Service(String name, int number, int heapMegabytes, boolean busy) {

    public static final String GATEWAY = "gateway";

    /** In the order in which they start. */
    public static final List<Service> ALL = List.of(
            new Service("identity", 1, 160, false),
            new Service("ledger", 3, 256, true),
            // A picture of 25 million pixels is decoded in memory.
            new Service("catalog", 2, 384, false),
            new Service(GATEWAY, 0, 192, true),
            new Service("order", 4, 160, false),
            new Service("invoice", 5, 192, false),
            new Service("support", 6, 128, false),
            // Decodes pictures as well, and carries what open streams have in hand.
            new Service("chat", 7, 384, false));

    public boolean isGateway() {
        return name.equals(GATEWAY);
    }

    public boolean hasDatabase() {
        return !isGateway();
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

    Path jar(Folders folders) {
        String module = isGateway() ? GATEWAY : name + "-service";
        return folders.checkout().resolve(module + "/target/" + module + "-0.1.0-exec.jar");
    }
}
