package kontor.local.service;

import java.net.URI;
import kontor.local.cache.Rehearsal;
import kontor.local.cache.StartCache;
import kontor.local.process.HttpProbe;
import kontor.local.stack.Ports;

/** A second instance of a service. It joins no consumer group, because its broker is nobody: consumers only begin. */
public final class ServiceRehearsal implements Rehearsal {

    private static final int REQUESTS = 5;

    private final ServiceProcess process;
    private final int port = Ports.anyFree();
    private final int managementPort = Ports.anyFree();

    public ServiceRehearsal(ServiceProcess process) {
        this.process = process;
    }

    @Override
    public String name() {
        return process.name();
    }

    @Override
    public StartCache cache() {
        return process.image().startCache();
    }

    @Override
    public ProcessBuilder command() {
        ProcessBuilder builder = process.command(cache().record());
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        builder.environment().put("MANAGEMENT_SERVER_PORT", Integer.toString(managementPort));
        builder.environment().put("KONTOR_KAFKA", "localhost:" + Ports.anyFree());
        return builder;
    }

    @Override
    public boolean hasStarted() {
        return HttpProbe.status(health()) != HttpProbe.SILENCE;
    }

    @Override
    public void exercise() {
        for (int i = 0; i < REQUESTS; i++) {
            HttpProbe.status(URI.create("http://localhost:%d/".formatted(port)));
            HttpProbe.status(health());
        }
    }

    private URI health() {
        return URI.create("http://localhost:%d/actuator/health/readiness".formatted(managementPort));
    }
}
