package kontor.bench;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kontor.bench.machine.Machine;
import kontor.bench.shop.BenchMarket;
import kontor.bench.shop.BenchShelf;
import kontor.bench.shop.BenchTalk;
import kontor.bench.shop.Shoppers;
import kontor.bench.yardstick.Server;
import kontor.bench.yardstick.ShopDatabases;
import kontor.local.keycloak.LogIn;
import kontor.local.service.Instance;
import kontor.local.service.Scale;
import kontor.local.service.Service;
import kontor.local.stack.Folders;
import kontor.local.stack.Ports;
import kontor.local.stack.Secrets;
import kontor.local.stack.Trouble;

/** The shop that {@code infra/up} started on this machine. */
record RunningShop(Folders folders, Ports ports, Scale scale, Secrets secrets) {

    static RunningShop find(Folders folders) {
        if (!Files.exists(folders.readyMark())) {
            throw new Trouble("The shop is not up; start it with infra/up --detach.");
        }
        return new RunningShop(folders, Ports.saved(folders), Scale.saved(folders), Secrets.of(folders));
    }

    URI gateway() {
        return URI.create(ports.gatewayUrl());
    }

    URI ledger() {
        return URI.create(service("ledger").url(ports));
    }

    Service service(String name) {
        return Service.ALL.stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    List<String> deployables() {
        return scale.instances(Service.ALL).stream().map(Instance::name).toList();
    }

    Machine machine() {
        return new Machine(folders.run());
    }

    String token(String logIn) {
        return new LogIn(ports, secrets).token(logIn);
    }

    Shoppers shoppers(int count) {
        return new Shoppers(gateway(), this::token, secrets.of(Secrets.DEMO), count);
    }

    BenchShelf shelf() {
        return new BenchShelf(gateway(), () -> token("ada"));
    }

    BenchMarket market(Shoppers shoppers) {
        return new BenchMarket(gateway(), () -> token("ada"), shoppers);
    }

    BenchTalk talk(Shoppers shoppers) {
        return new BenchTalk(gateway(), shoppers);
    }

    /** Memory (PSS) of each deployable. */
    Map<String, Long> memory() {
        return machine().memory(deployables());
    }

    ShopDatabases databases(String... services) {
        return new ShopDatabases(
                postgres(),
                Stream.of(services).map(name -> service(name).database()).toList());
    }

    Server postgres() {
        return new Server(ports::databaseUrl, "postgres", secrets.of(Secrets.ofDatabaseRole("postgres")));
    }

    Path results() {
        return folders.state().resolve("bench");
    }
}
