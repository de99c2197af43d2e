package kontor.local.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import kontor.local.stack.Folders;
import kontor.local.stack.Trees;

/**
 * Pictures once lay beside the extracted service, which all stacks share and builds replace. A shop from then takes
 * copies, its own and those of other stacks: these have no row here, and the service sweeps them.
 */
record FormerPictures(Folders folders) {

    /** Before a new build is extracted, since that deletes old ones. */
    void takeOver() throws IOException {
        boolean isFromThen =
                !Files.exists(folders.uploads()) && Files.exists(folders.state().resolve("demo-loaded"));
        if (!isFromThen) {
            return;
        }
        Path fresh = folders.state().resolve("uploads.new");
        Trees.delete(fresh);
        Trees.createFolder(fresh);
        for (Path former : formerPlaces()) {
            Trees.copy(former, fresh);
        }
        Files.move(fresh, folders.uploads(), StandardCopyOption.ATOMIC_MOVE);
    }

    private List<Path> formerPlaces() throws IOException {
        Path images = ServiceImage.allIn(folders);
        if (!Files.isDirectory(images)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(images)) {
            return all.filter(image -> image.getFileName().toString().startsWith("catalog-"))
                    .map(image -> image.resolve("uploads"))
                    .toList();
        }
    }
}
