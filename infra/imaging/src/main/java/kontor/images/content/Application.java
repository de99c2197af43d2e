package kontor.images.content;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import kontor.images.Recipe;
import kontor.images.probe.Probe;
import kontor.local.stack.Trees;
import kontor.local.stack.Trouble;

/** A program taken apart: its own classes, its libraries beside, and what Java is told. */
record Application(Recipe recipe, Path folder) {

    static final String IN_IMAGE = "/app";
    static final String JAR = "app.jar";
    static final String LIBRARIES = "lib";
    static final String ARCHIVE = "start.jsa";
    static final String ARGUMENTS = "java.args";
    static final String PROBE = "probe.args";
    static final String SBOM = "sbom.cdx.json";

    /** What takes jars apart has done its work. */
    static final String TOOLS = "spring-boot-jarmode-tools-";

    private static final String INITIALIZER = "Application__ApplicationContextInitializer.class";

    /** What the set-up step needs of all that runs the launcher. */
    private static final List<String> OF_SET_UP = List.of(
            "postgresql-",
            "kafka-clients-",
            "snakeyaml-",
            "slf4j-api-",
            "logback-classic-",
            "logback-core-",
            "jspecify-",
            "lz4-java-",
            "snappy-java-",
            "zstd-jni-");

    static Application of(Recipe recipe, JavaRuntime java, Path folder) throws IOException {
        if (!Files.exists(recipe.jar())) {
            throw new Trouble("%s is missing; build it first.".formatted(recipe.jar()));
        }
        Trees.delete(folder);
        Application application = new Application(recipe, folder);
        if (recipe.service() == null) {
            application.gather();
        } else {
            application.takeApart(java);
        }
        application.writeArguments();
        if (recipe.service() != null) {
            application.writeProbe();
        }
        Moment.giveTo(folder);
        return application;
    }

    /** By Spring Boot's own tool: nested jars start slower and cannot be archived. */
    private void takeApart(JavaRuntime java) throws IOException {
        Tool.run(List.of(
                java.java().toString(),
                "-XX:TieredStopAtLevel=1",
                "-Djarmode=tools",
                "-jar",
                recipe.jar().toString(),
                "extract",
                "--destination",
                folder.toString()));
        Files.move(folder.resolve(recipe.jar().getFileName()), jar());
        for (Path library : libraries()) {
            if (library.getFileName().toString().startsWith(TOOLS)) {
                Files.delete(library);
            }
        }
    }

    private void gather() throws IOException {
        Path libraries = Files.createDirectories(folder.resolve(LIBRARIES));
        Files.copy(recipe.jar(), jar());
        List<Path> running = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .toList();
        for (String wanted : OF_SET_UP) {
            Path library = running.stream()
                    .filter(path -> path.getFileName().toString().startsWith(wanted))
                    .findFirst()
                    .orElseThrow(() -> new Trouble("The set-up step lacks %s*.jar.".formatted(wanted)));
            Files.copy(library, libraries.resolve(library.getFileName()));
        }
        Path contracts = recipe.jar()
                .resolve("../../../contracts/target/contracts-0.1.0.jar")
                .normalize();
        Files.copy(contracts, libraries.resolve(contracts.getFileName()));
    }

    Path jar() {
        return folder.resolve(JAR);
    }

    Path archive() {
        return folder.resolve(ARCHIVE);
    }

    /** In the file that the entry point names; what a container is started with comes after it, and so decides. */
    void writeArguments() throws IOException {
        List<String> arguments = new ArrayList<>(recipe.options());
        if (recipe.service() != null) {
            requirePrepared();
            arguments.add("-Dspring.aot.enabled=true");
        }
        if (Files.exists(archive())) {
            arguments.add("-XX:SharedArchiveFile=%s/%s".formatted(IN_IMAGE, ARCHIVE));
        }
        Files.write(folder.resolve(ARGUMENTS), arguments);
    }

    /** Whole, so that whoever asks needs no port: the last of an image is its management. */
    private void writeProbe() throws IOException {
        Files.write(
                folder.resolve(PROBE),
                List.of(
                        "-Xmx16m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        Probe.IN_IMAGE,
                        Probe.class.getName(),
                        recipe.ports().getLast().toString()));
    }

    /** Without its beans worked out by the build (ADR 028) it would not start with that option. */
    private void requirePrepared() throws IOException {
        try (ZipFile zip = new ZipFile(jar().toFile())) {
            if (zip.stream().noneMatch(entry -> entry.getName().endsWith(INITIALIZER))) {
                throw new Trouble("%s was built without its beans; build it on a JDK 25 and without -Daot.skip."
                        .formatted(recipe.jar()));
            }
        }
    }

    List<Path> libraries() throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve(LIBRARIES))) {
            return all.sorted().toList();
        }
    }
}
