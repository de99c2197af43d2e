package kontor.images.content;

import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The layers of an image, what changes least first; every file belongs to root and bears the same time. */
record Layers(Application application, SharedLibraries shared) {

    private static final FilePermissions FILE = FilePermissions.fromOctalString("644");
    private static final FilePermissions PROGRAM = FilePermissions.fromOctalString("755");
    private static final FilePermissions FOLDER = FilePermissions.fromOctalString("755");
    private static final FilePermissions ANYBODYS = FilePermissions.fromOctalString("777");
    private static final FilePermissions ITS_OWN = FilePermissions.fromOctalString("750");
    private static final String ROOT = "0:0";
    private static final String TEMPORARY = "/tmp";

    static FileEntriesLayer ofTree(String name, Path root, String target) throws IOException {
        FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName(name);
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.filter(path -> !path.equals(root)).sorted().toList()) {
                add(layer, path, target + "/" + root.relativize(path));
            }
        }
        return layer.build();
    }

    List<FileEntriesLayer> ofApplication() throws IOException {
        List<Path> libraries = application.libraries();
        List<Path> others = new ArrayList<>(libraries);
        others.removeIf(library -> shared.ofAll().contains(name(library))
                || shared.ofServices().contains(name(library))
                || SharedLibraries.isOurs(name(library)));
        return Stream.of(
                        libraries("libraries of all", pick(libraries, shared.ofAll()::contains)),
                        libraries("libraries of services", pick(libraries, shared.ofServices()::contains)),
                        libraries("libraries", others),
                        own(pick(libraries, SharedLibraries::isOurs)),
                        archive())
                .filter(layer -> !layer.getEntries().isEmpty())
                .toList();
    }

    private static List<Path> pick(List<Path> libraries, Predicate<String> wanted) {
        return libraries.stream().filter(library -> wanted.test(name(library))).toList();
    }

    private static FileEntriesLayer libraries(String name, List<Path> libraries) {
        FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName(name);
        libraries.forEach(library -> add(layer, library, Application.IN_IMAGE + "/lib/" + name(library)));
        return layer.build();
    }

    private FileEntriesLayer own(List<Path> libraries) {
        FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName("application");
        libraries.forEach(library -> add(layer, library, Application.IN_IMAGE + "/lib/" + name(library)));
        Stream.of(Application.JAR, Application.ARGUMENTS, Application.PROBE, Application.SBOM)
                .filter(file -> Files.exists(application.folder().resolve(file)))
                .forEach(file -> add(layer, application.folder().resolve(file), Application.IN_IMAGE + "/" + file));
        for (String folder : application.recipe().folders()) {
            layer.addEntry(
                    application.folder(),
                    AbsoluteUnixPath.get(folder),
                    ITS_OWN,
                    Moment.OF_EVERYTHING,
                    "%1$d:%1$d".formatted(SystemFiles.USER));
        }
        return layer.build();
    }

    private FileEntriesLayer archive() {
        FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName("start archive");
        if (Files.exists(application.archive())) {
            add(layer, application.archive(), Application.IN_IMAGE + "/" + Application.ARCHIVE);
        }
        return layer.build();
    }

    private static String name(Path library) {
        return Objects.requireNonNull(library.getFileName()).toString();
    }

    private static void add(FileEntriesLayer.Builder layer, Path path, String target) {
        layer.addEntry(path, AbsoluteUnixPath.get(target), permissions(path, target), Moment.OF_EVERYTHING, ROOT);
    }

    private static FilePermissions permissions(Path path, String target) {
        if (Files.isDirectory(path)) {
            return target.equals(TEMPORARY) ? ANYBODYS : FOLDER;
        }
        return JavaRuntime.isProgram(target) ? PROGRAM : FILE;
    }
}
