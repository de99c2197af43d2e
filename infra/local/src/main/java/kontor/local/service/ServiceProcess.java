package kontor.local.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kontor.local.kafka.KafkaBroker;
import kontor.local.keycloak.Keycloak;
import kontor.local.postgres.Postgres;
import kontor.local.process.HttpProbe;
import kontor.local.process.Part;
import kontor.local.process.StopRule;
import kontor.local.stack.Folders;
import kontor.local.stack.Jvm;
import kontor.local.stack.Ports;
import kontor.local.stack.Secrets;

/** A service or the gateway, with a small heap and what it must know in its environment. */
public final class ServiceProcess implements Part {

    private static final int NOT_AVAILABLE = 503;

    /** Longer than the gateway takes to notice that an instance wants no more calls (ADR 070). */
    private static final String FAREWELL = "2s";

    private final Instance instance;
    private final Service service;
    private final Scale scale;
    private final Folders folders;
    private final Ports ports;
    private final Secrets secrets;

    public ServiceProcess(Instance instance, Scale scale, Folders folders, Ports ports, Secrets secrets) {
        this.instance = instance;
        this.service = instance.service();
        this.scale = scale;
        this.folders = folders;
        this.ports = ports;
        this.secrets = secrets;
    }

    public boolean isBuilt() {
        return Files.exists(service.jar(folders));
    }

    @Override
    public String name() {
        return instance.name();
    }

    @Override
    public String url() {
        return instance.url(ports);
    }

    /**
     * The infrastructure comes first: topics are made before, since nobody else may make them, and Keycloak would only
     * share the cores with services that are ready no sooner for it.
     */
    @Override
    public Set<String> startsAfter() {
        if (!instance.isFirst()) {
            return Set.of(service.name());
        }
        return Keycloak.startsSoon(folders)
                ? Set.of(Postgres.NAME, KafkaBroker.NAME, Keycloak.NAME)
                : Set.of(Postgres.NAME, KafkaBroker.NAME);
    }

    @Override
    public boolean isVital() {
        return false;
    }

    @Override
    public void prepare() {
        if (keepsPictures() && instance.isFirst()) {
            takeOverPictures();
        }
        image();
    }

    private boolean keepsPictures() {
        return service.name().equals("catalog");
    }

    private void takeOverPictures() {
        try {
            new FormerPictures(folders).takeOver();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    ServiceImage image() {
        return ServiceImage.of(service, folders);
    }

    @Override
    public ProcessBuilder command() {
        return command(image().startCache().use());
    }

    ProcessBuilder command(List<String> cacheOptions) {
        ServiceImage image = image();
        List<String> command = new ArrayList<>(List.of(Jvm.java()));
        command.addAll(service.javaOptions());
        command.addAll(cacheOptions);
        if (image.isPrepared()) {
            command.add("-Dspring.aot.enabled=true");
        }
        command.addAll(List.of("-jar", image.jar().toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(image.folder().toFile());
        builder.environment().putAll(environment());
        return builder;
    }

    /** The names are those every service reads; values may be wrong for nobody else. */
    Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>();
        environment.put("SPRING_PROFILES_ACTIVE", "local");
        environment.put("SERVER_ADDRESS", "localhost");
        environment.put("SERVER_PORT", Integer.toString(instance.port(ports)));
        environment.put("MANAGEMENT_SERVER_ADDRESS", "localhost");
        environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(instance.managementPort(ports)));
        environment.put("KONTOR_ISSUER", ports.issuer());
        environment.put("KONTOR_JWKS", ports.issuer() + "/protocol/openid-connect/certs");
        clockOffset(environment);
        if (service.isGateway()) {
            for (Service other : Service.ALL) {
                if (!other.isGateway()) {
                    environment.put("KONTOR_%s_URL".formatted(other.name().toUpperCase(Locale.ROOT)), addresses(other));
                }
            }
            environment.put("KONTOR_KAFKA", ports.bootstrapServers());
            environment.put("KONTOR_PUBLIC_URL", ports.gatewayUrl());
            return environment;
        }
        if (scale.of(service) > 1) {
            environment.put("KONTOR_FAREWELL", FAREWELL);
        }
        environment.put("KONTOR_KAFKA", ports.bootstrapServers());
        if (service.hasDatabase()) {
            database(environment);
        } else {
            environment.put("KONTOR_REPORTING_FOLDER", folders.reporting().toString());
            environment.put("KONTOR_REPORTING_ADDRESS", "localhost:" + instance.port(ports));
        }
        if (keepsPictures()) {
            environment.put("KONTOR_UPLOADS", folders.uploads().toString());
        }
        if (service.name().equals("chat")) {
            environment.put("KONTOR_ATTACHMENTS", folders.attachments().toString());
        }
        if (service.name().equals("identity")) {
            environment.put("KONTOR_KEYCLOAK_URL", ports.keycloakUrl());
            environment.put("KONTOR_KEYCLOAK_CLIENT_SECRET", secrets.of(Secrets.ofClient("kontor-identity")));
        }
        return environment;
    }

    private void database(Map<String, String> environment) {
        environment.put("KONTOR_DATABASE_URL", ports.databaseUrl(service.database()));
        environment.put("KONTOR_DATABASE_USER", service.appRole());
        environment.put("KONTOR_DATABASE_PASSWORD", secrets.of(Secrets.ofDatabaseRole(service.appRole())));
        environment.put("KONTOR_MIGRATION_USER", service.ownerRole());
        environment.put("KONTOR_MIGRATION_PASSWORD", secrets.of(Secrets.ofDatabaseRole(service.ownerRole())));
    }

    private String addresses(Service other) {
        return scale.instances(other).map(one -> one.url(ports)).collect(Collectors.joining(","));
    }

    /** A service that starts again must live in the same time as the others. */
    private void clockOffset(Map<String, String> environment) {
        try {
            if (Files.exists(folders.clockOffset())) {
                environment.put(
                        "KONTOR_CLOCK_OFFSET",
                        Files.readString(folders.clockOffset()).strip());
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    @Override
    public boolean isReady() {
        return HttpProbe.status(health("readiness")) == 200;
    }

    @Override
    public boolean isBroken() {
        return HttpProbe.status(health("liveness")) == NOT_AVAILABLE;
    }

    private URI health(String group) {
        return URI.create("http://localhost:%d/actuator/health/%s".formatted(instance.managementPort(ports), group));
    }

    @Override
    public Duration startLimit() {
        return Duration.ofMinutes(3);
    }

    @Override
    public StopRule stopRule() {
        return service.isGateway() ? StopRule.GATEWAY : StopRule.SERVICE;
    }
}
