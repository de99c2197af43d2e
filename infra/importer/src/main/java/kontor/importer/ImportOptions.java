package kontor.importer;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import kontor.local.stack.Trouble;

/**
 * What {@code infra/import} can be told.
 *
 * @param file the database of shop-db2
 * @param dryRun checks and tells, and writes nothing
 * @param pictures the folder with the source's uploaded pictures
 * @param logIns where the list of new log-ins goes
 */
record ImportOptions(Path file, boolean dryRun, Optional<Path> pictures, Optional<Path> logIns) {

    static final String USAGE =
            "Usage: infra/import community FILE.db [--dry-run] [--pictures DIR] [--log-ins FILE.csv]";

    static ImportOptions parse(List<String> arguments) {
        Optional<Path> file = Optional.empty();
        boolean dryRun = false;
        Optional<Path> pictures = Optional.empty();
        Optional<Path> logIns = Optional.empty();
        Iterator<String> words = arguments.iterator();
        if (!words.hasNext() || !words.next().equals("community")) {
            throw new Trouble(USAGE);
        }
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "--dry-run" -> dryRun = true;
                case "--pictures" -> pictures = Optional.of(path(words));
                case "--log-ins" -> logIns = Optional.of(path(words));
                default -> {
                    if (word.startsWith("--") || file.isPresent()) {
                        throw new Trouble("'%s' is not known. %s".formatted(word, USAGE));
                    }
                    file = Optional.of(Path.of(word));
                }
            }
        }
        return new ImportOptions(file.orElseThrow(() -> new Trouble(USAGE)), dryRun, pictures, logIns);
    }

    private static Path path(Iterator<String> words) {
        if (!words.hasNext()) {
            throw new Trouble(USAGE);
        }
        return Path.of(words.next());
    }
}
