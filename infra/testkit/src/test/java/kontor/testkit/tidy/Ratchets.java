package kontor.testkit.tidy;

/** The size budget. A figure may be tightened by anybody; loosening one takes a decision record. */
final class Ratchets {

    static final int FILE_LINES_MAX = 250;
    static final int LINE_LENGTH_MAX = 120;
    static final int METHOD_LINES_MAX = 40;
    static final int FEATURE_TYPES_MAX = 16;
    static final int SERVICE_POM_LINES_MAX = 80;

    /** Without imports, comments and blank lines; the record on the platform's budget says why it is above 1,200. */
    static final int PLATFORM_CODE_LINES_MAX = 3_643;

    private Ratchets() {}
}
