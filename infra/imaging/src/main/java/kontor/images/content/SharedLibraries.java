package kontor.images.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import kontor.images.Recipe;
import kontor.local.stack.Trouble;

/**
 * Which libraries are in layers that images have in common, so that eight images are stored and sent hardly more often
 * than one. Told from all jars, whichever images are made: a layer must not depend on that.
 *
 * @param ofAll in every image
 * @param ofServices in every image but the gateway's, which stands on another web server
 */
public record SharedLibraries(Set<String> ofAll, Set<String> ofServices) {

    private static final String FOLDER = "BOOT-INF/lib/";

    /** Made anew with each build, so they lie with the classes of the application. */
    private static final String OUR_OWN = "-0.1.0.jar";

    public static SharedLibraries of(List<Recipe> recipes) throws IOException {
        Map<String, Integer> inServices = new HashMap<>();
        Set<String> inGateway = new HashSet<>();
        List<Recipe> deployables =
                recipes.stream().filter(recipe -> recipe.service() != null).toList();
        for (Recipe recipe : deployables) {
            for (String library : libraries(recipe.jar())) {
                if (recipe.isGateway()) {
                    inGateway.add(library);
                } else {
                    inServices.merge(library, 1, Integer::sum);
                }
            }
        }
        Set<String> ofServices = new HashSet<>(inServices.keySet());
        ofServices.removeIf(library -> inServices.getOrDefault(library, 0) < deployables.size() - 1);
        Set<String> ofAll = new HashSet<>(ofServices);
        ofAll.retainAll(inGateway);
        ofServices.removeAll(ofAll);
        return new SharedLibraries(Set.copyOf(ofAll), Set.copyOf(ofServices));
    }

    private static List<String> libraries(Path jar) throws IOException {
        if (!Files.exists(jar)) {
            throw new Trouble("%s is missing; build it first.".formatted(jar));
        }
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith(FOLDER) && name.endsWith(".jar"))
                    .map(name -> name.substring(FOLDER.length()))
                    .filter(name -> !isOurs(name) && !name.startsWith(Application.TOOLS))
                    .toList();
        }
    }

    static boolean isOurs(String library) {
        return library.endsWith(OUR_OWN);
    }
}
