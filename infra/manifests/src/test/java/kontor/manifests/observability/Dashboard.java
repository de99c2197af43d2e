package kontor.manifests.observability;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kontor.manifests.kustomize.Node;

record Dashboard(Path file, Node written) {

    private static final Pattern VALUES = Pattern.compile("label_values\\((.+), (\\w+)\\)");

    String name() {
        return file.getFileName().toString().replace(".json", "");
    }

    String uid() {
        return written.at("uid").text();
    }

    Stream<Node> panels() {
        return written.at("panels").each();
    }

    Stream<Node> variables() {
        return written.at("templating", "list").each();
    }

    Stream<Asked> asked() {
        Stream<Asked> drawn = panels().flatMap(panel -> panel.at("targets")
                .each()
                .map(target -> new Asked(
                        "%s: %s".formatted(name(), panel.at("title").text()),
                        target.at("expr").text(),
                        List.of(target.at("legendFormat").text()))));
        return Stream.concat(drawn, variables().flatMap(this::asked));
    }

    private Stream<Asked> asked(Node variable) {
        Matcher values = VALUES.matcher(variable.at("query").text());
        return values.matches()
                ? Stream.of(new Asked(name(), values.group(1), List.of("{{%s}}".formatted(values.group(2)))))
                : Stream.empty();
    }
}
