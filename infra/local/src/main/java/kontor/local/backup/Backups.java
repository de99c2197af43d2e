package kontor.local.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kontor.local.stack.Trees;
import kontor.local.stack.Trouble;

/** All backups of a stack, by name, which is their time. */
record Backups(Path folder) {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Pattern COMPLETE = Pattern.compile("\\d{8}T\\d{6}Z");
    private static final String UNFINISHED = ".unfinished";

    /** A full disk would stop the shop if it is the same one. */
    private static final long SPACE_LEFT = 1L << 30;

    static String nameOf(Instant at) {
        return NAME.format(at);
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    Path unfinished(String name) {
        return folder.resolve(name + UNFINISHED);
    }

    /** The oldest first. */
    List<String> complete() throws IOException {
        return names(COMPLETE.asMatchPredicate());
    }

    void requireSpace(long bytes) throws IOException {
        Trees.createFolder(folder);
        long usable = Files.getFileStore(folder).getUsableSpace();
        if (usable < bytes + SPACE_LEFT) {
            throw new Trouble(
                    "Only %d MB are free on the disk of %s and a backup needs %d MB; make room or move KONTOR_BACKUPS."
                            .formatted(usable >> 20, folder, (bytes + SPACE_LEFT) >> 20));
        }
    }

    /** What an interrupted backup has left behind. */
    void removeUnfinished() throws IOException {
        for (String name : names(file -> file.endsWith(UNFINISHED))) {
            Trees.delete(folder.resolve(name));
        }
    }

    /** Deletes the oldest ones beyond this number, never the one just made, whatever the clock did; answers which. */
    List<String> keep(int most, String made) throws IOException {
        List<String> others =
                complete().stream().filter(name -> !name.equals(made)).toList();
        List<String> old = others.subList(0, Math.max(0, others.size() - (most - 1)));
        for (String name : old) {
            Trees.delete(folder.resolve(name));
        }
        return old;
    }

    private List<String> names(Predicate<String> wanted) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(wanted)
                    .sorted()
                    .toList();
        }
    }
}
