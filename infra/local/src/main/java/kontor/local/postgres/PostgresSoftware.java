package kontor.local.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import kontor.local.stack.Trees;
import kontor.local.stack.Trouble;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;

/** Unpacks PostgreSQL's programs from the archive on the class path: once, again only for another build of them. */
final class PostgresSoftware {

    private static final String DONE = ".unpacked";

    private PostgresSoftware() {}

    /** The folder with {@code bin}. */
    static Path unpackedIn(Path folder) {
        Path software = folder.resolve("software");
        try {
            String wanted = size();
            Path done = software.resolve(DONE);
            if (Files.exists(done) && Files.readString(done).equals(wanted)) {
                return software;
            }
            Trees.delete(software);
            unpack(software);
            Files.writeString(done, wanted);
            return software;
        } catch (IOException cause) {
            throw new Trouble(
                    "PostgreSQL could not be unpacked to %s (%s).".formatted(software, cause.getMessage()), cause);
        }
    }

    private static String size() throws IOException {
        try (InputStream archive = open()) {
            return "%d bytes".formatted(archive.transferTo(OutputStream.nullOutputStream()));
        }
    }

    private static InputStream open() {
        boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        String name = "/postgres-%s-%s.txz".formatted(mac ? "darwin" : "linux", arm ? "arm_64" : "x86_64");
        InputStream archive = PostgresSoftware.class.getResourceAsStream(name);
        if (archive == null) {
            throw new Trouble("There is no PostgreSQL for this kind of machine in the build (%s).".formatted(name));
        }
        return archive;
    }

    private static void unpack(Path target) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(open())))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("entry outside of the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    createFolder(path);
                } else if (entry.isSymbolicLink()) {
                    createFolder(path.getParent());
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    createFolder(path.getParent());
                    Files.copy(tar, path);
                    boolean runs = (entry.getMode() & 0100) != 0;
                    Files.setPosixFilePermissions(
                            path, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
    }

    /** Another user must be able to read them, whatever the umask says. */
    private static void createFolder(@Nullable Path folder) throws IOException {
        if (folder != null && !Files.isDirectory(folder)) {
            createFolder(folder.getParent());
            Files.createDirectory(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
