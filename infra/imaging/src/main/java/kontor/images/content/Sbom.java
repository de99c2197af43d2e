package kontor.images.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import kontor.local.stack.Trouble;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The bill of materials of an image: that of the service, as its build wrote it, and what lies below it. */
record Sbom(Application application) {

    private static final String IN_JAR = "META-INF/sbom/application.cdx.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    void write(boolean hasBase) throws IOException {
        ObjectNode bill = (ObjectNode) JSON.readTree(ofService());
        ArrayNode components = bill.withArrayProperty("components");
        if (application.recipe().service() == null) {
            // It takes a part of the launcher's libraries with it.
            Set<String> taken = names(application.libraries());
            components.removeIf(component -> !taken.contains("%s-%s.jar"
                    .formatted(
                            component.required("name").asString(),
                            component.required("version").asString())));
        }
        add(components, "platform", "OpenJDK", Runtime.version().toString(), System.getProperty("java.vendor"));
        if (!hasBase) {
            String[] library =
                    Tool.run(List.of("getconf", "GNU_LIBC_VERSION")).strip().split(" ", 2);
            add(components, "library", library[0], library[1], "GNU");
        }
        Files.writeString(
                application.folder().resolve(Application.SBOM),
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(bill));
        Moment.giveTo(application.folder());
    }

    private static Set<String> names(List<Path> files) {
        return files.stream().map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }

    private byte[] ofService() throws IOException {
        Path jar = application.recipe().jar();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry entry = zip.getEntry(IN_JAR);
            if (entry == null) {
                throw new Trouble("%s has no bill of materials (%s).".formatted(jar, IN_JAR));
            }
            try (InputStream content = zip.getInputStream(entry)) {
                return content.readAllBytes();
            }
        }
    }

    private static void add(ArrayNode components, String type, String name, String version, String publisher) {
        ObjectNode component = components.addObject();
        component.put("type", type);
        component.put("bom-ref", "%s@%s".formatted(name, version));
        component.put("publisher", Objects.requireNonNull(publisher));
        component.put("name", name);
        component.put("version", version);
    }
}
