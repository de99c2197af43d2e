package kontor.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kontor.local.process.Interlude;
import kontor.local.stack.Console;
import kontor.local.stack.Folders;
import kontor.local.stack.Ports;
import kontor.local.stack.Secrets;
import kontor.local.stack.Trees;

/** Makes a cluster from a base backup and brings it to the point that was marked. */
public final class Recovery {

    private final Folders folders;
    private final PostgresHome home;
    private final Postgres postgres;

    public Recovery(Folders folders, Ports ports, Secrets secrets, Console console) {
        this.folders = folders;
        this.home = PostgresHome.of(folders);
        this.postgres = new Postgres(folders, ports, secrets, console);
    }

    /** Copies the files of a cluster and lets them become one at this point. */
    public void run(Path copy, String point) throws IOException, InterruptedException {
        home.create();
        Trees.copy(copy, home.data());
        new ClusterFiles(home.data()).createFolders();
        Files.createFile(home.data().resolve("recovery.signal"));
        home.user().ifPresent(user -> user.own(home.data()));
        postgres.prepare();
        new Interlude(postgres, folders).during(commandUpTo(point), () -> {});
    }

    /** Reads what the log brings up to this point and nothing beyond; nobody is let in before. */
    private ProcessBuilder commandUpTo(String point) {
        ProcessBuilder builder = postgres.command();
        for (String setting : List.of(
                "recovery_target_name=" + point,
                "recovery_target_action=promote",
                // All that is needed was copied; there is no archive to ask.
                "restore_command=false",
                "hot_standby=off")) {
            builder.command().addAll(List.of("-c", setting));
        }
        return builder;
    }
}
