package kontor.manifests;

import java.util.Map;
import java.util.TreeMap;
import kontor.manifests.kustomize.Node;

/** What the manifests tell a part, by names of its environment. */
final class Given {

    /** In place of what only the secret knows. */
    static final String SECRET = "(secret)";

    private static final String SECRETS = "/run/secrets";

    private Given() {}

    static Map<String, String> to(Shop shop, String part) {
        Map<String, String> given = new TreeMap<>();
        Node container = shop.container(part);
        container
                .at("envFrom")
                .each()
                .flatMap(from ->
                        shop.one("ConfigMap", from.at("configMapRef", "name").text()).stream())
                .forEach(map -> given.putAll(map.at("data").labels()));
        container
                .at("env")
                .each()
                .forEach(each -> given.put(
                        each.at("name").text(),
                        each.at("valueFrom").isPresent()
                                ? SECRET
                                : each.at("value").text()));
        // Files that bear the name of a setting (SPRING_CONFIG_IMPORT).
        container
                .at("volumeMounts")
                .each()
                .filter(mount -> mount.at("mountPath").text().equals(SECRETS))
                .flatMap(mount -> shop.pod(part)
                        .at("volumes")
                        .each()
                        .filter(volume -> volume.at("name").equals(mount.at("name"))))
                .flatMap(volume -> volume.at("projected", "sources").each())
                .flatMap(source -> source.at("secret", "items").each())
                .forEach(item -> given.put(item.at("path").text(), SECRET));
        return given;
    }
}
