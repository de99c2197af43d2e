package kontor.local.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kontor.local.process.RunFile;
import kontor.local.stack.Folders;

/**
 * The pictures that a service keeps, against their rows.
 *
 * @param rows the query of name and hash
 * @param oldest a file without row is the leftover of a crash, which the service sweeps; one from before that moment
 *     should have been
 */
record StoredPictures(String service, String rows, Path folder, Instant oldest) implements Inquiry {

    private static final Duration ORPHANS_LIVE = Duration.ofHours(1);
    private static final int MOST = 20;

    static List<StoredPictures> of(Folders folders) {
        return List.of(
                new StoredPictures(
                        "catalog",
                        "select filename, sha256 from upload",
                        folders.uploads(),
                        oldest(folders, "catalog")),
                new StoredPictures(
                        "chat", "select path, sha256 from attachment", folders.attachments(), oldest(folders, "chat")));
    }

    /** A service that was started within the hour had no time to sweep. */
    private static Instant oldest(Folders folders, String service) {
        Instant hourAgo = Instant.now().minus(ORPHANS_LIVE);
        Optional<Instant> started = RunFile.read(folders.run(), service)
                .filter(run -> run.process().isPresent())
                .map(RunFile::started);
        return started.filter(hourAgo::isAfter).isPresent() ? hourAgo : Instant.EPOCH;
    }

    @Override
    public String statement() {
        return "INV-36: each stored picture has a row, and each row its file with that hash.";
    }

    @Override
    public String place() {
        return service + ", files";
    }

    @Override
    public List<String> offenders(Databases databases) throws SQLException {
        try (Connection connection = databases.of(service)) {
            return offenders(KeyedRows.of(connection, rows));
        } catch (IOException cause) {
            return List.of("It could not be asked: " + cause.getMessage());
        }
    }

    /** @param hashes what the rows say, by name of the file */
    List<String> offenders(Map<String, String> hashes) throws IOException {
        List<String> offenders = new ArrayList<>();
        for (Map.Entry<String, String> row : hashes.entrySet()) {
            Path file = folder.resolve(row.getKey());
            if (!Files.exists(file)) {
                offenders.add(row.getKey() + ": no file");
            } else if (!hash(Files.readAllBytes(file)).equals(row.getValue())) {
                offenders.add(row.getKey() + ": another content than its row says");
            }
        }
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> !hashes.containsKey(file.getFileName().toString()))
                        .filter(file -> lastModified(file).isBefore(oldest))
                        .forEach(file -> offenders.add(file.getFileName() + ": no row"));
            }
        }
        return offenders.stream().limit(MOST).toList();
    }

    private static Instant lastModified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
