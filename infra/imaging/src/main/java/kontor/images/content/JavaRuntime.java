package kontor.images.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kontor.local.stack.Trees;

/**
 * The Java of the images, linked from the JDK that builds: whatever the base is, an image's start archive meets the
 * very virtual machine that made it.
 */
public record JavaRuntime(Path home) {

    public static final String IN_IMAGE = "/opt/java";

    /** All of Java SE, and what the libraries and an operator with a running process use besides. */
    private static final List<String> MODULES = List.of(
            "java.se",
            "jdk.charsets",
            "jdk.crypto.ec",
            "jdk.jcmd",
            "jdk.jfr",
            "jdk.localedata",
            "jdk.management",
            "jdk.naming.dns",
            "jdk.net",
            "jdk.unsupported",
            "jdk.zipfs");

    /** They need a screen or a sound card, and libraries that are not in the image. */
    private static final List<String> WITHOUT = List.of("libawt_xawt.so", "libsplashscreen.so", "libjsound.so");

    static JavaRuntime link(Path folder) throws IOException {
        Path jdk = Path.of(System.getProperty("java.home"));
        Path home = folder.resolve("java-%s-%08x".formatted(Runtime.version(), MODULES.hashCode()));
        if (Files.exists(home)) {
            return new JavaRuntime(home);
        }
        Path fresh = folder.resolve("java.new");
        Trees.delete(fresh);
        Tool.run(List.of(
                jdk.resolve("bin/jlink").toString(),
                "--add-modules",
                String.join(",", MODULES),
                "--no-header-files",
                "--no-man-pages",
                "--output",
                fresh.toString()));
        for (String library : WITHOUT) {
            Files.deleteIfExists(fresh.resolve("lib").resolve(library));
        }
        // For the probe; a service has an archive of its own.
        Tool.run(List.of(fresh.resolve("bin/java").toString(), "-Xshare:dump"));
        Moment.giveTo(fresh);
        Files.move(fresh, home);
        return new JavaRuntime(home);
    }

    Path java() {
        return home.resolve("bin/java");
    }

    static boolean isProgram(String inImage) {
        return inImage.startsWith(IN_IMAGE + "/bin/")
                || inImage.endsWith("/jspawnhelper")
                || inImage.contains("/ld-linux");
    }
}
