package kontor.local.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Properties;

/** Passwords of this stack: made once, kept in a file only its user can read, never part of a command line. */
public final class Secrets {

    public static final String DEMO = "demo";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String TYPABLE = "abcdefghjkmnpqrstuvwxyz23456789";

    private final Path file;
    private final Properties values;

    private Secrets(Path file, Properties values) {
        this.file = file;
        this.values = values;
    }

    public static Secrets of(Folders folders) {
        Path file = folders.state().resolve("secrets");
        return new Secrets(file, Files.exists(file) ? PropertyFile.read(file) : new Properties());
    }

    /** The secret of that name; a new one is made and kept when there is none. */
    public synchronized String of(String name) {
        String known = values.getProperty(name);
        if (known != null) {
            return known;
        }
        String fresh = name.equals(DEMO) ? typable() : random();
        values.setProperty(name, fresh);
        PropertyFile.write(file, values);
        return fresh;
    }

    public Optional<String> existing(String name) {
        return Optional.ofNullable(values.getProperty(name));
    }

    public static String ofDatabaseRole(String role) {
        return "database." + role;
    }

    public static String ofClient(String client) {
        return "client." + client;
    }

    private static String random() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** People type this one. */
    private static String typable() {
        StringBuilder password = new StringBuilder("kontor-");
        RANDOM.ints(10, 0, TYPABLE.length()).forEach(at -> password.append(TYPABLE.charAt(at)));
        return password.toString();
    }
}
