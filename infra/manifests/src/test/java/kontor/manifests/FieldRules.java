package kontor.manifests;

import kontor.manifests.shape.Shapes;

/** Every field is one that the resource has, of the right kind, and none is missing. */
final class FieldRules {

    private static final Shapes SHAPES = new Shapes();

    static final ManifestRule FIELDS_ARE_KNOWN = new ManifestRule(
            "every field is known, of the right kind, and none is missing",
            shop -> shop.resources().stream().flatMap(SHAPES::faultsOf));

    private FieldRules() {}
}
