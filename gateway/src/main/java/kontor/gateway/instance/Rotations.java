package kontor.gateway.instance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kontor.gateway.route.Addresses;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Services of which the gateway knows several addresses. What stands behind a single one is the platform's matter. */
@Component
class Rotations {

    private final Map<String, Rotation> rotations = new HashMap<>();

    Rotations(Addresses addresses) {
        addresses.ofServices().forEach((name, urls) -> {
            if (urls.size() > 1) {
                rotations.put(
                        name,
                        new Rotation(urls.stream()
                                .map(url -> new Instance(name, url))
                                .toList()));
            }
        });
    }

    @Nullable
    Rotation of(String service) {
        return rotations.get(service);
    }

    List<Instance> instances() {
        return rotations.values().stream()
                .flatMap(rotation -> rotation.instances().stream())
                .toList();
    }
}
