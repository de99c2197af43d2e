package kontor.manifests.kustomize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KustomizeTests {

    private static final Path K8S = Path.of("../../k8s").toAbsolutePath().normalize();

    @TempDir
    private Path folder = Path.of("");

    /** Where there is a kubectl; the rest of the tests does not need one. */
    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/dev", "overlays/prod"})
    void rendersWhatKubectlRenders(String overlay) throws IOException, InterruptedException {
        assumeThat(isOnPath("kubectl")).isTrue();
        Path rendered = folder.resolve("rendered.yaml");
        Process kubectl = new ProcessBuilder(
                        "kubectl", "kustomize", K8S.resolve(overlay).toString())
                .redirectOutput(rendered.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(kubectl.waitFor()).isZero();

        Map<String, String> ours = byName(Kustomize.render(K8S.resolve(overlay)));

        assertThat(ours)
                .containsExactlyInAnyOrderEntriesOf(
                        byName(Documents.read(rendered).stream().map(Node::new).toList()));
    }

    @Test
    void refusesWhatItDoesNotKnow() throws IOException {
        Files.writeString(folder.resolve("kustomization.yaml"), "helmCharts: []\n");

        assertThatThrownBy(() -> Kustomize.render(folder)).hasMessageContaining("unknown field helmCharts");
    }

    @Test
    void refusesAPatchOfNothing() throws IOException {
        Files.writeString(
                folder.resolve("kustomization.yaml"),
                "patches: [{target: {kind: Deployment}, patch: '[{op: remove, path: /spec}]'}]\n");

        assertThatThrownBy(() -> Kustomize.render(folder)).hasMessageContaining("nothing to patch");
    }

    @Test
    void refusesANameGivenTwice() {
        assertThatThrownBy(() -> Documents.parse("a: 1\na: 2\n", "a file")).hasMessageContaining("a file is no YAML");
    }

    @Test
    void changesImages() throws IOException {
        Files.writeString(folder.resolve("kustomization.yaml"), """
                resources: [deployment.yaml]
                images: [{name: kontor/gateway, newName: registry.example/gateway, newTag: 1.2.3}]
                """);
        Files.writeString(folder.resolve("deployment.yaml"), """
                {apiVersion: apps/v1, kind: Deployment, metadata: {name: a},
                 spec: {template: {spec: {containers: [{name: a, image: "kontor/gateway:0.1.0"}]}}}}
                """);

        Node container = Kustomize.render(folder)
                .getFirst()
                .at("spec", "template", "spec", "containers")
                .each()
                .findFirst()
                .orElseThrow();

        assertThat(container.at("image").text()).isEqualTo("registry.example/gateway:1.2.3");
    }

    /** Hashes of names differ and mean the same; the order of names says nothing. */
    private static Map<String, String> byName(List<Node> resources) {
        return resources.stream()
                .collect(Collectors.toMap(
                        resource -> withoutHash(resource.toString()),
                        resource -> withoutHash(String.valueOf(sorted(resource.value())))));
    }

    private static String withoutHash(String text) {
        return text.replaceAll("\\b((?:[a-z]+-)?service|services?|shop)-[0-9a-z]{10}\\b", "$1-#");
    }

    private static Object sorted(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((key, each) -> sorted.put(String.valueOf(key), sorted(each)));
            return sorted;
        }
        return value instanceof List<?> list
                ? list.stream().map(KustomizeTests::sorted).toList()
                : String.valueOf(value);
    }

    private static boolean isOnPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }
}
