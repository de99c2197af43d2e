package kontor.importer.calls;

/** Hears how far the import is. */
public interface Progress {

    /** A step begins. */
    void begin(String what, int rows);

    /** So many rows more are done. */
    void done(int rows);

    /** Something worth a line of its own. */
    void say(String line);
}
