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
import kontor.local.service.Instance;
import kontor.local.service.Scale;
import kontor.local.service.Service;
import kontor.local.service.ServiceProcess;
import kontor.local.service.ServiceRehearsal;
import kontor.local.stack.Console;
import kontor.local.stack.Folders;
import kontor.local.stack.Ports;
import kontor.local.stack.Secrets;

/** One stack with its parts in the order in which they start. */
record Stack(Folders folders, Ports ports, Scale scale, Secrets secrets, Console console) {

    /** The one that is asked for. */
    static Stack wanted(Folders folders) {
        return of(folders, Ports.from(System.getenv()), Scale.from(System.getenv()));
    }

    /** The one that is there. */
    static Stack present(Folders folders) {
        return of(folders, Ports.saved(folders), Scale.saved(folders));
    }

    private static Stack of(Folders folders, Ports ports, Scale scale) {
        return new Stack(folders, ports, scale, Secrets.of(folders), new Console(System.out));
    }

    void save() {
        ports.save(folders);
        scale.save(folders);
    }

    List<Part> parts() {
        List<Part> parts = new ArrayList<>(List.of(
                new Postgres(folders, ports, secrets, console),
                new KafkaBroker(folders, ports),
                new Keycloak(folders, ports, secrets, console)));
        instances().forEach(instance -> parts.add(process(instance)));
        return parts;
    }

    List<Service> builtServices() {
        return Service.ALL.stream()
                .filter(service -> process(new Instance(service, 1)).isBuilt())
                .toList();
    }

    /** What runs beside the parts, if it was started. */
    Optional<Part> reporting() {
        return new ReportingProcess(folders).isWanted()
                ? Optional.of(process(new Instance(Service.REPORTING, 1)))
                : Optional.empty();
    }

    List<Instance> instances() {
        return scale.instances(builtServices());
    }

    /** What has a start cache, the slowest first. */
    List<Rehearsal> rehearsals() {
        List<Rehearsal> rehearsals = new ArrayList<>(List.of(
                new KeycloakRehearsal(new Keycloak(folders, ports, secrets, console)), new KafkaRehearsal(folders)));
        builtServices().forEach(service -> rehearsals.add(new ServiceRehearsal(process(new Instance(service, 1)))));
        return rehearsals;
    }

    ServiceProcess process(Instance instance) {
        return new ServiceProcess(instance, scale, folders, ports, secrets);
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
        for (Instance instance : scale.instances(Service.ALL)) {
            Ports.checkFree(
                    instance.port(ports), instance.name(), instance.service().portVariable());
            Ports.checkFree(instance.managementPort(ports), instance.name(), "KONTOR_BASE_PORT");
        }
    }
}
