package kontor.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kontor.local.stack.Trees;

/** The files of a cluster that belong into a copy of it, relative to its folder. */
record ClusterFiles(Path data) {

    static final Path LABEL = Path.of("backup_label");

    private static final Path LOG = Path.of("pg_wal");

    /** Folders whose content means something to a running server only, and the log, which is copied by itself. */
    private static final List<Path> LEFT = Stream.of(
                    LOG.toString(),
                    "pg_replslot",
                    "pg_dynshmem",
                    "pg_notify",
                    "pg_serial",
                    "pg_snapshots",
                    "pg_stat_tmp",
                    "pg_subtrans")
            .map(Path::of)
            .toList();

    /** Folders that a server wants to find, though nothing of them may have been copied. */
    private static final List<Path> WANTED = Stream.of(
                    "pg_commit_ts",
                    "pg_stat",
                    "pg_tblspc",
                    "pg_twophase",
                    "pg_logical/mappings",
                    "pg_logical/snapshots")
            .map(Path::of)
            .toList();

    private static final Set<String> OF_THE_SERVER =
            Set.of("postmaster.pid", "postmaster.opts", "tablespace_map", LABEL.toString());

    /** Begin of the names of temporary files, and of what the server makes anew. */
    private static final List<String> TEMPORARY = List.of("pgsql_tmp", "pg_internal.init");

    private static final int LOG_NAME_LENGTH = 24;

    /** Without the log. */
    List<Path> all() throws IOException {
        return Trees.files(data).stream().filter(ClusterFiles::isCopied).toList();
    }

    private static boolean isCopied(Path file) {
        String name = file.getFileName().toString();
        return LEFT.stream().noneMatch(file::startsWith)
                && !OF_THE_SERVER.contains(name)
                && TEMPORARY.stream().noneMatch(name::startsWith);
    }

    /** From the first to the last; both are of one timeline, since the server was not promoted in between. */
    List<Path> log(String first, String last) throws IOException {
        try (Stream<Path> files = Files.list(data.resolve(LOG))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".history") || isBetween(first, name, last))
                    .sorted()
                    .map(LOG::resolve)
                    .toList();
        }
    }

    private static boolean isBetween(String first, String name, String last) {
        return name.length() == LOG_NAME_LENGTH && name.compareTo(first) >= 0 && name.compareTo(last) <= 0;
    }

    /** Makes a copy complete, so that a server can start from it. */
    void createFolders() throws IOException {
        for (Path folder : Stream.concat(LEFT.stream(), WANTED.stream()).toList()) {
            Trees.createFolder(data.resolve(folder));
        }
    }
}
