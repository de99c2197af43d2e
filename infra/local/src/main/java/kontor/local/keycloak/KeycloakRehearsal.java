package kontor.local.keycloak;

import java.net.URI;
import kontor.local.cache.Rehearsal;
import kontor.local.cache.StartCache;
import kontor.local.process.HttpProbe;
import kontor.local.stack.Ports;

/** A second instance on the same database, which is what Keycloak is made for. */
public final class KeycloakRehearsal implements Rehearsal {

    private final Keycloak keycloak;
    private final int port = Ports.anyFree();
    private final int managementPort = Ports.anyFree();

    public KeycloakRehearsal(Keycloak keycloak) {
        this.keycloak = keycloak;
    }

    @Override
    public String name() {
        return Keycloak.NAME;
    }

    @Override
    public StartCache cache() {
        return keycloak.startCache();
    }

    @Override
    public ProcessBuilder command() {
        ProcessBuilder builder = keycloak.command(cache().record());
        builder.environment().put("KC_HTTP_PORT", Integer.toString(port));
        builder.environment().put("KC_HTTP_MANAGEMENT_PORT", Integer.toString(managementPort));
        return builder;
    }

    @Override
    public boolean hasStarted() {
        return HttpProbe.status(URI.create("http://localhost:%d/health/ready".formatted(managementPort))) == 200;
    }

    @Override
    public void exercise() {
        HttpProbe.status(URI.create("http://localhost:%d/realms/kontor/protocol/openid-connect/certs".formatted(port)));
    }
}
