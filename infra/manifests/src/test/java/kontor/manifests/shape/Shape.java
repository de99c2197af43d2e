package kontor.manifests.shape;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a value may be. */
@FunctionalInterface
interface Shape {

    Shape ANYTHING = (at, value) -> Stream.empty();

    /** What is wrong with the value at this place, in words. */
    Stream<String> faultsOf(String at, @Nullable Object value);

    /** YAML takes care that 2 is no text and "2" is no number. */
    static Shape of(String what, Class<?>... kinds) {
        return (at, value) -> Stream.of(kinds).anyMatch(kind -> kind.isInstance(value))
                ? Stream.empty()
                : Stream.of("%s is not %s: %s".formatted(at, what, value));
    }

    static Shape oneOf(Set<String> words) {
        return (at, value) -> value instanceof String word && words.contains(word)
                ? Stream.empty()
                : Stream.of("%s is none of %s: %s".formatted(at, words, value));
    }

    static Shape listOf(Supplier<Shape> each) {
        return (at, value) -> value instanceof List<?> list
                ? IntStream.range(0, list.size())
                        .boxed()
                        .flatMap(index -> each.get().faultsOf("%s[%d]".formatted(at, index), list.get(index)))
                : Stream.of("%s is not a list: %s".formatted(at, value));
    }

    static Shape mapOf(Supplier<Shape> each) {
        return (at, value) -> value instanceof Map<?, ?> map
                ? map.entrySet().stream()
                        .flatMap(entry -> each.get().faultsOf(at + "." + entry.getKey(), entry.getValue()))
                : Stream.of("%s is not a map: %s".formatted(at, value));
    }

    /** These names and no others. */
    static Shape fields(Map<String, Supplier<Shape>> fields, Set<String> required) {
        return (at, value) -> {
            if (!(value instanceof Map<?, ?> map)) {
                return Stream.of("%s is not a map: %s".formatted(at, value));
            }
            Stream<String> missing = required.stream()
                    .filter(name -> !map.containsKey(name))
                    .sorted()
                    .map(name -> "%s.%s is missing".formatted(at, name));
            Stream<String> wrong = map.entrySet().stream().flatMap(entry -> {
                String name = String.valueOf(entry.getKey());
                Supplier<Shape> shape = fields.get(name);
                return shape == null
                        ? Stream.of("%s has no field %s".formatted(at, name))
                        : shape.get().faultsOf(at + "." + name, entry.getValue());
            });
            return Stream.concat(missing, wrong);
        };
    }
}
