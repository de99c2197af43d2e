package kontor.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import kontor.local.postgres.Postgres;
import kontor.local.process.RunFile;
import kontor.local.stack.Console;
import kontor.local.stack.Folders;
import kontor.local.stack.Trees;
import kontor.local.stack.Trouble;

/** Deletes everything a stack knows; unpacked software and images stay. */
final class Forget {

    private static final List<String> STATE = List.of(
            "kafka",
            "keycloak",
            "uploads",
            "uploads.new",
            "attachments",
            "logs",
            "run",
            "reporting",
            "secrets",
            "ports",
            "clock",
            "demo-loaded",
            "restore-unfinished");

    private final Folders folders;

    Forget(Folders folders) {
        this.folders = folders;
    }

    int run() {
        if (RunFile.readAll(folders.run()).stream()
                .anyMatch(run -> run.process().isPresent())) {
            throw new Trouble("Parts of Kontor still run; stop them with infra/down first.");
        }
        try {
            Postgres.forget(folders);
            for (String name : STATE) {
                Path path = folders.state().resolve(name);
                Trees.delete(path);
            }
        } catch (IOException cause) {
            throw new Trouble("%s could not be deleted (%s).".formatted(folders.state(), cause.getMessage()), cause);
        }
        new Console(System.out).say("Kontor has forgotten everything; infra/up starts anew.");
        return 0;
    }
}
