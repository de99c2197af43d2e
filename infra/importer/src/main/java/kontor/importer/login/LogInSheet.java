package kontor.importer.login;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import kontor.importer.reading.Refused;

/**
 * The list of new log-ins: a new file that only its user can read, each line written as soon as it is known. Where
 * nobody got one, no list is left.
 */
public final class LogInSheet implements AutoCloseable {

    private final Path path;
    private final BufferedWriter file;
    private boolean isEmpty = true;

    private LogInSheet(Path path, BufferedWriter file) {
        this.path = path;
        this.file = file;
    }

    /** Never overwrites: the passwords in an earlier list are shown nowhere else. */
    public static LogInSheet create(Path path) {
        try {
            if (Files.getFileStore(path.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
                Files.createFile(
                        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(path);
            }
            LogInSheet sheet = new LogInSheet(
                    path, Files.newBufferedWriter(path, StandardCharsets.UTF_8, StandardOpenOption.WRITE));
            sheet.write(List.of("name", "login", "one-time password"));
            return sheet;
        } catch (FileAlreadyExistsException itIsThere) {
            throw new Refused("%s exists; name a new file for the log-ins.".formatted(path));
        } catch (IOException cause) {
            throw new Refused("%s cannot be written: %s.".formatted(path, cause.getMessage()));
        }
    }

    void add(String name, String logIn, String password) {
        write(List.of(name, logIn, password));
        isEmpty = false;
    }

    private void write(List<String> cells) {
        try {
            file.write(cells.stream().map(LogInSheet::cell).collect(Collectors.joining(",", "", "\r\n")));
            file.flush();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** A text that a spreadsheet would take for a formula gets an apostrophe (G-30). */
    static String cell(String text) {
        boolean isFormula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        String safe = isFormula ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    @Override
    public void close() {
        try {
            file.close();
            if (isEmpty) {
                Files.deleteIfExists(path);
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
