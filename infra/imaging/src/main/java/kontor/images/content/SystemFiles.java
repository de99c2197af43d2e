package kontor.images.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kontor.local.stack.Trees;
import kontor.local.stack.Trouble;

/**
 * All that an image holds of an operating system when it has no base image: the C library of the machine that builds,
 * names of users, a folder for temporary files. No shell, no package manager, nothing to log in with.
 */
public final class SystemFiles {

    /** The number of the user that everything runs as; it owns nothing but its folders. */
    public static final int USER = 10001;

    /** What the virtual machine and libraries on top of it load. */
    private static final List<String> NEEDED =
            List.of("libc.so.6", "libm.so.6", "libdl.so.2", "libpthread.so.0", "librt.so.1", "libresolv.so.2");

    /** Asks for names; a part of the C library itself since its version 2.34. */
    private static final List<String> NEEDED_BEFORE = List.of("libnss_files.so.2", "libnss_dns.so.2");

    private static final Pattern LIBRARY = Pattern.compile("libc\\.so\\.6 => (\\S+)/libc\\.so\\.6 ");
    private static final Pattern LOADER = Pattern.compile("^\\s*(/\\S+/ld-linux\\S+) ", Pattern.MULTILINE);

    private SystemFiles() {}

    /** Lays them out below the folder as below the root of an image. */
    static void layOut(Path java, Path root) throws IOException {
        Trees.delete(root);
        String linked = Tool.run(List.of("ldd", java.resolve("bin/java").toString()));
        Path libraries = Path.of(find(LIBRARY, linked));
        Path loader = Path.of(find(LOADER, linked));
        for (String needed : NEEDED) {
            copy(libraries.resolve(needed), root);
        }
        for (String needed : NEEDED_BEFORE) {
            if (Files.exists(libraries.resolve(needed))) {
                copy(libraries.resolve(needed), root);
            }
        }
        copy(loader, root);
        if (Files.exists(Path.of("/etc/os-release"))) {
            copy(Path.of("/etc/os-release"), root);
        }
        write(root, "etc/passwd", """
                root:x:0:0:root:/root:/nologin
                kontor:x:%1$d:%1$d:kontor:/tmp:/nologin
                """.formatted(USER));
        write(root, "etc/group", """
                root:x:0:
                kontor:x:%d:
                """.formatted(USER));
        write(root, "etc/nsswitch.conf", "hosts: files dns\n");
        Files.createDirectories(root.resolve("tmp"));
        Moment.giveTo(root);
    }

    private static String find(Pattern pattern, String linked) {
        Matcher matcher = pattern.matcher(linked);
        if (!matcher.find()) {
            throw new Trouble("The C library of this machine was not found; give a base image (--base)." + linked);
        }
        return matcher.group(1);
    }

    /** At the place where the loader was built to look for it. */
    private static void copy(Path file, Path root) throws IOException {
        Path target = root.resolve(file.toString().substring(1));
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        Files.copy(file.toRealPath(), target);
    }

    private static void write(Path root, String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }
}
