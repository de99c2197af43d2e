package kontor.manifests.shape;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Shapes of Kubernetes' own resources, read from the classes that are generated from its API. */
final class Models {

    private static final String PACKAGE = "io.kubernetes.client.openapi.models.";
    private static final Shape TEXT = Shape.of("a text", String.class);

    private static final Map<String, Shape> SIMPLE = Map.of(
            "java.lang.String", TEXT,
            "java.lang.Integer", Shape.of("a whole number", Integer.class),
            "java.lang.Long", Shape.of("a whole number", Integer.class, Long.class),
            "java.lang.Double", Shape.of("a number", Integer.class, Double.class),
            "java.lang.Boolean", Shape.of("true or false", Boolean.class),
            "java.time.OffsetDateTime", TEXT,
            "io.kubernetes.client.custom.IntOrString", Shape.of("a number or a name", Integer.class, String.class),
            "io.kubernetes.client.custom.Quantity", Shape.of("a quantity", Integer.class, String.class),
            "java.lang.Object", Shape.ANYTHING);

    private static final Map<Class<?>, Shape> KNOWN = new HashMap<>();

    private Models() {}

    static Shape named(String model) {
        try {
            // Looked at only: what it would need to run is not here.
            return of(Class.forName(PACKAGE + model, false, Models.class.getClassLoader()));
        } catch (ClassNotFoundException unknown) {
            throw new IllegalArgumentException("Kubernetes has no " + model, unknown);
        }
    }

    private static Shape of(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return generic.getRawType() == List.class
                    ? Shape.listOf(() -> of(arguments[0]))
                    : Shape.mapOf(() -> of(arguments[1]));
        }
        Shape simple = SIMPLE.get(type.getTypeName());
        return simple != null ? simple : model((Class<?>) type);
    }

    private static Shape model(Class<?> model) {
        Shape known = KNOWN.get(model);
        if (known != null) {
            return known;
        }
        Map<String, Supplier<Shape>> fields = new HashMap<>();
        for (Field field : model.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                Type type = field.getGenericType();
                fields.put(nameOf(model, field), () -> of(type));
            }
        }
        Shape shape = Shape.fields(fields, required(model));
        KNOWN.put(model, shape);
        return shape;
    }

    /** A field's own name would not do: {@code continue} and {@code default} are words of Java's. */
    private static String nameOf(Class<?> model, Field field) {
        String constant = "SERIALIZED_NAME_"
                + field.getName()
                        .replaceFirst("^_", "")
                        .replaceAll("([A-Z])", "_$1")
                        .toUpperCase(java.util.Locale.ROOT);
        try {
            return String.valueOf(model.getField(constant).get(null));
        } catch (ReflectiveOperationException unnamed) {
            return field.getName();
        }
    }

    private static Set<String> required(Class<?> model) {
        try {
            Set<String> names = new HashSet<>();
            ((Set<?>) model.getField("openapiRequiredFields").get(null))
                    .forEach(name -> names.add(String.valueOf(name)));
            return names;
        } catch (ReflectiveOperationException withoutList) {
            throw new IllegalStateException(withoutList);
        }
    }
}
