package kontor.contracts;

import com.networknt.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The contracts as a release has published them: a copy that stays as it is. */
record Release(Path folder) {

    private static final Path ALL = Path.of("released");

    static List<Release> all() {
        try (Stream<Path> folders = Files.list(ALL)) {
            return folders.filter(Files::isDirectory).sorted().map(Release::new).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    JsonNode document() {
        return Contracts.yaml(folder.resolve("asyncapi.yaml"));
    }

    List<String> schemas() {
        return Contracts.files(folder).filter(Contracts::isSchema).toList();
    }

    List<String> examples() {
        return Contracts.files(folder).filter(Contracts::isExample).toList();
    }

    ObjectNode json(String file) {
        return Contracts.json(folder.resolve(file));
    }

    /** Without its id: of two schemas with one id the validator would take the first it saw for both. */
    Schema schema(String file) {
        ObjectNode schema = json(file);
        schema.remove("$id");
        return Contracts.schema(schema);
    }

    @Override
    public String toString() {
        return folder.getFileName().toString();
    }
}
