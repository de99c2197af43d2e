package kontor.local.postgres;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kontor.local.stack.Folders;
import kontor.local.stack.Trees;

/**
 * A copy of the running cluster with all its databases, and of its log from there to a named point, to which recovery
 * brings all of them.
 */
public final class BaseBackup implements AutoCloseable {

    private static final Pattern START = Pattern.compile("START WAL LOCATION: \\S+ \\(file (\\w{24})\\)");

    private final Connection cluster;
    private final ClusterFiles files;

    private BaseBackup(Connection cluster, ClusterFiles files) {
        this.cluster = cluster;
        this.files = files;
    }

    /** Copying begins and ends in one session, and its slot keeps the log as long. */
    public static BaseBackup of(Folders folders, Superuser superuser) throws SQLException {
        return new BaseBackup(
                superuser.connect("postgres"),
                new ClusterFiles(PostgresHome.of(folders).data()));
    }

    /** How much there is to copy, but for the log. */
    public long bytes() throws IOException {
        long bytes = 0;
        for (Path file : files.all()) {
            bytes += files.data().resolve(file).toFile().length();
        }
        return bytes;
    }

    /** Copies the cluster as it is while services write; the log repairs what changed meanwhile. */
    public void copyFiles(Path target) throws SQLException, IOException {
        text("select slot_name from pg_create_physical_replication_slot(?, true, true)", "kontor_backup");
        text("select pg_backup_start(?, true)", "kontor");
        for (Path file : files.all()) {
            Trees.copyFile(files.data().resolve(file), target.resolve(file));
        }
        try (OutputStream label = Trees.create(target.resolve(ClusterFiles.LABEL))) {
            label.write(text("select labelfile from pg_backup_stop(false)").getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Marks a point behind all that is committed, and answers where the log is then. */
    public String mark(String name) throws SQLException {
        return text("select pg_create_restore_point(?)", name);
    }

    /** Copies the log from the beginning of the copy to the point. */
    public void copyLog(Path target, String point) throws SQLException, IOException {
        // Flushes the log, so that the file which holds the point can be read.
        text("select pg_switch_wal()");
        String last = text("select pg_walfile_name(cast(? as pg_lsn))", point);
        for (Path file : files.log(firstLogFile(target), last)) {
            Trees.copyFile(files.data().resolve(file), target.resolve(file));
        }
    }

    private static String firstLogFile(Path target) throws IOException {
        Matcher start = START.matcher(Files.readString(target.resolve(ClusterFiles.LABEL)));
        if (!start.find()) {
            throw new IOException("the label of the backup does not say where the log begins");
        }
        return start.group(1);
    }

    private String text(String sql, String... parameters) throws SQLException {
        try (PreparedStatement query = cluster.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setString(i + 1, parameters[i]);
            }
            ResultSet rows = query.executeQuery();
            rows.next();
            return rows.getString(1);
        }
    }

    @Override
    public void close() throws SQLException {
        cluster.close();
    }
}
