package kontor.local.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import kontor.local.kafka.TopicCopy;
import kontor.local.postgres.BaseBackup;
import kontor.local.postgres.Superuser;
import kontor.local.stack.Console;
import kontor.local.stack.FileLatch;
import kontor.local.stack.Folders;
import kontor.local.stack.Ports;
import kontor.local.stack.Secrets;
import kontor.local.stack.Trees;
import kontor.local.stack.Trouble;
import org.apache.kafka.common.KafkaException;

/** {@code infra/backup}: copies a running shop as it is at one point, and forgets the oldest copies. */
public final class Backup {

    private final Folders folders;
    private final Ports ports;
    private final Console console;
    private final Superuser superuser;

    public Backup(Folders folders, Ports ports, Secrets secrets, Console console) {
        this.folders = folders;
        this.ports = ports;
        this.console = console;
        this.superuser = new Superuser(ports, secrets);
    }

    public int run(List<String> arguments) throws InterruptedException {
        BackupOptions options = BackupOptions.of(arguments);
        if (!Files.exists(folders.readyMark())) {
            throw new Trouble("Kontor is not up, so there is nothing to copy; infra/up starts it.");
        }
        Backups backups = new Backups(folders.backups());
        try {
            if (FileLatch.tryForever(folders.run().resolve("backup.lock")).isEmpty()) {
                throw new Trouble("Another infra/backup is at work; wait for it.");
            }
            backups.removeUnfinished();
            String name = Backups.nameOf(Instant.now());
            make(backups, name);
            console.about("backup", "complete: " + backups.path(name), console.sinceBegin());
            for (String old : backups.keep(options.keep(), name)) {
                console.about("backup", "%s is deleted (--keep %d)".formatted(old, options.keep()));
            }
            return 0;
        } catch (IOException | SQLException | KafkaException cause) {
            throw new Trouble("The backup was not made (%s).".formatted(cause.getMessage()), cause);
        }
    }

    /** Under another name until it is whole; what fails leaves nothing behind. */
    private void make(Backups backups, String name) throws IOException, SQLException, InterruptedException {
        BackupFolder folder = new BackupFolder(backups.unfinished(name));
        try {
            copy(backups, folder, name);
            folder.seal();
            Trees.flush();
            Files.move(folder.root(), backups.path(name), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Trees.delete(folder.root());
        }
    }

    private void copy(Backups backups, BackupFolder folder, String name)
            throws IOException, SQLException, InterruptedException {
        Path target = folder.file(Manifest.CLUSTER);
        try (BaseBackup cluster = BaseBackup.of(folders, superuser);
                TopicCopy topics = new TopicCopy(ports)) {
            backups.requireSpace(cluster.bytes());
            cluster.copyFiles(target);
            Cut.Point point = cut(cluster, topics, name);
            cluster.copyLog(target, point.location());
            console.about("postgres", "all databases copied", console.sinceBegin());
            long records = topics.write(folder.file(Manifest.TOPICS), point.ends());
            console.about("kafka", "%d records copied".formatted(records), console.sinceBegin());
            folder.write(Manifest.FILE, new Manifest(name, records).text());
        }
        // Stored before their rows and never changed, so whatever the databases know of at the point is there.
        Trees.copy(folders.uploads(), folder.file(Manifest.UPLOADS));
        Trees.copy(folders.attachments(), folder.file(Manifest.ATTACHMENTS));
        for (String file : Manifest.STATE) {
            Trees.copyFile(
                    folders.state().resolve(file), folder.file(Manifest.STACK).resolve(file));
        }
        console.about("pictures", "copied", console.sinceBegin());
    }

    private Cut.Point cut(BaseBackup cluster, TopicCopy topics, String name) throws SQLException, InterruptedException {
        try (Outboxes outboxes = Outboxes.of(superuser)) {
            return new Cut(cluster, topics, outboxes).at(name);
        }
    }
}
