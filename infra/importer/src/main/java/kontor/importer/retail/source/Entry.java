package kontor.importer.retail.source;

/** A line that has an id of its own. */
public interface Entry {

    long id();

    /** Where it begins in its file; the header is line 1. */
    int line();
}
