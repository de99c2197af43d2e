package kontor.invoice.print;

/** Which print of a document it is: 1 is the original, n + 1 the n-th copy (V-10). */
record Copy(int copyNo) {

    private static final int ORIGINAL = 1;

    /** As printed on the paper. */
    String mark() {
        return copyNo == ORIGINAL ? "Original" : "Copy " + number();
    }

    /** As told in the header {@code X-Copy}. */
    String header() {
        return copyNo == ORIGINAL ? "original" : Integer.toString(number());
    }

    private int number() {
        return copyNo - 1;
    }
}
