package kontor.importer.source;

/** A table or file of a source, by the name that its owner knows. */
public interface Titled {

    String title();
}
