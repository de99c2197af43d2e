package kontor.local.stack;

import java.nio.file.Path;

/** The Java that runs the launcher, which runs everything else too. */
public final class Jvm {

    private Jvm() {}

    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The launcher's own class path, which holds the broker too. */
    public static String classPath() {
        return System.getProperty("java.class.path");
    }
}
