package kontor.local.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kontor.local.kafka.KafkaBroker;
import kontor.local.kafka.TopicFill;
import kontor.local.postgres.Recovery;
import kontor.local.process.Interlude;
import kontor.local.process.RunFile;
import kontor.local.stack.Console;
import kontor.local.stack.Folders;
import kontor.local.stack.Ports;
import kontor.local.stack.Secrets;
import kontor.local.stack.Trees;
import kontor.local.stack.Trouble;
import org.apache.kafka.common.KafkaException;

/** {@code infra/restore}: makes a shop that was forgotten what it was at the point of a backup. */
public final class Restore {

    private static final int SHOWN = 3;
    private static final List<String> OF_A_SHOP =
            List.of("secrets", "postgres/data", "kafka/data", "uploads", "attachments");

    private final Folders folders;
    private final Ports ports;
    private final Console console;
    private final Runnable portsAreFree;

    /** The last one throws a {@link Trouble} when the shop could not start. */
    public Restore(Folders folders, Ports ports, Console console, Runnable portsAreFree) {
        this.folders = folders;
        this.ports = ports;
        this.console = console;
        this.portsAreFree = portsAreFree;
    }

    public int run(List<String> arguments) throws InterruptedException {
        if (arguments.size() != 1) {
            throw new Trouble(
                    "Say which backup: infra/restore DIR, one of the folders in %s.".formatted(folders.backups()));
        }
        Path root = Path.of(arguments.getFirst()).toAbsolutePath().normalize();
        try {
            requireNothingThere();
            portsAreFree.run();
            BackupFolder backup = requireSound(root);
            restore(backup, Manifest.of(backup));
        } catch (IOException | KafkaException cause) {
            throw new Trouble(
                    "%s could not be restored (%s); infra/reset clears what is half there."
                            .formatted(root, cause.getMessage()),
                    cause);
        }
        console.about("restore", "the shop is as it was at " + root.getFileName(), console.sinceBegin());
        return 0;
    }

    private void requireNothingThere() {
        if (RunFile.readAll(folders.run()).stream()
                .anyMatch(run -> run.process().isPresent())) {
            throw new Trouble("Parts of Kontor still run; stop them with infra/down first.");
        }
        if (Files.exists(folders.restoreMark())) {
            throw new Trouble("A restore did not come to its end; run infra/reset first.");
        }
        if (OF_A_SHOP.stream().anyMatch(name -> Files.exists(folders.state().resolve(name)))) {
            throw new Trouble("There is a shop in %s already; infra/reset forgets it.".formatted(folders.state()));
        }
    }

    private BackupFolder requireSound(Path root) throws IOException {
        if (!Files.isRegularFile(root.resolve(Manifest.FILE)) || !new BackupFolder(root).isSealed()) {
            throw new Trouble("%s is no complete backup.".formatted(root));
        }
        BackupFolder backup = new BackupFolder(root.toRealPath());
        List<String> faults = backup.faults();
        if (!faults.isEmpty()) {
            throw new Trouble("The backup %s is damaged: %d files are not as they were written, among them %s."
                    .formatted(
                            root, faults.size(), String.join(", ", faults.subList(0, Math.min(SHOWN, faults.size())))));
        }
        console.about("restore", "all of the backup is as it was written", console.sinceBegin());
        return backup;
    }

    private void restore(BackupFolder backup, Manifest manifest) throws IOException, InterruptedException {
        folders.create();
        folders.checkSpace();
        Files.createFile(folders.restoreMark());
        Trees.copy(backup.file(Manifest.STACK), folders.state());
        // Also when there were none: a shop with this folder does not look for one of former times.
        Trees.createFolder(folders.uploads());
        Trees.copy(backup.file(Manifest.UPLOADS), folders.uploads());
        Trees.copy(backup.file(Manifest.ATTACHMENTS), folders.attachments());
        console.about("pictures", "copied", console.sinceBegin());
        new Recovery(folders, ports, Secrets.of(folders), console).run(backup.file(Manifest.CLUSTER), manifest.point());
        console.about("postgres", "all databases are at " + manifest.point(), console.sinceBegin());
        fillTopics(backup, manifest);
        Trees.flush();
        Files.delete(folders.restoreMark());
    }

    /** Made anew from the contracts; consumers begin at the beginning, and their inboxes drop what they know. */
    private void fillTopics(BackupFolder backup, Manifest manifest) throws IOException, InterruptedException {
        KafkaBroker broker = new KafkaBroker(folders, ports);
        broker.prepare();
        new Interlude(broker, folders).during(broker.command(), () -> {
            broker.complete();
            long filled = new TopicFill(ports).from(backup.file(Manifest.TOPICS));
            if (filled != manifest.records()) {
                throw new Trouble("The topics hold %d records instead of %d.".formatted(filled, manifest.records()));
            }
            console.about("kafka", "topics hold %d records".formatted(filled), console.sinceBegin());
        });
    }
}
