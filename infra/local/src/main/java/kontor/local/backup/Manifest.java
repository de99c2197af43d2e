package kontor.local.backup;

import java.io.IOException;
import java.util.List;
import java.util.Properties;
import kontor.local.stack.PropertyFile;
import kontor.local.stack.Trouble;

/**
 * What a backup says of itself.
 *
 * @param point the name of the point in the log of the cluster
 * @param records how many the topics had
 */
record Manifest(String point, long records) {

    static final String FILE = "backup";
    static final String CLUSTER = "cluster";
    static final String TOPICS = "topics.gz";
    static final String UPLOADS = "uploads";
    static final String ATTACHMENTS = "attachments";
    static final String STACK = "stack";

    /** Files of the stack itself, as far as there are. */
    static final List<String> STATE = List.of("secrets", "clock", "demo-loaded", "keycloak/realm.applied");

    private static final String FORMAT = "1";

    String text() {
        return "format=%s\npoint=%s\nrecords=%d\n".formatted(FORMAT, point, records);
    }

    static Manifest of(BackupFolder backup) throws IOException {
        Properties values = PropertyFile.read(backup.file(FILE));
        if (!FORMAT.equals(values.getProperty("format"))) {
            throw new Trouble(
                    "%s was written by another version of Kontor; restore it with that one.".formatted(backup.root()));
        }
        return new Manifest(values.getProperty("point"), Long.parseLong(values.getProperty("records")));
    }
}
