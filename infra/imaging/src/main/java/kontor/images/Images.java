package kontor.images;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainer;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.Platform;
import com.google.cloud.tools.jib.api.buildplan.Port;
import com.google.cloud.tools.jib.frontend.CredentialRetrieverFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import kontor.images.content.JavaRuntime;
import kontor.images.content.Moment;
import kontor.images.content.SystemFiles;
import kontor.images.content.Workshop;
import kontor.local.stack.Trees;
import kontor.local.stack.Trouble;

/** Puts layers together to images, as files or in a registry; asks no engine and, without a base, no network. */
final class Images {

    static final String VERSION = "0.1.0";

    private static final String LABEL = "org.opencontainers.image.";

    private final ImageOptions options;
    private final Path folder;
    private final Path layers;
    private final Workshop workshop;

    /** Begins without layers: Jib tells files by path and time, and here all have one time. */
    Images(ImageOptions options, Path folder, Workshop workshop) throws IOException {
        this.options = options;
        this.folder = folder;
        this.layers = folder.resolve("layers");
        this.workshop = workshop;
        Trees.delete(layers);
    }

    ImageFile make(Recipe recipe) throws IOException, InterruptedException {
        try {
            JibContainerBuilder builder = base();
            for (FileEntriesLayer layer :
                    workshop.layersOf(recipe, options.archived().test(recipe.name()))) {
                builder.addFileEntriesLayer(layer);
            }
            describe(builder, recipe);
            String name = nameOf(recipe);
            JibContainer made = builder.containerize(target(recipe, name)
                    .setOfflineMode(options.isOffline())
                    .setBaseImageLayersCache(folder.resolve("base-layers"))
                    .setApplicationLayersCache(layers)
                    .setToolName("kontor")
                    .setToolVersion(VERSION));
            return new ImageFile(recipe, name, made.getDigest().toString());
        } catch (InvalidImageReferenceException cause) {
            throw new Trouble("'%s' is no name of an image.".formatted(cause.getInvalidReference()), cause);
        } catch (RegistryException | CacheDirectoryCreationException | ExecutionException cause) {
            throw new Trouble("The image of %s was not made: %s".formatted(recipe.name(), cause.getMessage()), cause);
        }
    }

    private JibContainerBuilder base() throws InvalidImageReferenceException {
        String base = options.base();
        return base == null ? Jib.fromScratch() : Jib.from(base);
    }

    private void describe(JibContainerBuilder builder, Recipe recipe) {
        builder.setEntrypoint(List.of(JavaRuntime.IN_IMAGE + "/bin/java", "@/app/java.args"))
                .setProgramArguments(recipe.command())
                .setUser("%1$d:%1$d".formatted(SystemFiles.USER))
                .setWorkingDirectory(AbsoluteUnixPath.get("/app"))
                .setEnvironment(Map.of("LANG", "C.UTF-8"))
                .setExposedPorts(recipe.ports().stream().map(Port::tcp).collect(Collectors.toSet()))
                // The only place that is written to; everything else may be read-only.
                .setVolumes(Set.of(AbsoluteUnixPath.get("/tmp")))
                .setLabels(labels(recipe))
                .setPlatforms(Set.of(new Platform(architecture(), "linux")))
                .setCreationTime(Moment.OF_EVERYTHING);
    }

    private Map<String, String> labels(Recipe recipe) {
        Map<String, String> labels = new TreeMap<>(Map.of(
                LABEL + "title",
                "kontor-" + recipe.name(),
                LABEL + "description",
                "Kontor: " + recipe.name(),
                LABEL + "version",
                VERSION,
                LABEL + "created",
                Moment.OF_EVERYTHING.toString()));
        String revision = System.getenv().getOrDefault("KONTOR_COMMIT", "");
        if (!revision.isBlank()) {
            labels.put(LABEL + "revision", revision);
        }
        if (options.base() != null) {
            labels.put(LABEL + "base.name", options.base());
        }
        return labels;
    }

    private static String architecture() {
        return System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
    }

    private String nameOf(Recipe recipe) {
        String prefix = options.push() == null ? "kontor" : options.push();
        return "%s/%s:%s".formatted(prefix, recipe.name(), VERSION);
    }

    private Containerizer target(Recipe recipe, String name) throws InvalidImageReferenceException {
        if (options.push() == null) {
            return Containerizer.to(
                    TarImage.at(folder.resolve(recipe.name() + ".tar")).named(name));
        }
        ImageReference reference = ImageReference.parse(name);
        CredentialRetrieverFactory credentials = CredentialRetrieverFactory.forImage(reference, event -> {});
        return Containerizer.to(RegistryImage.named(reference)
                .addCredentialRetriever(credentials.dockerConfig())
                .addCredentialRetriever(credentials.wellKnownCredentialHelpers()));
    }
}
