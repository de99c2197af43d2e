package kontor.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kontor.local.cache.Rehearsal;
import kontor.local.kafka.KafkaBroker;
import kontor.local.kafka.KafkaRehearsal;
import kontor.local.keycloak.Keycloak;
import kontor.local.keycloak.KeycloakRehearsal;
import kontor.local.keycloak.LogIn;
import kontor.local.postgres.Postgres;
import kontor.local.process.Part;
import kontor.local.reporting.ReportingProcess;
import kontor.local.service.Service;
import kontor.local.service.ServiceProcess;
import kontor.local.service.ServiceRehearsal;
import kontor.local.stack.Console;
import kontor.local.stack.Folders;
import kontor.local.stack.Ports;
import kontor.local.stack.Secrets;

/** One stack with its parts in the order in which they start. */
record Stack(Folders folders, Ports ports, Secrets secrets, Console console) {

    static Stack of(Folders folders, Ports ports) {
        return new Stack(folders, ports, Secrets.of(folders), new Console(System.out));
    }

    List<Part> parts() {
        List<Part> parts = new ArrayList<>(List.of(
                new Postgres(folders, ports, secrets, console),
                new KafkaBroker(folders, ports),
                new Keycloak(folders, ports, secrets, console)));
        builtServices().forEach(service -> parts.add(process(service)));
        return parts;
    }

    List<Service> builtServices() {
        return Service.ALL.stream()
                .filter(service -> process(service).isBuilt())
                .toList();
    }

    /** What runs beside the parts, if it was started. */
    Optional<Part> reporting() {
        return new ReportingProcess(folders).isWanted() ? Optional.of(process(Service.REPORTING)) : Optional.empty();
    }

    /** What has a start cache, the slowest first. */
    List<Rehearsal> rehearsals() {
        List<Rehearsal> rehearsals = new ArrayList<>(List.of(
                new KeycloakRehearsal(new Keycloak(folders, ports, secrets, console)), new KafkaRehearsal(folders)));
        builtServices().forEach(service -> rehearsals.add(new ServiceRehearsal(process(service))));
        return rehearsals;
    }

    private ServiceProcess process(Service service) {
        return new ServiceProcess(service, folders, ports, secrets);
    }

    LogIn logIn() {
        return new LogIn(ports, secrets);
    }

    /** Refuses a start that would fail later for want of a port. */
    void checkPorts() {
        Ports.checkFree(ports.postgres(), Postgres.NAME, "KONTOR_POSTGRES_PORT");
        Ports.checkFree(ports.kafka(), KafkaBroker.NAME, "KONTOR_KAFKA_PORT");
        Ports.checkFree(ports.kafkaController(), KafkaBroker.NAME, "KONTOR_KAFKA_PORT");
        Ports.checkFree(ports.keycloak(), Keycloak.NAME, "KONTOR_KEYCLOAK_PORT");
        Ports.checkFree(ports.keycloakManagement(), Keycloak.NAME, "KONTOR_KEYCLOAK_PORT");
        for (Service service : Service.ALL) {
            Ports.checkFree(service.port(ports), service.name(), service.portVariable());
            Ports.checkFree(service.managementPort(ports), service.name(), "KONTOR_BASE_PORT");
        }
    }
}
