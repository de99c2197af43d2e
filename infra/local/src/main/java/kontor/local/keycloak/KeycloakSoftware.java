package kontor.local.keycloak;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import kontor.local.stack.Console;
import kontor.local.stack.FileLatch;
import kontor.local.stack.Folders;
import kontor.local.stack.Jvm;
import kontor.local.stack.Trees;
import kontor.local.stack.Trouble;

/** Keycloak's distribution, unpacked and built for our database and features once, shared by all stacks. */
final class KeycloakSoftware {

    /** What the shop does not use is not there to be attacked. */
    private static final List<String> BUILD = List.of(
            "build",
            "--db=postgres",
            "--health-enabled=true",
            "--metrics-enabled=false",
            "--features-disabled=account,account-api,ciba,impersonation,kerberos,organization,par,"
                    + "token-exchange-standard,user-event-metrics,jwt-authorization-grant,identity-brokering-api");

    private static final String DONE = ".built";

    private KeycloakSoftware() {}

    /** The folder with {@code lib}, made when it is missing or was made from another archive or with other options. */
    static Path builtIn(Folders folders, Console console) {
        Path software = software(folders);
        try {
            return FileLatch.with(folders.software().resolve("keycloak.lock"), () -> {
                if (!isBuilt(folders)) {
                    console.about(Keycloak.NAME, "is unpacked and built (once)");
                    Trees.delete(software);
                    unpack(archive(folders), software);
                    build(software);
                    Files.writeString(software.resolve(DONE), wanted(folders));
                }
                return software;
            });
        } catch (IOException cause) {
            throw new Trouble(
                    "Keycloak could not be unpacked to %s (%s).".formatted(software, cause.getMessage()), cause);
        }
    }

    /** Whether there is one, made from this archive with these options. */
    static boolean isBuilt(Folders folders) {
        Path done = software(folders).resolve(DONE);
        try {
            return Files.exists(done) && Files.readString(done).equals(wanted(folders));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static Path software(Folders folders) {
        return folders.software().resolve("keycloak");
    }

    private static String wanted(Folders folders) {
        return archive(folders).getFileName() + "\n" + String.join("\n", BUILD);
    }

    private static Path archive(Folders folders) {
        Path target = folders.checkout().resolve("infra/local/target/keycloak");
        try (Stream<Path> archives = Files.list(target)) {
            return archives.filter(file -> file.toString().endsWith(".zip"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow(() -> new IOException("no archive"));
        } catch (IOException absent) {
            throw new Trouble("Keycloak's archive is not in %s; build infra/local first.".formatted(target), absent);
        }
    }

    private static void unpack(Path archive, Path target) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                Path name = Path.of(entry.getName());
                Path path = name.getNameCount() == 1
                        ? target
                        : target.resolve(name.subpath(1, name.getNameCount())).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("entry outside of the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    Files.createDirectories(path.getParent());
                    try (InputStream content = zip.getInputStream(entry)) {
                        Files.copy(content, path, StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
        }
    }

    private static void build(Path software) throws IOException {
        List<String> command = new ArrayList<>(java(software, software, List.of()));
        command.addAll(BUILD);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new Trouble("Keycloak could not be built: " + said.strip());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    /** What {@code kc.sh} runs; without the script between, a signal and a process number mean Keycloak itself. */
    static List<String> java(Path software, Path home, List<String> cacheOptions) {
        List<String> command = new ArrayList<>(List.of(
                Jvm.java(),
                "-Xms96m",
                "-Xmx384m",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=64m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                // After a crash of the database each dead connection of the pool would fail somebody's log-in once.
                "-Dquarkus.datasource.jdbc.validate-on-borrow=true",
                "-cp",
                software.resolve("lib/quarkus-run.jar").toString()));
        command.addAll(cacheOptions);
        command.add("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
        return command;
    }
}
