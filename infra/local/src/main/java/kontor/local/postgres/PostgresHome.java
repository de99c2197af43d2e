package kontor.local.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import kontor.local.stack.Folders;
import kontor.local.stack.Trouble;

/**
 * Where PostgreSQL lives and as whom it runs. It refuses to run as root, so for root it runs as another user; when that
 * user could not reach the state folder, it lives under {@code /var/lib} and the state folder links there.
 */
record PostgresHome(Path folder, Optional<SystemUser> user) {

    private static final List<String> CANDIDATES = List.of("postgres", "nobody");

    static PostgresHome of(Folders folders) {
        Path usual = folders.state().resolve("postgres");
        if (!SystemUser.isRoot()) {
            return new PostgresHome(usual, Optional.empty());
        }
        SystemUser user = CANDIDATES.stream()
                .flatMap(name -> SystemUser.named(name).stream())
                .findFirst()
                .orElseThrow(
                        () -> new Trouble(
                                "PostgreSQL does not run as root and there is no user postgres or nobody; create one or run infra/up as an ordinary user."));
        Path folder = isReachableByOthers(folders.state()) ? usual : elsewhere(usual);
        return new PostgresHome(folder, Optional.of(user));
    }

    Path data() {
        return folder.resolve("data");
    }

    void create() {
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** A command that runs as the right user. */
    ProcessBuilder command(List<String> arguments) {
        return new ProcessBuilder(user.map(other -> other.run(arguments)).orElse(arguments)).directory(folder.toFile());
    }

    private static boolean isReachableByOthers(Path folder) {
        for (Path at = folder; at != null; at = at.getParent()) {
            try {
                if (!Files.getPosixFilePermissions(at).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                    return false;
                }
            } catch (IOException cause) {
                throw new UncheckedIOException(cause);
            }
        }
        return true;
    }

    private static Path elsewhere(Path link) {
        try {
            if (Files.isSymbolicLink(link)) {
                return Files.readSymbolicLink(link);
            }
            Path target = Path.of(
                    "/var/lib/kontor-" + Integer.toHexString(link.toString().hashCode()));
            Files.createDirectories(target);
            Files.createSymbolicLink(link, target);
            return target;
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
