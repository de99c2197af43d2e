package kontor.testkit;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A database as production has it: the owner runs migrations, the application's role reads and inserts, and may update
 * or delete only what a migration grants.
 */
public final class TestDatabase {

    /** A database role. */
    public record Role(String name, String password) {}

    private static final int STATEMENTS_AT_ONCE = 8;
    private static final Duration IDLE = Duration.ofSeconds(10);

    private final Map<Role, JdbcClient> clients = new ConcurrentHashMap<>();
    private final int port;
    private final String name;
    private final Role owner;
    private final Role app;

    TestDatabase(int port, String name, Role owner, Role app) {
        this.port = port;
        this.name = name;
        this.owner = owner;
        this.app = app;
    }

    void create(JdbcClient server, JdbcClient inside) {
        execute(
                server,
                "create role %s login password '%s'".formatted(owner.name(), owner.password()),
                "create role %s login password '%s'".formatted(app.name(), app.password()),
                "create database %s owner %s".formatted(name, owner.name()),
                "revoke all on database %s from public".formatted(name),
                "grant connect on database %s to %s".formatted(name, app.name()));
        execute(
                inside,
                "alter schema public owner to " + owner.name(),
                "revoke all on schema public from public",
                "grant usage on schema public to " + app.name(),
                byDefault("select, insert on tables"),
                byDefault("usage, select on sequences"));
    }

    /** The name of the database. */
    public String name() {
        return name;
    }

    /** The address for a JDBC driver, without credentials. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, name);
    }

    /** The role that owns schema public and migrates. */
    public Role owner() {
        return owner;
    }

    /** The role of the running application. */
    public Role app() {
        return app;
    }

    /** Statements as the owner, for arranging and asserting. */
    public JdbcClient asOwner() {
        return clients.computeIfAbsent(owner, this::client);
    }

    /** Statements as the application's role, to prove what it may not do. */
    public JdbcClient asApp() {
        return clients.computeIfAbsent(app, this::client);
    }

    /** Connections of this role; each is opened anew. */
    public DataSource dataSource(Role role) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url());
        source.setUser(role.name());
        source.setPassword(role.password());
        // Tests change tables, and what was prepared before does not fit them any more.
        source.setPrepareThreshold(0);
        return source;
    }

    /** Tests ask thousands of times: to connect and to log in anew each time takes longer than the statements do. */
    private JdbcClient client(Role role) {
        HikariConfig kept = new HikariConfig();
        kept.setPoolName("%s of %s".formatted(role.name(), name));
        kept.setDataSource(dataSource(role));
        kept.setMinimumIdle(0);
        kept.setMaximumPoolSize(STATEMENTS_AT_ONCE);
        kept.setIdleTimeout(IDLE.toMillis());
        return JdbcClient.create(new HikariDataSource(kept));
    }

    private String byDefault(String rights) {
        return "alter default privileges for role %s in schema public grant %s to %s"
                .formatted(owner.name(), rights, app.name());
    }

    private static void execute(JdbcClient client, String... statements) {
        List.of(statements).forEach(statement -> client.sql(statement).update());
    }
}
