package kontor.local.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;
import kontor.local.cache.StartCache;
import kontor.local.stack.FileLatch;
import kontor.local.stack.Folders;
import kontor.local.stack.Jvm;
import kontor.local.stack.Trees;
import kontor.local.stack.Trouble;

/**
 * A service's jar, extracted, since nested jars start slower and cannot be cached. Each build gets a folder of its own:
 * another stack may still run the one before.
 */
record ServiceImage(Path folder, String jarName) {

    private static final int KEPT = 2;
    private static final String INITIALIZER = "Application__ApplicationContextInitializer.class";

    /** The image of the service's present jar, extracted when it was not yet. */
    static ServiceImage of(Service service, Folders folders) {
        Path jar = service.jar(folders);
        Path images = allIn(folders);
        try {
            Files.createDirectories(images);
            Path folder = images.resolve(service.name() + "-" + stamp(jar));
            FileLatch.with(images.resolve(service.name() + ".lock"), () -> {
                if (!Files.exists(folder)) {
                    extract(jar, folder);
                    deleteOld(images, service, folder);
                }
                return folder;
            });
            return new ServiceImage(folder, jar.getFileName().toString());
        } catch (IOException cause) {
            throw new Trouble("%s could not be extracted (%s).".formatted(jar, cause.getMessage()), cause);
        }
    }

    static Path allIn(Folders folders) {
        return folders.software().resolve("services");
    }

    /** Of the content: a build that changed nothing keeps its image and its start cache. */
    private static String stamp(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            CRC32 all = new CRC32();
            zip.stream()
                    .map(entry -> entry.getName() + entry.getCrc() + entry.getSize())
                    .forEach(entry -> all.update(entry.getBytes(StandardCharsets.UTF_8)));
            return Long.toHexString(all.getValue());
        }
    }

    private static void extract(Path jar, Path folder) throws IOException {
        Path fresh = Path.of(folder + ".new");
        Trees.delete(fresh);
        Process process = new ProcessBuilder(
                        Jvm.java(),
                        "-XX:TieredStopAtLevel=1",
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        fresh.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(said.strip());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
        Files.move(fresh, folder);
    }

    private static void deleteOld(Path images, Service service, Path present) throws IOException {
        try (Stream<Path> all = Files.list(images)) {
            List<Path> old = all.filter(Files::isDirectory)
                    .filter(folder -> folder.getFileName().toString().startsWith(service.name() + "-"))
                    .filter(folder -> !folder.equals(present))
                    .sorted(Comparator.comparingLong(ServiceImage::made).reversed())
                    .skip(KEPT - 1)
                    .toList();
            for (Path folder : old) {
                Trees.delete(folder);
            }
        }
    }

    private static long made(Path folder) {
        return folder.toFile().lastModified();
    }

    Path jar() {
        return folder.resolve(jarName);
    }

    /** Whether its beans were worked out when it was built. */
    boolean isPrepared() {
        try (ZipFile zip = new ZipFile(jar().toFile())) {
            return zip.stream().anyMatch(entry -> entry.getName().endsWith(INITIALIZER));
        } catch (IOException cause) {
            throw new Trouble("%s cannot be read (%s).".formatted(jar(), cause.getMessage()), cause);
        }
    }

    StartCache startCache() {
        return new StartCache(folder.resolve("start.aot"));
    }
}
