package kontor.local.process;

import java.time.Duration;
import java.util.Set;

/** One process of the stack: after what and how it starts, how one knows that it is ready, how it stops. */
public interface Part {

    String name();

    /** Where a person or a program finds it. */
    String url();

    /** Names of the parts that must have been ready once before this one starts. */
    Set<String> startsAfter();

    /** Without it the stack is not worth keeping up. */
    default boolean isVital() {
        return true;
    }

    /** At most two of these start at a time: all at once would waste half the processor on waiting for each other. */
    default boolean isCostlyToStart() {
        return true;
    }

    /** Work before each start: unpacking, configuration files. */
    void prepare();

    ProcessBuilder command();

    boolean isReady();

    /** Work that makes a started part usable; done again after every restart, so it must not mind repetition. */
    default void complete() {}

    /** The process runs but says of itself that it cannot go on. */
    default boolean isBroken() {
        return false;
    }

    Duration startLimit();

    StopRule stopRule();
}
