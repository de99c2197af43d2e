package kontor.images.content;

import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kontor.images.Recipe;
import kontor.images.probe.Probe;
import kontor.local.service.Service;
import kontor.local.stack.Console;
import kontor.local.stack.Trees;

/** Where the contents of all images are made, each thing once. */
public final class Workshop implements AutoCloseable {

    private final Path folder;
    private final SharedLibraries shared;
    private final JavaRuntime java;
    private final boolean hasBase;
    private final Rehearsal rehearsal;

    private Workshop(Path folder, SharedLibraries shared, JavaRuntime java, boolean hasBase, Rehearsal rehearsal) {
        this.folder = folder;
        this.shared = shared;
        this.java = java;
        this.hasBase = hasBase;
        this.rehearsal = rehearsal;
    }

    /**
     * Opens one with what all images have in common.
     *
     * @param recipes all there are, not only those that are made
     * @param hasBase whether something else brings the files of an operating system
     */
    public static Workshop open(Path checkout, Path folder, List<Recipe> recipes, boolean hasBase, Console console)
            throws IOException {
        Files.createDirectories(folder);
        SharedLibraries shared = SharedLibraries.of(recipes);
        JavaRuntime java = JavaRuntime.link(folder);
        if (!hasBase) {
            SystemFiles.layOut(java.home(), folder.resolve("system"));
        }
        Rehearsal rehearsal = new Rehearsal(checkout, folder.resolve("rehearsal"), console);
        Workshop workshop = new Workshop(folder, shared, java, hasBase, rehearsal);
        workshop.putProbe();
        return workshop;
    }

    private Path probe() {
        return folder.resolve("probe");
    }

    private void putProbe() throws IOException {
        Trees.delete(probe());
        String name = Probe.class.getName().replace('.', '/') + ".class";
        Path target = probe().resolve(name);
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        try (InputStream content = Objects.requireNonNull(Probe.class.getResourceAsStream("/" + name))) {
            Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
        }
        Moment.giveTo(probe());
    }

    /** The layers of an image, what changes least first. */
    public List<FileEntriesLayer> layersOf(Recipe recipe, boolean archived) throws IOException {
        Application application = Application.of(recipe, java, folder.resolve(recipe.name()));
        Service service = recipe.service();
        if (archived && service != null) {
            new StartArchive(application, java, folder.resolve("archives")).put(() -> rehearsal.environmentOf(service));
        }
        new Sbom(application).write(hasBase);
        List<FileEntriesLayer> layers = new ArrayList<>();
        if (!hasBase) {
            layers.add(Layers.ofTree("system", folder.resolve("system"), ""));
        }
        layers.add(Layers.ofTree("java", java.home(), JavaRuntime.IN_IMAGE));
        layers.add(Layers.ofTree("probe", probe(), Probe.IN_IMAGE));
        layers.addAll(new Layers(application, shared).ofApplication());
        return layers;
    }

    @Override
    public void close() {
        rehearsal.close();
    }
}
