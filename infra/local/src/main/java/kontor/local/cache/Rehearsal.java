package kontor.local.cache;

import java.io.IOException;

/** A start for the sake of its cache: of a second instance that must not be in the way of the first. */
public interface Rehearsal {

    String name();

    StartCache cache();

    /** The command that records; called once. */
    ProcessBuilder command() throws IOException;

    boolean hasStarted();

    /** What every first use needs, so that it is in the cache too. */
    default void exercise() {}

    /** Removes what the second instance needed. */
    default void cleanUp() throws IOException {}
}
