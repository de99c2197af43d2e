package kontor.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/**
 * The ports of one stack.
 *
 * @param gateway the one users talk to
 * @param base a service answers on base + its number, its management on base + 10 + its number
 */
public record Ports(int gateway, int base, int keycloak, int postgres, int kafka) {

    /** As many as there is room for between the services and Keycloak at their usual ports. */
    public static final int INSTANCES_MOST = 5;

    private static final int BETWEEN_INSTANCES = 20;
    private static final String FILE = "ports";

    public static Ports from(Map<String, String> environment) {
        int base = read(environment, "KONTOR_BASE_PORT", 8080);
        return new Ports(
                read(environment, "KONTOR_GATEWAY_PORT", base),
                base,
                read(environment, "KONTOR_KEYCLOAK_PORT", 8180),
                read(environment, "KONTOR_POSTGRES_PORT", 5480),
                read(environment, "KONTOR_KAFKA_PORT", 9480));
    }

    private static int read(Map<String, String> environment, String name, int usual) {
        String value = environment.getOrDefault(name, "");
        if (value.isBlank()) {
            return usual;
        }
        try {
            int port = Integer.parseInt(value.strip());
            if (port >= 1024 && port <= 64_000) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // Answered below, like a number out of range.
        }
        throw new Trouble("%s is '%s'; give a port from 1024 to 64000.".formatted(name, value));
    }

    public int service(int number) {
        return base + number;
    }

    public int management(int number) {
        return base + 10 + number;
    }

    /** The first instance of a service is at its own ports, each further one 20 above the one before. */
    public Ports ofInstance(int number) {
        return new Ports(gateway, base + (number - 1) * BETWEEN_INSTANCES, keycloak, postgres, kafka);
    }

    public int keycloakManagement() {
        return keycloak + 1000;
    }

    public int kafkaController() {
        return kafka + 1;
    }

    public String gatewayUrl() {
        return "http://localhost:" + gateway;
    }

    public String keycloakUrl() {
        return "http://localhost:" + keycloak;
    }

    public String issuer() {
        return keycloakUrl() + "/realms/kontor";
    }

    public String bootstrapServers() {
        return "localhost:" + kafka;
    }

    public String databaseUrl(String database) {
        return "jdbc:postgresql://localhost:%d/%s".formatted(postgres, database);
    }

    /** Refuses a port that another program holds, naming who wanted it and how to move it. */
    public static void checkFree(int port, String part, String variable) {
        try {
            new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
        } catch (IOException taken) {
            throw new Trouble(
                    "Port %d, which %s needs, is used by another program; stop that one or choose another port with %s."
                            .formatted(port, part, variable),
                    taken);
        }
    }

    /** A port nobody holds now. */
    public static int anyFree() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** A port nobody holds now, nor the one after it. */
    public static int anyFreePair() {
        for (int attempt = 0; attempt < 100; attempt++) {
            int port = anyFree();
            try (ServerSocket next = new ServerSocket(port + 1, 1, InetAddress.getLoopbackAddress())) {
                return next.getLocalPort() - 1;
            } catch (IOException | IllegalArgumentException taken) {
                // Another pair, then.
            }
        }
        throw new Trouble("There are no two free ports next to each other on this machine.");
    }

    /** Kept so that the other commands find a stack that was started on moved ports. */
    public void save(Folders folders) {
        Properties saved = new Properties();
        saved.setProperty("KONTOR_GATEWAY_PORT", Integer.toString(gateway));
        saved.setProperty("KONTOR_BASE_PORT", Integer.toString(base));
        saved.setProperty("KONTOR_KEYCLOAK_PORT", Integer.toString(keycloak));
        saved.setProperty("KONTOR_POSTGRES_PORT", Integer.toString(postgres));
        saved.setProperty("KONTOR_KAFKA_PORT", Integer.toString(kafka));
        PropertyFile.write(folders.state().resolve(FILE), saved);
    }

    public static Ports saved(Folders folders) {
        Path file = folders.state().resolve(FILE);
        if (!Files.exists(file)) {
            throw new Trouble("There is no stack at %s; start one with infra/up.".formatted(folders.state()));
        }
        try {
            return from(PropertyFile.readMap(file));
        } catch (UncheckedIOException unreadable) {
            throw new Trouble(
                    "%s cannot be read; run infra/up as the user who started it.".formatted(file), unreadable);
        }
    }
}
