package kontor.local.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.UnaryOperator;
import kontor.local.service.Service;
import kontor.local.stack.Trouble;

/**
 * A database for each service with two roles: an owner that migrates, and an application that reads and adds rows
 * and changes only what a migration allows it. Creating is repeatable and sets the passwords anew each time.
 */
public final class Databases {

    /** Reads everything, writes nothing: for {@code infra/check}. */
    static final String CHECK = "kontor_check";

    private static final String KEYCLOAK = "keycloak";

    private final Connections connections;
    private final UnaryOperator<String> passwords;

    /** With the passwords that the roles shall have, by name. */
    public Databases(Connections connections, UnaryOperator<String> passwords) {
        this.connections = connections;
        this.passwords = passwords;
    }

    /** A superuser's connection to a database. */
    @FunctionalInterface
    public interface Connections {
        Connection to(String database) throws SQLException;
    }

    public void create() {
        List<Service> services =
                Service.ALL.stream().filter(Service::hasDatabase).toList();
        try {
            try (Connection cluster = connections.to("postgres")) {
                createRole(cluster, CHECK);
                run(cluster, "grant pg_read_all_data to " + CHECK);
                run(cluster, "alter role %s set default_transaction_read_only = on".formatted(CHECK));
                createRole(cluster, KEYCLOAK);
                createDatabase(cluster, KEYCLOAK, KEYCLOAK);
                for (Service service : services) {
                    createRole(cluster, service.ownerRole());
                    createRole(cluster, service.appRole());
                    createDatabase(cluster, service.database(), service.ownerRole());
                    run(
                            cluster,
                            "grant connect on database %s to %s, %s"
                                    .formatted(service.database(), service.appRole(), CHECK));
                }
            }
            for (Service service : services) {
                grant(service);
            }
        } catch (SQLException cause) {
            throw new Trouble(
                    "The databases could not be created (%s); see infra/logs postgres.".formatted(cause.getMessage()),
                    cause);
        }
    }

    private void grant(Service service) throws SQLException {
        try (Connection database = connections.to(service.database())) {
            String owner = service.ownerRole();
            String app = service.appRole();
            run(database, "alter schema public owner to " + owner);
            run(database, "grant usage on schema public to " + app);
            run(
                    database,
                    "alter default privileges for role %s in schema public grant select, insert on tables to %s"
                            .formatted(owner, app));
            run(
                    database,
                    "alter default privileges for role %s in schema public grant usage on sequences to %s"
                            .formatted(owner, app));
        }
    }

    private void createRole(Connection cluster, String role) throws SQLException {
        if (!exists(cluster, "select 1 from pg_roles where rolname = ?", role)) {
            run(cluster, "create role " + role);
        }
        run(
                cluster,
                "alter role %s login nosuperuser nocreatedb nocreaterole password '%s'"
                        .formatted(role, passwords.apply(role).replace("'", "''")));
    }

    private static void createDatabase(Connection cluster, String name, String owner) throws SQLException {
        if (!exists(cluster, "select 1 from pg_database where datname = ?", name)) {
            run(cluster, "create database %s owner %s".formatted(name, owner));
        }
        run(cluster, "revoke all on database %s from public".formatted(name));
    }

    private static boolean exists(Connection cluster, String query, String name) throws SQLException {
        try (PreparedStatement statement = cluster.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
