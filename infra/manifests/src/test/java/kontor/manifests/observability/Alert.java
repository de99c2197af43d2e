package kontor.manifests.observability;

import java.util.List;
import java.util.Map;
import kontor.manifests.kustomize.Node;

/** A rule, one that wakes somebody or one that only keeps a figure under a name. */
record Alert(String file, Node written) {

    boolean isRecord() {
        return written.at("record").isPresent();
    }

    String name() {
        return written.at(isRecord() ? "record" : "alert").text();
    }

    Map<String, String> labels() {
        return written.at("labels").labels();
    }

    Map<String, String> annotations() {
        return written.at("annotations").labels();
    }

    Asked asked() {
        return new Asked(
                name(), written.at("expr").text(), List.copyOf(annotations().values()));
    }
}
