package kontor.testkit.tidy;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A merged migration has run somewhere: it is never edited, and its number is never skipped. */
final class MigrationRules {

    /** Lines of {@code sha256  path}, as sha256sum writes them. */
    static final String FROZEN = "infra/testkit/src/test/resources/migrations.sha256";

    private static final Pattern FOLDER = Pattern.compile("src/main/resources/db/");
    private static final Pattern NAME = Pattern.compile("V(\\d{3})__[a-z0-9_]+\\.sql");

    static final TidyRule NUMBERED =
            new TidyRule("migrations are named V000__imperative.sql without gaps", MigrationRules::misnumbered);

    static final TidyRule IMMUTABLE = new TidyRule("merged migrations are never edited", MigrationRules::edited);

    private MigrationRules() {}

    static Stream<TextFile> migrations(Checkout checkout) {
        return checkout.files().stream()
                .filter(file -> FOLDER.matcher(file.path()).find())
                .filter(file -> file.path().endsWith(".sql"))
                .sorted(Comparator.comparing(TextFile::path));
    }

    static Map<String, String> frozen(Checkout checkout) {
        return checkout.file(FROZEN).stream()
                .flatMap(file -> file.lines().stream())
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .collect(toMap(line -> line.substring(66), line -> line.substring(0, 64), (a, b) -> b, TreeMap::new));
    }

    static String checksum(TextFile file) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(file.text().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Stream<String> misnumbered(Checkout checkout) {
        return migrations(checkout).collect(groupingBy(TextFile::folder)).entrySet().stream()
                .flatMap(folder -> gaps(folder.getKey(), folder.getValue()));
    }

    private static Stream<String> gaps(String folder, List<TextFile> files) {
        Stream<String> names = files.stream()
                .filter(file -> !NAME.matcher(file.name()).matches())
                .map(file -> file.path() + " is not named V000__imperative.sql");
        List<Integer> numbers = files.stream()
                .map(file -> NAME.matcher(file.name()))
                .filter(Matcher::matches)
                .map(name -> Integer.valueOf(name.group(1)))
                .sorted()
                .toList();
        Stream<String> gaps = IntStream.range(0, numbers.size())
                .filter(index -> numbers.get(index) != index + 1)
                .limit(1)
                .mapToObj(index -> "%s skips or repeats a number at V%03d".formatted(folder, numbers.get(index)));
        return Stream.concat(names, gaps);
    }

    private static Stream<String> edited(Checkout checkout) {
        Map<String, String> frozen = frozen(checkout);
        Map<String, String> present = migrations(checkout)
                .collect(toMap(TextFile::path, MigrationRules::checksum, (a, b) -> b, TreeMap::new));
        Set<String> begun = frozen.keySet().stream()
                .map(path -> new TextFile(path, "").folder())
                .collect(toSet());
        Stream<String> changed = frozen.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(present.get(entry.getKey())))
                .map(entry -> entry.getKey() + " was edited or removed after its merge, write a new migration");
        // A folder counts from its first frozen migration on, so that a service that was never released may still
        // change.
        Stream<String> unlisted = present.keySet().stream()
                .filter(path -> !frozen.containsKey(path))
                .filter(path -> begun.contains(new TextFile(path, "").folder()))
                .map(path ->
                        "%s is not in %s, run TidyTests with -Dkontor.migrations.freeze=true".formatted(path, FROZEN));
        return Stream.concat(changed, unlisted);
    }
}
