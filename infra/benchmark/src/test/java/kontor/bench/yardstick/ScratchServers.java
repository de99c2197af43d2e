package kontor.bench.yardstick;

import kontor.testkit.PostgresServer;

/** The PostgreSQL of the tests as a yardstick sees it. */
final class ScratchServers {

    private ScratchServers() {}

    static Server embedded() {
        return new Server(
                name -> "jdbc:postgresql://127.0.0.1:%d/%s".formatted(PostgresServer.port(), name), "postgres", "");
    }
}
