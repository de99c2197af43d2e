package kontor.images;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import kontor.images.content.Workshop;
import kontor.local.stack.Console;
import kontor.local.stack.Trouble;

/** The command behind {@code infra/images}. */
public final class ImagesCommand {

    private ImagesCommand() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        try {
            Path checkout = Path.of(Objects.requireNonNull(System.getenv("KONTOR_HOME"), "KONTOR_HOME is not set"));
            make(ImageOptions.parse(List.of(arguments)), checkout, checkout.resolve("infra/.local/images"));
        } catch (Trouble trouble) {
            System.err.println(trouble.getMessage());
            System.exit(1);
        }
    }

    /** Makes what was chosen, says so, and tells what it made. */
    static List<ImageFile> make(ImageOptions options, Path checkout, Path folder)
            throws IOException, InterruptedException {
        Console console = new Console(System.out);
        List<Recipe> all = Recipe.allIn(checkout);
        List<Recipe> chosen = options.chosenFrom(all);
        try (Workshop workshop =
                Workshop.open(checkout, folder.resolve("workshop"), all, options.base() != null, console)) {
            Images images = new Images(options, folder, workshop);
            return new InPairs(console).map(chosen, images::make);
        }
    }
}
