package kontor.images;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An image as a container engine would load it.
 *
 * @param config what it says of itself
 * @param layers their names, the lowest first
 * @param files all of them, by path
 */
record ImageTar(JsonNode config, List<String> layers, Map<String, Entry> files) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern TEXT = Pattern.compile("/app/[^/]+\\.(args|json)");

    /** Most layers are in several images. */
    private static final Map<String, Map<String, Entry>> READ = new HashMap<>();

    /** A file or folder; the text of ours only. */
    record Entry(int mode, long user, long seconds, String text) {}

    static ImageTar read(Path tar) throws IOException {
        Map<String, String> texts = new HashMap<>();
        each(tar, (member, in) -> {
            if (member.getName().endsWith(".json")) {
                texts.put(member.getName(), text(in));
            } else if (!READ.containsKey(member.getName())) {
                READ.put(member.getName(), filesOf(in));
            }
        });
        JsonNode manifest = JSON.readTree(texts.get("manifest.json")).required(0);
        List<String> layers = manifest.required("Layers")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        Map<String, Entry> files = new TreeMap<>();
        layers.forEach(layer -> files.putAll(Objects.requireNonNull(READ.get(layer), layer)));
        JsonNode config = JSON.readTree(texts.get(manifest.required("Config").asString()));
        return new ImageTar(config, layers, files);
    }

    /** What is done with a member of an archive. */
    @FunctionalInterface
    private interface Reader {
        void read(TarArchiveEntry member, InputStream content) throws IOException;
    }

    private static void each(Path tar, Reader reader) throws IOException {
        try (InputStream in = Files.newInputStream(tar)) {
            each(in, reader);
        }
    }

    private static void each(InputStream archive, Reader reader) throws IOException {
        TarArchiveInputStream in = new TarArchiveInputStream(archive);
        for (TarArchiveEntry member = in.getNextEntry(); member != null; member = in.getNextEntry()) {
            reader.read(member, in);
        }
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    private static Map<String, Entry> filesOf(InputStream layer) throws IOException {
        Map<String, Entry> files = new TreeMap<>();
        each(new GZIPInputStream(layer), (entry, in) -> {
            String path = "/" + entry.getName().replaceAll("/$", "");
            files.put(
                    path,
                    new Entry(
                            entry.getMode() & 0777,
                            entry.getLongUserId(),
                            entry.getLastModifiedTime().toInstant().getEpochSecond(),
                            TEXT.matcher(path).matches() ? text(in) : ""));
        });
        return files;
    }

    Entry file(String path) {
        return Objects.requireNonNull(files.get(path), path);
    }

    String text(String path) {
        return file(path).text();
    }

    JsonNode settings() {
        return config.required("config");
    }
}
