package kontor.manifests;

import java.util.Set;
import java.util.stream.Stream;

/** What one set has and the other has not, in words. */
final class Differences {

    private Differences() {}

    static Stream<String> between(Set<String> expected, Set<String> actual) {
        return Stream.concat(
                expected.stream().filter(each -> !actual.contains(each)).map(each -> "missing: " + each),
                actual.stream().filter(each -> !expected.contains(each)).map(each -> "too much: " + each));
    }
}
