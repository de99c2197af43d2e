package kontor.images.compose;

import java.util.function.Function;
import java.util.stream.Stream;

/** What must be true of the compose file; says each place where it is not. */
record ComposeRule(String name, Function<Compose, Stream<String>> faults) {

    @Override
    public String toString() {
        return name;
    }
}
