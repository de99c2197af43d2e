package kontor.images;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import kontor.local.stack.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for.
 *
 * @param names of services; none means all
 * @param base the image below, as {@code registry/name:tag@sha256:...} or {@code tar:///path}; none means the C library
 *     of this machine and nothing else
 * @param push registry and prefix to send to; none means files
 * @param archived which of them get a start archive
 */
record ImageOptions(
        List<String> names, @Nullable String base, @Nullable String push, Predicate<String> archived) {

    static final String USAGE = "Usage: infra/images [--base IMAGE] [--push REGISTRY/PREFIX] [--no-archive] [NAME...]";

    static ImageOptions parse(List<String> arguments) {
        List<String> names = new ArrayList<>();
        String base = null;
        String push = null;
        Predicate<String> archived = name -> true;
        for (int at = 0; at < arguments.size(); at++) {
            String argument = arguments.get(at);
            switch (argument) {
                case "--base" -> base = valueAfter(arguments, at++);
                case "--push" -> push = valueAfter(arguments, at++);
                case "--no-archive" -> archived = name -> false;
                default -> names.add(nameOf(argument));
            }
        }
        return new ImageOptions(List.copyOf(names), base, push, archived);
    }

    /** A base from a registry and a registry to send to are asked for over the network. */
    boolean isOffline() {
        return push == null && (base == null || base.startsWith("tar://"));
    }

    private static String valueAfter(List<String> arguments, int at) {
        if (at + 1 == arguments.size()) {
            throw new Trouble(USAGE);
        }
        return arguments.get(at + 1);
    }

    private static String nameOf(String argument) {
        if (argument.startsWith("-")) {
            throw new Trouble(USAGE);
        }
        return argument;
    }

    List<Recipe> chosenFrom(List<Recipe> recipes) {
        List<String> known = recipes.stream().map(Recipe::name).toList();
        names.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(unknown -> {
            throw new Trouble("There is no image '%s'; there are %s.".formatted(unknown, String.join(", ", known)));
        });
        return recipes.stream()
                .filter(recipe -> names.isEmpty() || names.contains(recipe.name()))
                .toList();
    }
}
