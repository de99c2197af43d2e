package kontor.images.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The classes of a start, loaded and linked, as a file that Java maps instead of reading jars. Two runs never make the
 * same bytes, so it is kept by what it was made of: as long as that is the same, so is the image.
 */
record StartArchive(Application application, JavaRuntime java, Path kept) {

    /** What a service is told while its beans are made; asked for only if they are. */
    @FunctionalInterface
    interface Environment {
        Map<String, String> get() throws IOException;
    }

    void put(Environment environment) throws IOException {
        Path archive = kept.resolve("%s-%s.jsa".formatted(application.recipe().name(), fingerprint()));
        if (!Files.exists(archive)) {
            Files.createDirectories(kept);
            Path names =
                    application.folder().resolveSibling(application.recipe().name() + ".classes");
            list(names, environment.get());
            Path fresh = Path.of(archive + ".new");
            dump(names, fresh);
            Files.move(fresh, archive, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.copy(archive, application.archive());
        application.writeArguments();
        Moment.giveTo(application.folder());
    }

    /** Jars count by name, size and content, as Java judges whether an archive fits; so do its version and options. */
    private String fingerprint() throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(java.home().getFileName().toString().getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(application.folder().resolve(Application.ARGUMENTS)));
            digest.update(Files.readAllBytes(application.jar()));
            for (Path library : application.libraries()) {
                digest.update(library.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(library));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new UncheckedIOException(new IOException(impossible));
        }
    }

    /** All beans are made and nothing is started: no port, no listener. */
    private void list(Path names, Map<String, String> environment) {
        List<String> command = command("-XX:DumpLoadedClassList=" + names);
        command.add("-Dspring.context.exit=onRefresh");
        command.addAll(List.of("-jar", application.jar().toString()));
        Tool.run(command, application.folder(), environment);
    }

    private void dump(Path names, Path archive) {
        List<String> command = command("-Xshare:dump");
        command.addAll(List.of(
                "-XX:+AOTClassLinking",
                "-XX:SharedClassListFile=" + names,
                "-XX:SharedArchiveFile=" + archive,
                "-cp",
                application.jar().toString()));
        Tool.run(command, application.folder(), Map.of());
    }

    private List<String> command(String first) {
        List<String> command = new ArrayList<>(List.of(java.java().toString()));
        command.add("@" + application.folder().resolve(Application.ARGUMENTS));
        command.add(first);
        return command;
    }
}
