package kontor.local.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kontor.local.stack.Trouble;

/** Another user of this machine, whom root may become. */
record SystemUser(String name, UserPrincipal principal) {

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    static Optional<SystemUser> named(String name) {
        try {
            return Optional.of(new SystemUser(
                    name,
                    FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(name)));
        } catch (UserPrincipalNotFoundException absent) {
            return Optional.empty();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /**
     * The command as this user; setpriv replaces itself by it, so that the process number is the one of the command.
     */
    List<String> run(List<String> command) {
        List<String> whole = new ArrayList<>(
                List.of("setpriv", "--reuid=" + name, "--regid=" + primaryGroup(), "--clear-groups", "--"));
        whole.addAll(command);
        return whole;
    }

    private String primaryGroup() {
        try {
            Process id = new ProcessBuilder("id", "-g", name).start();
            String group = new String(id.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (id.waitFor() == 0) {
                return group;
            }
            throw new Trouble(
                    "The group of the user %s is not known; run infra/up as an ordinary user.".formatted(name));
        } catch (IOException cause) {
            throw new Trouble("The program id cannot be run; check PATH.", cause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    void own(Path path) {
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.toList()) {
                PosixFileAttributeView view =
                        Files.getFileAttributeView(each, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
                if (!view.getOwner().equals(principal)) {
                    view.setOwner(principal);
                }
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
