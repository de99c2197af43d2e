package kontor.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import kontor.images.content.Moment;
import kontor.local.service.Service;
import kontor.local.stack.Trees;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes every image as {@code infra/images} does; only the gateway with a start archive, since they take long. */
class ImagesIT {

    private static final Path CHECKOUT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path FOLDER = Path.of("target/images").toAbsolutePath();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Map<String, ImageTar> TARS = new TreeMap<>();
    private static final Map<String, String> DIGESTS = new TreeMap<>();

    @BeforeAll
    static void makeAll() throws IOException, InterruptedException {
        Trees.delete(FOLDER);
        ImageOptions options = new ImageOptions(List.of(), null, null, "gateway"::equals);
        for (ImageFile made : ImagesCommand.make(options, CHECKOUT, FOLDER)) {
            String name = made.recipe().name();
            TARS.put(name, ImageTar.read(FOLDER.resolve(name + ".tar")));
            DIGESTS.put(name, made.digest());
        }
    }

    static List<String> names() {
        return List.copyOf(TARS.keySet());
    }

    @ParameterizedTest
    @MethodSource("names")
    void runsAsNobodyWhoMayWriteNowhere(String name) {
        ImageTar tar = tar(name);
        Recipe recipe = recipe(name);

        assertThat(tar.settings().required("User").asString()).isEqualTo("10001:10001");
        assertThat(tar.settings().required("Volumes").propertyNames()).containsExactly("/tmp");
        assertThat(tar.files())
                .allSatisfy((path, entry) ->
                        assertThat(entry.mode() & 022).as(path).isEqualTo(path.equals("/tmp") ? 022 : 0));
        assertThat(tar.files())
                .allSatisfy((path, entry) -> assertThat(entry.user())
                        .as(path)
                        .isEqualTo(recipe.folders().contains(path) ? 10001 : 0));
        assertThat(tar.files().keySet()).containsAll(recipe.folders());
    }

    @ParameterizedTest
    @MethodSource("names")
    void startsJavaWithTheHeapThatWasMeasuredAndEndsWithoutMemory(String name) {
        ImageTar tar = tar(name);
        List<String> arguments = tar.text("/app/java.args").lines().toList();

        assertThat(strings(tar.settings().required("Entrypoint")))
                .containsExactly("/opt/java/bin/java", "@/app/java.args");
        assertThat(arguments).contains("-XX:+ExitOnOutOfMemoryError");
        Service service = recipe(name).service();
        if (service != null) {
            assertThat(arguments).containsAll(service.javaOptions());
            assertThat(strings(tar.settings().required("Cmd"))).containsExactly("-jar", "/app/app.jar");
            assertThat(tar.text("/app/probe.args"))
                    .endsWith("%d\n".formatted(recipe(name).ports().getLast()));
        }
        assertThat(tar.file("/opt/java/bin/java").mode()).isEqualTo(0755);
        assertThat(tar.files()).containsKeys("/app/app.jar", "/opt/probe/kontor/images/probe/Probe.class");
    }

    @ParameterizedTest
    @MethodSource("names")
    void saysWhatItIsAndWhatIsInIt(String name) {
        ImageTar tar = tar(name);
        JsonNode labels = tar.settings().required("Labels");

        assertThat(labels.required("org.opencontainers.image.title").asString()).isEqualTo("kontor-" + name);
        assertThat(labels.required("org.opencontainers.image.version").asString())
                .isEqualTo("0.1.0");
        List<String> listed = JSON.readTree(tar.text("/app/sbom.cdx.json"))
                .required("components")
                .valueStream()
                .map(component -> "%s-%s"
                        .formatted(
                                component.required("name").asString(),
                                component.required("version").asString()))
                .toList();
        assertThat(librariesOf(tar))
                .isNotEmpty()
                .allSatisfy(library -> assertThat(listed).anyMatch(library::startsWith));
        assertThat(listed).anyMatch(one -> one.startsWith("OpenJDK-25")).anyMatch(one -> one.startsWith("glibc-"));
    }

    @Test
    void hasTheBulkOfItsLayersInCommon() {
        List<String> order = tar("order-service").layers();

        assertThat(tar("chat-service").layers()).startsWith(order.subList(0, 5).toArray(String[]::new));
        assertThat(tar("gateway").layers()).startsWith(order.subList(0, 4).toArray(String[]::new));
    }

    /** Folders that nobody named are Jib's, which gives them the first second of all time. */
    @Test
    void allBearsOneTime() {
        assertThat(TARS.values())
                .allSatisfy(tar -> assertThat(tar.files().values())
                        .extracting(ImageTar.Entry::seconds)
                        .containsOnly(Moment.OF_EVERYTHING.getEpochSecond(), 1L));
    }

    /** From nothing but the jars, at another place. */
    @Test
    void equalContentGivesAnEqualImage() throws IOException, InterruptedException {
        Path elsewhere = FOLDER.resolveSibling("images-again");
        Trees.delete(elsewhere);

        List<ImageFile> again = ImagesCommand.make(
                new ImageOptions(List.of("order-service"), null, null, name -> false), CHECKOUT, elsewhere);

        assertThat(again)
                .extracting(ImageFile::digest)
                .containsExactly(Objects.requireNonNull(DIGESTS.get("order-service")));
    }

    /** With an archive that does not fit, Java would end at once. */
    @Test
    void startsFromItsArchiveWhereverThatLies() throws IOException, InterruptedException {
        Path elsewhere = FOLDER.resolveSibling("app");
        Trees.delete(elsewhere);
        linkAll(FOLDER.resolve("workshop/gateway"), elsewhere);
        Path java = java();

        Process process = new ProcessBuilder(
                        java.toString(),
                        "@" + elsewhere.resolve("java.args"),
                        "-XX:SharedArchiveFile=" + elsewhere.resolve("start.jsa"),
                        "-Xshare:on",
                        "-cp",
                        elsewhere.resolve("app.jar").toString(),
                        "-version")
                .redirectErrorStream(true)
                .start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("sharing");
        assertThat(process.waitFor()).isZero();
        assertThat(tar("gateway").text("/app/java.args")).contains("-XX:SharedArchiveFile=/app/start.jsa");
        assertThat(tar("gateway").files()).containsKey("/app/start.jsa");
    }

    /** The same files at another place: a copy would bear another time. */
    private static void linkAll(Path from, Path to) throws IOException {
        for (Path file : Trees.files(from)) {
            Path link = to.resolve(file);
            Files.createDirectories(Objects.requireNonNull(link.getParent()));
            Files.createLink(link, from.resolve(file));
        }
    }

    private static Path java() throws IOException {
        try (Stream<Path> all = Files.list(FOLDER.resolve("workshop"))) {
            return all.filter(path -> path.getFileName().toString().startsWith("java-"))
                    .findFirst()
                    .orElseThrow()
                    .resolve("bin/java");
        }
    }

    private static List<String> librariesOf(ImageTar tar) {
        return tar.files().keySet().stream()
                .filter(path -> path.startsWith("/app/lib/") && path.endsWith(".jar"))
                .map(path -> path.substring("/app/lib/".length()))
                .toList();
    }

    private static List<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static ImageTar tar(String name) {
        return Objects.requireNonNull(TARS.get(name), name);
    }

    private static Recipe recipe(String name) {
        return Recipe.allIn(CHECKOUT).stream()
                .filter(recipe -> recipe.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
