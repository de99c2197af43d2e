package kontor.importer;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import kontor.local.stack.Trouble;

/**
 * What {@code infra/import} can be told.
 *
 * @param source the database of shop-db2, or the folder of a retail shop
 * @param dryRun checks and tells, and writes nothing
 * @param pictures the folder with a community's uploaded pictures
 * @param logIns where the list of new log-ins goes
 */
record ImportOptions(Kind kind, Path source, boolean dryRun, Optional<Path> pictures, Optional<Path> logIns) {

    /** What is taken over. */
    enum Kind {
        COMMUNITY,
        RETAIL
    }

    static final String USAGE = """
            Usage: infra/import community FILE.db [--dry-run] [--pictures DIR] [--log-ins FILE.csv]
               or: infra/import retail DIR [--dry-run]""";

    static ImportOptions parse(List<String> arguments) {
        Iterator<String> words = arguments.iterator();
        Kind kind = switch (words.hasNext() ? words.next() : "") {
            case "community" -> Kind.COMMUNITY;
            case "retail" -> Kind.RETAIL;
            default -> throw new Trouble(USAGE);
        };
        Optional<Path> source = Optional.empty();
        boolean dryRun = false;
        Optional<Path> pictures = Optional.empty();
        Optional<Path> logIns = Optional.empty();
        while (words.hasNext()) {
            String word = words.next();
            if (word.equals("--dry-run")) {
                dryRun = true;
            } else if (word.equals("--pictures") && kind == Kind.COMMUNITY) {
                pictures = Optional.of(path(words));
            } else if (word.equals("--log-ins") && kind == Kind.COMMUNITY) {
                logIns = Optional.of(path(words));
            } else if (word.startsWith("--") || source.isPresent()) {
                throw new Trouble("'%s' is not known. %s".formatted(word, USAGE));
            } else {
                source = Optional.of(Path.of(word));
            }
        }
        return new ImportOptions(kind, source.orElseThrow(() -> new Trouble(USAGE)), dryRun, pictures, logIns);
    }

    private static Path path(Iterator<String> words) {
        if (!words.hasNext()) {
            throw new Trouble(USAGE);
        }
        return Path.of(words.next());
    }
}
